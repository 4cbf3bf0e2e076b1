using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary>
/// A name that must be declared elsewhere, though no rule uses it: <c>(typeattributeset MODULE_typedpolicy_require (name))</c>. In an optional, the optional is
/// left out where the name is missing; elsewhere linking fails, at the C# line. A class or boolean is in no attribute: a rule of nobody names it, which gives
/// nothing, <c>(allow MODULE_typedpolicy_nobody MODULE_typedpolicy_nobody (class (permission)))</c>. libsepol drops both attributes.
/// </summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Name">The name: a type, a role, or an attribute of them; an object class or a boolean.</param>
public sealed record RequireRule(Origin Origin, EntityRef Name) : Rule(Origin)
{
    private const string AttributeEnding = "_typedpolicy_require";
    private const string NobodyEnding = "_typedpolicy_nobody";

    /// <summary>For an object class, the permissions that it must have.</summary>
    public EquatableArray<string> Permissions { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether the name is one of roles.</summary>
    public bool IsRole => Name.Kind is EntityKind.Role or EntityKind.RoleAttribute;

    /// <summary>Whether a rule of nobody stands for it.</summary>
    public bool IsOfNobody => Name.Kind is EntityKind.ObjectClass or EntityKind.Boolean;

    /// <summary>The attribute that a module puts such names into: its own, since libsepol takes a name that two modules declare only where it is told to, and slowly: see docs/decisions/requirements.md.</summary>
    public static string Attribute(string module) => NameRules.ToPrefix(module) + AttributeEnding;

    /// <summary>The attribute of a module that nothing is in.</summary>
    public static string Nobody(string module) => NameRules.ToPrefix(module) + NobodyEnding;

    /// <summary>Whether a name is that of such an attribute.</summary>
    public static bool IsHelper(string name) => name.EndsWith(AttributeEnding, StringComparison.Ordinal) || name.EndsWith(NobodyEnding, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this];
}
