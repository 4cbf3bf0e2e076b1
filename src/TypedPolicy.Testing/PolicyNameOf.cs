using System.Collections.Concurrent;
using System.Reflection;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Testing;

/// <summary>Which SELinux name a C# class stands for, by its attributes and the naming rule that the build has.</summary>
internal static class PolicyNameOf
{
    private const string Prefix = "{prefix}";
    private static readonly ConcurrentDictionary<Type, EntityRef> Known = new();

    private static readonly (Type Attribute, EntityKind Kind)[] Kinds =
    [
        (typeof(DomainAttribute), EntityKind.Type),
        (typeof(FileTypeAttribute), EntityKind.Type),
        (typeof(PortTypeAttribute), EntityKind.Type),
        (typeof(NodeTypeAttribute), EntityKind.Type),
        (typeof(NetifTypeAttribute), EntityKind.Type),
        (typeof(FilesystemTypeAttribute), EntityKind.Type),
        (typeof(PolicyTypeAttribute), EntityKind.Type),
        (typeof(EntrypointAttribute), EntityKind.Type),
        (typeof(TypeAttributeAttribute), EntityKind.TypeAttribute),
        (typeof(PolicyBooleanAttribute), EntityKind.Boolean),
        (typeof(TunableAttribute), EntityKind.Tunable),
        (typeof(RoleAttribute), EntityKind.Role),
        (typeof(UserAttribute), EntityKind.User),
        (typeof(ObjectClassAttribute), EntityKind.ObjectClass),
    ];

    /// <summary>The name of a class.</summary>
    /// <exception cref="ArgumentException">It stands for nothing in SELinux.</exception>
    public static string Of(Type type) => Entity(type) is { Kind: not EntityKind.None } entity
        ? entity.Name
        : throw new ArgumentException($"{type} represents nothing in SELinux: it has no attribute such as [Domain], [FileType], [TypeAttribute] or [External].");

    /// <summary>The kind and name of a class; kind None where it stands for nothing.</summary>
    public static EntityRef Entity(Type type) => Known.GetOrAdd(type, Make);

    private static EntityRef Make(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        var attributes = definition.GetCustomAttributesData();
        var external = attributes.FirstOrDefault(a => a.AttributeType == typeof(ExternalAttribute));
        var kindAttribute = attributes.FirstOrDefault(a => Array.Exists(Kinds, k => k.Attribute == a.AttributeType));
        var kind = KindOf(type, kindAttribute, external is not null);
        if (kind == EntityKind.None || IsTemplate(definition))
        {
            return new(EntityKind.None, type.Name);
        }

        var given = Given(external) ?? Given(kindAttribute);
        var prefix = external is null ? PrefixOf(type) : null;
        return external is null && prefix is null && type.DeclaringType is { } outer && IsTemplate(outer)
            ? new(EntityKind.None, type.Name)
            : new(kind, given is null ? NameOf.Of(type.Name, kind, prefix) : given.Replace(Prefix, prefix ?? "", StringComparison.Ordinal));
    }

    private static EntityKind KindOf(Type type, CustomAttributeData? kind, bool isExternal) => kind is null
        ? !isExternal ? EntityKind.None : type.IsInterface ? EntityKind.TypeAttribute : type.IsEnum ? EntityKind.ObjectClass : EntityKind.Type
        : kind.AttributeType == typeof(RoleAttribute) && type.IsInterface ? EntityKind.RoleAttribute
        : Array.Find(Kinds, k => k.Attribute == kind.AttributeType).Kind;

    private static string? Given(CustomAttributeData? attribute) =>
        attribute is null ? null
        : attribute.ConstructorArguments is [{ Value: string name }, ..] ? name
        : attribute.NamedArguments.FirstOrDefault(a => a.MemberName == "Name").TypedValue.Value as string;

    private static bool IsTemplate(Type type) => type.IsDefined(typeof(TemplateAttribute), inherit: false);

    // The stem of the class around; for one nested in a template, that of the class which derives from it.
    private static string? PrefixOf(Type type)
    {
        if (type.DeclaringType is not { } outer)
        {
            return null;
        }

        var named = !IsTemplate(outer) ? outer : type.GenericTypeArguments is [var self] ? self : null;
        return named is not null && Entity(named) is { Kind: not EntityKind.None } entity ? NameOf.Stem(entity.Name, entity.Kind) : null;
    }
}
