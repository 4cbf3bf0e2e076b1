namespace TypedPolicy.Build;

/// <summary>A file of the layout.</summary>
/// <param name="Path">Its path below the policy folder, checked.</param>
/// <param name="Artifact">What it is made of.</param>
/// <param name="Carrier">The assembly that carries it.</param>
/// <param name="IsOwn">Whether that is the assembly of this project.</param>
internal sealed record PlannedFile(string Path, CarriedArtifact Artifact, CarriedPolicy Carrier, bool IsOwn);
