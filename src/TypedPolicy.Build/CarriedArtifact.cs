namespace TypedPolicy.Build;

/// <summary>A policy file in an assembly.</summary>
/// <param name="Path">Where it belongs below the policy folder; not yet checked by <see cref="ArtifactPath"/>.</param>
/// <param name="Targets">The targets that it is for.</param>
/// <param name="Parts">The pieces of its text, in order. Artifacts share them: the text of most targets is the same.</param>
internal sealed record CarriedArtifact(string Path, IReadOnlyList<string> Targets, IReadOnlyList<string> Parts)
{
    /// <summary>
    /// The text of the file. Lines end in <c>\n</c> alone: libsepol counts CRLF as two lines, which would put every line mark
    /// out of place.
    /// </summary>
    public string Text => string.Concat(Parts).Replace("\r\n", "\n").Replace('\r', '\n');
}
