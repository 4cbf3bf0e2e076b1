using TypedPolicy.Model.Declarations;

namespace TypedPolicy.Model.Rules;

/// <summary>
/// A name that must be declared elsewhere, though no rule uses it: <c>(typeattributeset cil_gen_require (name))</c>, as libsepol's own conversion of
/// modules says it. In an optional, the optional is left out where the name is missing; elsewhere linking fails, at the C# line. libsepol's conversion leaves
/// classes and booleans out; here a rule of nobody names them, which gives nothing: <c>(allow typedpolicy_nobody typedpolicy_nobody (class (permission)))</c>.
/// </summary>
/// <param name="Origin">Where it was said.</param>
/// <param name="Name">The name: a type, a role, or an attribute of them; an object class or a boolean.</param>
public sealed record RequireRule(Origin Origin, EntityRef Name) : Rule(Origin)
{
    /// <summary>The attribute that all such names are put into; libsepol drops it.</summary>
    public const string Attribute = "cil_gen_require";

    /// <summary>An attribute that nothing is in; libsepol drops it with its rules.</summary>
    public const string Nobody = "typedpolicy_nobody";

    /// <summary>For an object class, the permissions that it must have.</summary>
    public EquatableArray<string> Permissions { get; init; } = EquatableArray<string>.Empty;

    /// <summary>Whether the name is one of roles.</summary>
    public bool IsRole => Name.Kind is EntityKind.Role or EntityKind.RoleAttribute;

    /// <summary>Whether a rule of nobody says it.</summary>
    public bool IsOfNobody => Name.Kind is EntityKind.ObjectClass or EntityKind.Boolean;
}
