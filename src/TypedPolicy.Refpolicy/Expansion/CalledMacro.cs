using TypedPolicy.Refpolicy.M4;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>A macro that is called with holes to see what it does.</summary>
/// <param name="Name">The name that it is called by.</param>
/// <param name="Macro">The macro.</param>
/// <param name="Position">Where it is declared, in the sources of the expander.</param>
internal readonly record struct CalledMacro(string Name, M4Macro Macro, int Position);
