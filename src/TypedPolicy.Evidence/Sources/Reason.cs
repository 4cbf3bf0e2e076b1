namespace TypedPolicy.Evidence.Sources;

/// <summary>Where something is declared.</summary>
/// <param name="Text">The declaration, as its author wrote it: <c>StateDirectory=greeter</c>.</param>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, from 1; 0 for the whole file.</param>
public sealed record Reason(string Text, string File, int Line)
{
    /// <summary>The longest text that is shown.</summary>
    private const int MaxShown = 100;

    /// <summary>The place: <c>greeter.service:14</c>.</summary>
    public string Place => Line == 0 ? File : $"{File}:{Line}";

    /// <summary>What a comment tells of it.</summary>
    public override string ToString() => Text.Length == 0 ? Place : $"{(Text.Length <= MaxShown ? Text : Text[..MaxShown] + "...")} ({Place})";
}
