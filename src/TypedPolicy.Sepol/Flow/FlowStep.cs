using System.Collections.Immutable;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Flow;

/// <summary>One step of information: from a type to the next, by rules.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Weight">The largest weight of the rules.</param>
/// <param name="Rules">The rules that move it: the source's that write, the target's that read.</param>
public sealed record FlowStep(string Source, string Target, int Weight, ImmutableArray<PolicyRule> Rules);
