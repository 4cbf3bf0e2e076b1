namespace TypedPolicy.Model.Cil;

/// <summary>A quoted string. CIL knows no escape in it, so a quote or a line end cannot be said.</summary>
public sealed class CilString : CilNode
{
    /// <summary>Makes a string.</summary>
    /// <param name="text">Its text, without the quotes.</param>
    /// <exception cref="ArgumentException">The text holds a quote or a control character. The checks find this first; this is the last line.</exception>
    public CilString(string text)
    {
        if (!IsQuotable(text))
        {
            throw new ArgumentException("CIL cannot quote a text with a double quote or a control character in it.", nameof(text));
        }

        Text = text;
    }

    /// <summary>The text, without the quotes.</summary>
    public string Text { get; }

    /// <summary>Whether a text can be between quotes.</summary>
    public static bool IsQuotable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '"' or < ' ' or '\u007f' || (char.IsSurrogate(text[i]) && !IsHalfOfPair(text, i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Half a character has no encoding in UTF-8.</summary>
    private static bool IsHalfOfPair(string text, int at) =>
        char.IsHighSurrogate(text[at])
            ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            : at > 0 && char.IsHighSurrogate(text[at - 1]);

    /// <inheritdoc/>
    public override bool Equals(CilNode? other) => other is CilString value && value.Text == Text;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Text.GetHashCode() * 31) + 1);
}
