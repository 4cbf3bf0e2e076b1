using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model.Naming;
using PolicyTypeKind = TypedPolicy.Model.Targets.TypeKind;

namespace TypedPolicy.Binding.Entities;

/// <summary>What C# types stand for in SELinux: kind and name. One for each compilation.</summary>
internal sealed class EntityTable
{
    /// <summary>The placeholder in a given name for the name of the deriving class.</summary>
    private const string Prefix = "{prefix}";

    private readonly AttributeClassifier _words;
    private readonly Dictionary<ITypeSymbol, EntityRef> _known = new(SymbolEqualityComparer.Default);

    public EntityTable(AttributeClassifier words)
    {
        _words = words;
        Templates = new TemplateNesting(this);
    }

    /// <summary>Which templates may be applied.</summary>
    public TemplateNesting Templates { get; }

    /// <summary>What a type stands for; kind None, with the C# name, where it stands for nothing.</summary>
    public EntityRef Of(ITypeSymbol type)
    {
        if (!_known.TryGetValue(type, out var entity))
        {
            _known[type] = new EntityRef(EntityKind.None, type.Name); // met again only in a cycle
            _known[type] = entity = Make(type);
        }

        return entity;
    }

    /// <summary>The name without the suffix of its kind, which nested types have as their prefix.</summary>
    public string? StemOf(ITypeSymbol type)
    {
        var entity = Of(type);
        return entity.Kind == EntityKind.None ? null : NameOf.Stem(entity.Name, entity.Kind);
    }

    /// <summary>The words on a class that give it a kind; more than one is a mistake.</summary>
    public IEnumerable<AttributeKind> KindsOf(ITypeSymbol type) =>
        type.GetAttributes().Select(_words.Of).Where(w => w.Group() is AttributeGroup.Name or AttributeGroup.Class).Distinct();

    /// <summary>Whether someone else declares it.</summary>
    public bool IsExternal(ITypeSymbol type) => _words.Carries(type.OriginalDefinition, AttributeKind.External);

    /// <summary>Whether it is a template.</summary>
    public bool IsTemplate(ITypeSymbol type) => _words.Carries(type.OriginalDefinition, AttributeKind.Template);

    /// <summary>What a type class is for.</summary>
    public static PolicyTypeKind TypeKindOf(AttributeKind word) => word switch
    {
        AttributeKind.Domain => PolicyTypeKind.Domain,
        AttributeKind.FileType => PolicyTypeKind.File,
        AttributeKind.PortType => PolicyTypeKind.Port,
        AttributeKind.NodeType => PolicyTypeKind.Node,
        AttributeKind.NetifType => PolicyTypeKind.Netif,
        AttributeKind.FilesystemType => PolicyTypeKind.Filesystem,
        AttributeKind.Entrypoint => PolicyTypeKind.Executable,
        _ => PolicyTypeKind.Policy,
    };

    private EntityRef Make(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || named.TypeKind == TypeKind.Error)
        {
            return new EntityRef(EntityKind.None, type.ToDisplayString());
        }

        var definition = named.OriginalDefinition;
        var external = _words.Find(definition, AttributeKind.External);
        var kindWord = KindsOf(definition).FirstOrDefault();
        var kind = KindOf(definition, kindWord, external is not null);
        if (kind == EntityKind.None || IsTemplate(definition))
        {
            return new EntityRef(EntityKind.None, named.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat));
        }

        var given = Given(external) ?? (kindWord == AttributeKind.None ? null : Given(_words.Find(definition, kindWord)));
        var prefix = external is null ? PrefixOf(named) : null;
        if (external is null && prefix is null && named.ContainingType is { } outer && IsTemplate(outer))
        {
            // A template that is closed over no policy class has none of its nested types.
            return new EntityRef(EntityKind.None, named.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)) { Misplaced = Misplacement.OpenTemplate };
        }

        var name = given is null ? NameOf.Of(named.Name, kind, prefix) : given.Replace(Prefix, prefix ?? "");
        return new EntityRef(kind, name);
    }

    private static EntityKind KindOf(INamedTypeSymbol type, AttributeKind word, bool isExternal) => word switch
    {
        AttributeKind.Domain or AttributeKind.FileType or AttributeKind.PortType or AttributeKind.NodeType or AttributeKind.NetifType or AttributeKind.FilesystemType or AttributeKind.PolicyType or AttributeKind.Entrypoint => EntityKind.Type,
        AttributeKind.TypeAttribute => EntityKind.TypeAttribute,
        AttributeKind.PolicyBoolean => EntityKind.Boolean,
        AttributeKind.Tunable => EntityKind.Tunable,
        AttributeKind.Role => type.TypeKind == TypeKind.Interface ? EntityKind.RoleAttribute : EntityKind.Role,
        AttributeKind.User => EntityKind.User,
        AttributeKind.ObjectClass => EntityKind.ObjectClass,
        AttributeKind.ClassMap => EntityKind.ClassMap,
        AttributeKind.ClassPermission => EntityKind.ClassPermission,
        _ when !isExternal => EntityKind.None,
        _ => type.TypeKind switch
        {
            TypeKind.Interface => EntityKind.TypeAttribute,
            TypeKind.Enum => EntityKind.ObjectClass,
            _ => EntityKind.Type,
        },
    };

    private static string? Given(AttributeData? attribute)
    {
        if (attribute is null)
        {
            return null;
        }

        if (attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string name }, ..])
        {
            return name;
        }

        return attribute.NamedArguments.FirstOrDefault(a => a.Key == "Name").Value is { Kind: TypedConstantKind.Primitive, Value: string named } ? named : null;
    }

    /// <summary>The stem of the type around; for a type nested in a template, that of the class which derives from it.</summary>
    private string? PrefixOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is not { } outer)
        {
            return null;
        }

        return IsTemplate(outer)
            ? outer.TypeArguments is [INamedTypeSymbol self] ? StemOf(self) : null
            : StemOf(outer);
    }
}
