using System.Collections.Immutable;

namespace TypedPolicy.Sepol.Differences;

/// <summary>A part of a policy, and how it is compared.</summary>
/// <param name="Kind">The kind of its differences.</param>
/// <param name="Claims">What of a policy the comparison looks at, as <c>Record.Property</c> of what the reader fills.</param>
/// <param name="Compare">The differences, in any order.</param>
internal sealed record PolicyPart(string Kind, ImmutableArray<string> Claims, Func<SharedNames, IEnumerable<PolicyChange>> Compare);
