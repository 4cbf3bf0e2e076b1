using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>Makes the classes of what a module declares.</summary>
internal sealed class Declarer(NameBook names, AttributeOwners owners, TypeSurvey survey)
{
    private readonly Dictionary<string, PolicyClass> _domains = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConvertedTemplate> _templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Outer, string CSharp)> _nested = new(StringComparer.Ordinal);
    private readonly List<(TypeDeclaration Declaration, IReadOnlyList<string> Comments, int Group)> _types = [];
    private readonly HashSet<Statement> _inBlocks = new(ReferenceEqualityComparer.Instance);
    private readonly List<Action> _rolesAndBooleans = [];
    private readonly List<Action> _users = [];

    /// <summary>The classes, by the file that they go to.</summary>
    public SortedDictionary<string, List<PolicyClass>> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Types that come out of templates: the class that derives from one gets it for a base, and the nested types with it.</summary>
    /// <param name="template">The template.</param>
    public void Template(ConvertedTemplate template)
    {
        foreach (var prefix in template.Shape.Stems)
        {
            _templates[prefix + "_t"] = template;
            foreach (var nested in template.AllNested)
            {
                _nested.TryAdd(prefix + "_" + nested.Rest, (prefix + "_t", nested.CSharp));
            }
        }
    }

    /// <summary>Declares attributes; types wait for <see cref="Finish"/>, when all domains are known, and roles, booleans and users for the types, which have the first choice of names.</summary>
    /// <returns>Whether the statement declares something.</returns>
    public bool Declare(Statement statement, IReadOnlyList<string> comments, int group)
    {
        switch (statement)
        {
            case TypeDeclaration type:
                Type(type, comments, group);
                return true;
            case AttributeDeclaration attribute:
                Add("Attributes.cs", EntityKind.TypeAttribute, attribute.Name, "public interface", "TypeAttribute", comments);
                return true;
            case AttributeRoleDeclaration attribute:
                Add("Roles.cs", EntityKind.RoleAttribute, attribute.Name, "public interface", "Role", comments);
                return true;
            case BooleanDeclaration boolean:
                var kind = boolean.IsTunable ? EntityKind.Tunable : EntityKind.Boolean;
                _rolesAndBooleans.Add(() => Add("Booleans.cs", kind, boolean.Name, "public sealed class", boolean.IsTunable ? "Tunable" : "PolicyBoolean", comments, boolean.Default ? "Default = true" : null));
                return true;
            case UserDeclaration { Roles: { Kind: NameSetKind.Listed, Excluded.IsEmpty: true } roles } user:
                _users.Add(() => User(user, roles.Names, comments));
                return true;
            default:
                return false;
        }
    }

    /// <summary>
    /// Declares what a block declares: outside of it, since a class always exists. The attributes that such a type joins are named in the block, as one may be missing where the block does not hold.
    /// </summary>
    /// <returns>What was declared.</returns>
    public IReadOnlyList<Statement> DeclareNested(Statement block)
    {
        var declared = new List<Statement>();
        foreach (var nested in block switch { OptionalBlock optional => optional.Statements, Conditional conditional => conditional.Then.AddRange(conditional.Otherwise), _ => [] })
        {
            if (nested is TypeDeclaration type ? Declare(type with { Attributes = [] }, [], 0) : Declare(nested, [], 0))
            {
                declared.Add(nested);
                _inBlocks.Add(nested);
            }
            else
            {
                declared.AddRange(DeclareNested(nested));
            }
        }

        return declared;
    }

    /// <summary>Whether a declaration stands in a block.</summary>
    public bool IsInBlock(Statement declaration) => _inBlocks.Contains(declaration);

    /// <summary>A type that is declared twice, which the module's own compiler refuses, is one class with what both declare.</summary>
    private void Type(TypeDeclaration type, IReadOnlyList<string> comments, int group)
    {
        var first = _types.FindIndex(t => t.Declaration.Name == type.Name);
        if (first < 0)
        {
            _types.Add((type, comments, group));
            return;
        }

        var (declared, before, where) = _types[first];
        _types[first] = (declared with { Attributes = [.. declared.Attributes.Union(type.Attributes)], Aliases = [.. declared.Aliases.Union(type.Aliases)] }, [.. before, .. comments], where);
    }

    /// <summary>Declares a role.</summary>
    public void Role(string name, IReadOnlyList<string> comments) => _rolesAndBooleans.Add(() => Add("Roles.cs", EntityKind.Role, name, "public sealed class", "Role", comments));

    private void User(UserDeclaration user, IEnumerable<string> roles, IReadOnlyList<string> comments)
    {
        var arguments = roles.Distinct().Select(r => $"typeof({names.Role(r)})").ToList();
        arguments.AddRange(from level in new[] { (Name: "Level", Text: user.Level), (Name: "Range", Text: user.Range) } where level.Text is not (null or "s0") select $"{level.Name} = {CSharpText.ReadableLiteral(level.Text!)}");
        Add("Users.cs", EntityKind.User, user.Name, "public sealed class", "User", comments, string.Join(", ", arguments));
    }

    /// <summary>Declares the types: domains first, then the executables in them, then the rest; then roles, booleans and users.</summary>
    public void Finish()
    {
        _types.RemoveAll(t => owners.OwnOf(t.Declaration.Name) is not null);
        foreach (var (type, comments, _) in _types.Where(t => survey.Is(t.Declaration.Name, TypeKind.Domain) && !_nested.ContainsKey(t.Declaration.Name)))
        {
            var (csharp, given) = names.Classes.Give(type.Name, EntityKind.Type);
            var made = Class(csharp, "public sealed class", "Domain", given, null, comments);
            Enter(csharp + ".cs", EntityKind.Type, type.Name, csharp, made);
            _domains.Add(type.Name, made);
            if (_templates.TryGetValue(type.Name, out var template))
            {
                made.Bases.Add($"{template.CSharp}<{csharp}>");
            }
        }

        foreach (var (name, (outer, nested)) in _nested)
        {
            names.OfTemplate(name, outer, $"{_domains[outer].Name}.{nested}");
            _types.RemoveAll(t => t.Declaration.Name == name);
        }

        foreach (var (type, comments, _) in _types.Where(t => !_domains.ContainsKey(t.Declaration.Name)))
        {
            if (OuterOf(type.Name) is { } outer)
            {
                var stem = NameOf.Stem(outer, EntityKind.Type);
                var (csharp, given) = names.Classes.Give(type.Name, EntityKind.Type, stem);
                var made = Class(csharp, "public sealed class", "Entrypoint", given, null, comments);
                names.Own(EntityKind.Type, type.Name, $"{_domains[outer].Name}.{csharp}");
                owners.Own(EntityKind.Type, type.Name, made);
                _domains[outer].Nested.Add(made);
            }
            else
            {
                var kind = survey.Is(type.Name, TypeKind.File) ? "FileType" : survey.Is(type.Name, TypeKind.Port) ? "PortType" : survey.Is(type.Name, TypeKind.Filesystem) ? "FilesystemType" : "PolicyType";
                Add("Types.cs", EntityKind.Type, type.Name, "public sealed class", kind, comments);
            }
        }

        foreach (var (type, _, group) in _types)
        {
            var made = owners.OwnOf(type.Name)!;
            made.Group = group;
            made.Bases.AddRange(_templates.ContainsKey(type.Name) ? [] : type.Attributes.Where(a => !IsImplied(type.Name, a)).Select(names.Attribute));
            foreach (var alias in type.Aliases)
            {
                Alias(type.Name, alias);
            }
        }

        foreach (var declare in _rolesAndBooleans.Concat(_users))
        {
            declare();
        }

        _rolesAndBooleans.Clear();
        _users.Clear();
        _nested.Clear();
        _types.Clear();
    }

    /// <summary>Gives a type of the module another name.</summary>
    public void Alias(string type, string alias)
    {
        names.Alias(alias, type);
        owners.OwnOf(type)!.Add($"Alias({CSharpText.ReadableLiteral(alias)})");
    }

    /// <summary>Whether the kind of a type implies a membership.</summary>
    public bool IsImplied(string type, string attribute) =>
        owners.OwnOf(type) is { } own && KindOf(own) is { } kind && Memberships.ReferencePolicy[kind].Contains(attribute);

    private static TypeKind? KindOf(PolicyClass type) => type.Lines.Select(l => l.Attribute?.Split('(')[0] switch
    {
        "Domain" => (TypeKind?)TypeKind.Domain,
        "FileType" => TypeKind.File,
        "Entrypoint" => TypeKind.Executable,
        "PortType" => TypeKind.Port,
        "FilesystemType" => TypeKind.Filesystem,
        _ => null,
    }).FirstOrDefault(k => k is not null);

    /// <summary>The domain that an executable is nested in: the only one that it enters, whose name its own begins with.</summary>
    private string? OuterOf(string type) =>
        survey.Is(type, TypeKind.Executable)
        && survey.DomainOf(type) is { } domain
        && _domains.ContainsKey(domain)
        && type.StartsWith(NameOf.Stem(domain, EntityKind.Type) + "_", StringComparison.Ordinal)
            ? domain
            : null;

    private void Add(string file, EntityKind kind, string name, string keywords, string attribute, IReadOnlyList<string> comments, string? argument = null)
    {
        if (owners.OwnOf(kind, name) is not null)
        {
            return;
        }

        var (csharp, given) = names.Classes.Give(name, kind);
        Enter(file, kind, name, csharp, Class(csharp, keywords, attribute, given, argument, comments));
    }

    private void Enter(string file, EntityKind kind, string name, string path, PolicyClass made)
    {
        names.Own(kind, name, path);
        owners.Own(kind, name, made);
        if (!Files.TryGetValue(file, out var classes))
        {
            Files.Add(file, classes = []);
        }

        classes.Add(made);
    }

    private PolicyClass Class(string csharp, string keywords, string attribute, string? given, string? argument, IReadOnlyList<string> comments)
    {
        var made = new PolicyClass(csharp, keywords, names.Access);
        var (summary, others) = SummaryText.Of(comments);
        made.Summary.AddRange(summary);
        made.AddComments(comments is AuthorComments author ? new AuthorComments([.. others], []) { Condition = author.Condition } : others);

        // What stands first is the name, except for a user, where roles do.
        string?[] parts = attribute == "User" ? [argument, given is null ? null : $"Name = {CSharpText.ReadableLiteral(given)}"] : [given is null ? null : CSharpText.ReadableLiteral(given), argument];
        var arguments = string.Join(", ", parts.Where(a => a is { Length: > 0 }));
        made.Add(arguments.Length == 0 ? attribute : $"{attribute}({arguments})", (comments as AuthorComments)?.Behind is { } behind ? new AuthorComments([], [behind]) : []);
        return made;
    }
}
