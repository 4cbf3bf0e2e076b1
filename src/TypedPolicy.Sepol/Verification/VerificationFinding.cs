using System.Collections.Immutable;

namespace TypedPolicy.Sepol.Verification;

/// <summary>What libsepol rejects, reported at the place that has to change.</summary>
/// <param name="Place">Where to change something; null if no place is known.</param>
/// <param name="Message">What is wrong, and what to do instead.</param>
/// <param name="Further">The other places: the way from the call to the rule, the rule that forbids it, the label that contradicts.</param>
/// <param name="Detail">Everything that libsepol wrote about it.</param>
/// <param name="BreaksBase">Whether a neverallow rule of the base forbids it, which a system that does not check those loads all the same.</param>
public sealed record VerificationFinding(VerificationPlace? Place, string Message, ImmutableArray<VerificationPlace> Further, string Detail, bool BreaksBase = false);
