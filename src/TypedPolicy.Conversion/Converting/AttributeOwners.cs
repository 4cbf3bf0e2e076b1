using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Rendering;
using TypedPolicy.Refpolicy.Language;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>The classes that carry a module's attributes: those of its own declarations, and blocks for what others declare.</summary>
internal sealed class AttributeOwners(NameBook names)
{
    private readonly Dictionary<string, PolicyClass> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<(EntityKind Kind, string Name), PolicyClass> _others = [];
    private readonly Dictionary<string, PolicyClass> _foreign = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<PolicyClass>> _beside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>Blocks that no class of the module holds, by the file that they go to: one for each subject.</summary>
    public IEnumerable<KeyValuePair<string, List<PolicyClass>>> Files => _beside;

    /// <summary>The labels of types that others declare, in a file of their own.</summary>
    public PolicyClass Labels { get; } = new("Labels", "public static class") { Summary = { "Labels of types that others declare." } };

    /// <summary>The rules that speak of nothing that the module declares, in a file of their own.</summary>
    public PolicyClass Free { get; } = new("Statements", "public static class") { Summary = { "Rules that are about no type of this module." } };

    /// <summary>Comments that stand beside nothing that has a class.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>The classes of the module's own declarations.</summary>
    public IEnumerable<PolicyClass> Classes => _own.Values.Concat(_others.Values);

    /// <summary>Enters the class of a declaration.</summary>
    public void Own(EntityKind kind, string name, PolicyClass made)
    {
        if (SpaceOf(kind) is { } space)
        {
            _others[(space, name)] = made;
        }
        else
        {
            _own[name] = made;
        }
    }

    /// <summary>The class of a type or attribute of the module.</summary>
    public PolicyClass? OwnOf(string name) => _own.GetValueOrDefault(names.Real(name));

    /// <summary>The class of one of the module's own declarations. Types, roles, booleans and users may share a name.</summary>
    public PolicyClass? OwnOf(EntityKind kind, string name) => SpaceOf(kind) is { } space ? _others.GetValueOrDefault((space, name)) : OwnOf(name);

    private static EntityKind? SpaceOf(EntityKind kind) => kind switch
    {
        EntityKind.Role or EntityKind.RoleAttribute => EntityKind.Role,
        EntityKind.Boolean or EntityKind.Tunable => EntityKind.Boolean,
        EntityKind.User => EntityKind.User,
        _ => null,
    };

    /// <summary>
    /// The type whose class carries a call that speaks of no class: the one that an argument is or names (<c>x_template(till)</c> is about <c>till_t</c>), else the
    /// module's first domain, else its first type; null if it declares none.
    /// </summary>
    public string? Main(MacroCall call) =>
        call.Arguments.SelectMany(a => new[] { a.Text.Trim(), a.Text.Trim() + "_t" }).FirstOrDefault(n => _own.TryGetValue(n, out var type) && IsType(type))
        ?? _own.FirstOrDefault(o => IsA(o.Value, "Domain")).Key
        ?? _own.FirstOrDefault(o => IsType(o.Value)).Key;

    /// <summary>The class that carries an attribute, outside of every block.</summary>
    public PolicyClass Of(RenderedAttribute attribute)
    {
        if (attribute.Subject is not { } subject)
        {
            return attribute.IsLabel ? Labels : Named(attribute.Attribute) ?? Free;
        }

        if (OwnOf(attribute.Kind, subject) is { } own)
        {
            return own;
        }

        var rulesFor = $"RulesFor<{CSharp(names, subject, attribute.Kind)}>";
        if ((names.OuterOf(subject) is { } outer ? OwnOf(outer) : Mentioned([attribute.Attribute])) is { } mentioned)
        {
            return In(mentioned.Nested, rulesFor, () => new PolicyClass(mentioned.FreeName(NamesFor(subject, attribute.Kind)), "private static class", names.Access));
        }

        if (!_foreign.TryGetValue(subject, out var block))
        {
            block = Beside((subject, attribute.Kind), [attribute.Attribute], file => With(rulesFor, new PolicyClass(file, "public static class", names.Access)));
            _foreign.Add(subject, block);
        }

        return block;
    }

    /// <summary>Puts a class into the file for a subject.</summary>
    /// <param name="subject">The subject; null if there is none.</param>
    /// <param name="attributes">What the class carries: if that is about an attribute of the module, the class goes to the file of attributes.</param>
    /// <param name="make">Makes the class for a file of that name.</param>
    /// <returns>The class that holds what it says.</returns>
    public PolicyClass Beside((string Name, EntityKind Kind)? subject, IEnumerable<string> attributes, Func<string, PolicyClass> make)
    {
        var key = subject?.Name ?? "";
        if (!_files.TryGetValue(key, out var name))
        {
            name = subject is { } about ? OwnOf(about.Kind, about.Name) is { } own ? own.Name : names.Classes.Free(Joined(CSharp(names, about.Name, about.Kind)) + "Rules") : Free.Name;
            _files.Add(key, name);
        }

        var written = attributes.ToList();
        var attribute = Classes.FirstOrDefault(c => c.Name == name || (c.Keywords.Contains("interface", StringComparison.Ordinal) && written.Exists(a => a.Contains($"<{c.Name}>", StringComparison.Ordinal))));
        var file = attribute is null ? name + ".cs" : IsA(attribute, "Role") ? "Roles.cs" : "Attributes.cs";
        if (!_beside.TryGetValue(file, out var classes))
        {
            _beside.Add(file, classes = []);
        }

        return PolicyClass.Put(classes, make(name));
    }

    /// <summary>The class of the module that attributes speak of: a domain first. Null if they speak of none.</summary>
    public PolicyClass? Mentioned(IEnumerable<string> attributes)
    {
        // A nested class is written behind the one that it is in, which is found by its own name.
        var byName = Classes.Except(Classes.SelectMany(c => c.Nested)).Where(c => !c.Keywords.Contains("interface", StringComparison.Ordinal)).DistinctBy(c => c.Name).ToDictionary(c => c.Name, StringComparer.Ordinal);
        var found = attributes.SelectMany(a => a.Split(['<', '>', ' ', ',', '(', ')'])).Select(w => byName.GetValueOrDefault(w.Split('.')[0])).OfType<PolicyClass>().ToList();
        return found.Find(c => IsA(c, "Domain")) ?? found.FirstOrDefault();
    }

    /// <summary>The class of the module that a text of the policy language or of CIL speaks of first; null if it speaks of none.</summary>
    public PolicyClass? Named(string text) =>
        text.Split([' ', '\t', '\n', '(', ')', ',', '{', '}', ':', ';', '"', '@']).Select(w => OwnOf(names.OuterOf(w) ?? w) ?? OwnOf(EntityKind.Role, w)).FirstOrDefault(c => c is not null);

    private string[] NamesFor(string subject, EntityKind kind) => ["For" + Last(CSharp(names, subject, kind)), "For" + Joined(CSharp(names, subject, kind))];

    private static PolicyClass In(List<PolicyClass> classes, string attribute, Func<PolicyClass> make)
    {
        if (classes.Find(c => c.Lines.Count > 0 && c.Lines[0].Attribute == attribute) is { } known)
        {
            return known;
        }

        var made = With(attribute, make());
        classes.Add(made);
        return made;
    }

    private static PolicyClass With(string attribute, PolicyClass made)
    {
        made.Add(attribute);
        return made;
    }

    /// <summary>The C# name of a subject.</summary>
    public static string CSharp(NameBook names, string subject, EntityKind kind) =>
        kind is EntityKind.Role or EntityKind.RoleAttribute ? names.Role(subject) : names.Type(subject);

    private static bool IsA(PolicyClass made, string word) => made.Lines.Exists(l => l.Attribute?.Split('(')[0] == word);

    /// <summary>The class, or the interface of an attribute, that holds the rules and blocks about something of the module; null if it is not the module's.</summary>
    public PolicyClass? HomeOf(EntityKind kind, string name) => OwnOf(kind, names.OuterOf(name) ?? name);

    private static bool IsType(PolicyClass made) =>
        made.Lines.Exists(l => l.Attribute?.Split('(')[0] is "Domain" or "FileType" or "Entrypoint" or "PortType" or "FilesystemType" or "PolicyType");

    /// <summary>The last part of a C# name.</summary>
    public static string Last(string type) => type[(type.LastIndexOf('.') + 1)..];

    /// <summary>A C# name as a part of another: <c>HttpdExec</c> for <c>Httpd.Exec</c>.</summary>
    public static string Joined(string type) => Identifiers.Of(type);
}
