namespace TypedPolicy.Sepol.Verification;

/// <summary>A neverallow rule of a base that the base breaks.</summary>
/// <param name="File">The file of the base.</param>
/// <param name="Line">Its line, of a package as CIL.</param>
public sealed record BrokenAssertion(string File, int Line);
