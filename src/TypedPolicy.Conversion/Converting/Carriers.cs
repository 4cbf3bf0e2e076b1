using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Placing;
using TypedPolicy.Refpolicy.Language;
using EntityKind = TypedPolicy.Model.Declarations.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>The classes that carry a module's attributes: those of its own declarations, and blocks for what others declare.</summary>
internal sealed class Carriers(NameBook names)
{
    private readonly Dictionary<string, PolicyClass> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<(EntityKind Kind, string Name), PolicyClass> _others = [];
    private readonly SortedDictionary<string, PolicyClass> _foreign = new(StringComparer.Ordinal);

    /// <summary>Blocks for what others declare.</summary>
    public IEnumerable<PolicyClass> Foreign => _foreign.Values;

    /// <summary>The block for rules that no class carries, in a file of its own.</summary>
    public PolicyClass Free { get; } = new("OtherStatements", "public static class");

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
    /// The type whose class carries a call that speaks of no class: the one that an argument names (<c>x_template(till)</c> is about <c>till_t</c>), else the
    /// module's first domain, else its first type; nothing where it declares none.
    /// </summary>
    public string? Main(MacroCall call) =>
        call.Arguments.Select(a => a.Text.Trim() + "_t").FirstOrDefault(n => _own.TryGetValue(n, out var type) && IsType(type))
        ?? _own.FirstOrDefault(o => o.Value.Lines.Exists(l => l.Attribute?.Split('(')[0] == "Domain")).Key
        ?? _own.FirstOrDefault(o => IsType(o.Value)).Key;

    /// <summary>The class that carries an attribute, outside of every block.</summary>
    public PolicyClass Of(Saying saying)
    {
        if (saying.Subject is not { } subject)
        {
            return Free;
        }

        if (OwnOf(saying.Kind, subject) is { } own)
        {
            return own;
        }

        if (!_foreign.TryGetValue(subject, out var block))
        {
            var type = CSharp(names, subject, saying.Kind);
            block = new PolicyClass(names.Classes.Free("RulesFor" + Last(type)), "public static class");
            block.Add($"RulesFor<{type}>");
            _foreign.Add(subject, block);
        }

        return block;
    }

    /// <summary>The C# name of a subject.</summary>
    public static string CSharp(NameBook names, string subject, EntityKind kind) =>
        kind is EntityKind.Role or EntityKind.RoleAttribute ? names.Role(subject) : names.Type(subject);

    private static bool IsType(PolicyClass made) =>
        made.Lines.Exists(l => l.Attribute?.Split('(')[0] is "Domain" or "FileType" or "Entrypoint" or "PortType" or "FilesystemType" or "PolicyType");

    /// <summary>The last part of a C# name.</summary>
    public static string Last(string type) => type[(type.LastIndexOf('.') + 1)..];
}
