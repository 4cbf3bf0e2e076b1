using TypedPolicy.Model.Writing;

namespace TypedPolicy.Build;

/// <summary>A policy file in an assembly.</summary>
/// <param name="Path">Where it belongs below the policy folder; not yet checked by <see cref="ArtifactPath"/>.</param>
/// <param name="Targets">The targets that it is for.</param>
/// <param name="Parts">The pieces of its text, in order. Artifacts share them: the text of most targets is the same.</param>
internal sealed record CarriedArtifact(string Path, IReadOnlyList<string> Targets, IReadOnlyList<string> Parts)
{
    /// <summary>The text of the file.</summary>
    public string Text => CarriedParts.Join(Parts);
}
