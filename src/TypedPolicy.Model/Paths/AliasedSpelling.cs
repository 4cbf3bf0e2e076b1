namespace TypedPolicy.Model.Paths;

/// <summary>One of the paths that a pattern with optional parts stands for, and the equivalence that it lies under.</summary>
/// <param name="Spelling">The pattern with its optional parts and alternatives chosen.</param>
/// <param name="Equivalence">The equivalence that makes this spelling a dead one.</param>
/// <param name="RealIsCovered">Whether the pattern also stands for the real spelling, so that nothing is lost.</param>
public sealed record AliasedSpelling(PathPattern Spelling, Equivalence Equivalence, bool RealIsCovered);
