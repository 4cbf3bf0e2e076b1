using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Verification;

/// <summary>A module to verify.</summary>
/// <param name="Source">Its policy.</param>
/// <param name="IsOwn">Whether its line marks lead to files of the project that is verified, not of a package that it uses.</param>
public sealed record VerifiedModule(PolicySource Source, bool IsOwn);
