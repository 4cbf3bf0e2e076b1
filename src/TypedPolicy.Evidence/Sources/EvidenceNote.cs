using TypedPolicy.Model.Languages;

namespace TypedPolicy.Evidence.Sources;

/// <summary>Something that a person should look at: no rule was made of it, or something else is to be changed.</summary>
/// <param name="Place">What it is about; empty for the service as a whole.</param>
/// <param name="Message">What it is, and what to do.</param>
/// <param name="Directive">The directive that is not known; null for any other note.</param>
public sealed record EvidenceNote(string Place, string Message, string? Directive = null)
{
    /// <summary>Its text, on one line, whatever it quotes.</summary>
    public string Message { get; init; } = PlainText.Line(Message);

    /// <inheritdoc/>
    public override string ToString() => Place.Length == 0 ? Message : $"{PlainText.Line(Place)}: {Message}";
}
