namespace TypedPolicy.Refpolicy.M4;

/// <summary>
/// Macros that look at the text of their arguments: <c>ifelse(`$2',`',…)</c>. What such a macro expands to for a placeholder tells nothing about what it expands to for another text.
/// </summary>
public sealed partial class M4Engine
{
    private readonly List<InspectedText> _inspected = [];

    /// <summary>The word that marks placeholders: only texts that contain it are recorded. Null to record none.</summary>
    internal string? Watched { get; init; }

    /// <summary>The texts with placeholders that a built-in compared, searched or cut since the last <see cref="Restart"/>.</summary>
    internal IReadOnlyList<InspectedText> Inspected => _inspected;

    /// <summary>Records that what is written depends on a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isEmptinessOnly">Whether it is only asked whether the text is empty.</param>
    internal void Inspect(string text, bool isEmptinessOnly = false)
    {
        if (Watched is not null && text.Contains(Watched))
        {
            _inspected.Add(new InspectedText(text, isEmptinessOnly));
        }
    }
}

/// <summary>A text that decided what was written.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsEmptinessOnly">Whether it was only asked whether the text is empty.</param>
internal readonly record struct InspectedText(string Text, bool IsEmptinessOnly);
