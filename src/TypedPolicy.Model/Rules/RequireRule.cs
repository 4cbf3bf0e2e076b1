using TypedPolicy.Model.Declarations;

namespace TypedPolicy.Model.Rules;

/// <summary>
/// A name that must be declared elsewhere, though no rule uses it: <c>(typeattributeset cil_gen_require (name))</c>, as libsepol's own conversion of
/// modules says it. In an optional, the optional is left out where the name is missing; elsewhere linking fails, at the C# line.
/// </summary>
/// <param name="Origin">Where it was said.</param>
/// <param name="Name">The name: a type, a role, or an attribute of them.</param>
public sealed record RequireRule(Origin Origin, EntityRef Name) : Rule(Origin)
{
    /// <summary>The attribute that all such names are put into; libsepol drops it.</summary>
    public const string Attribute = "cil_gen_require";

    /// <summary>Whether the name is one of roles.</summary>
    public bool IsRole => Name.Kind is EntityKind.Role or EntityKind.RoleAttribute;
}
