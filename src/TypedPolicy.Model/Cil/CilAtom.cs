namespace TypedPolicy.Model.Cil;

/// <summary>A name, a keyword or a number.</summary>
public sealed class CilAtom : CilNode
{
    private const string OtherSigns = "_.-/:@=*+&~^%!$#[]{}|`<>?,";

    /// <summary>Makes an atom.</summary>
    /// <param name="text">Its text: letters, digits and the signs that CIL allows in a symbol.</param>
    /// <exception cref="ArgumentException">The text is not a CIL symbol. The checks of the model find this first; this is the last line.</exception>
    public CilAtom(string text)
    {
        if (!IsSymbol(text))
        {
            throw new ArgumentException("Not a CIL symbol: a name holds no blanks, quotes, parentheses or semicolons.", nameof(text));
        }

        Text = text;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>Whether a text is a CIL symbol (libsepol's cil_lexer.l: the rule SYMBOL, in ASCII).</summary>
    public static bool IsSymbol(string text)
    {
        foreach (var c in text)
        {
            if (!IsSymbolCharacter(c))
            {
                return false;
            }
        }

        return text.Length > 0;
    }

    /// <inheritdoc/>
    public override bool Equals(CilNode? other) => other is CilAtom atom && atom.Text == Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode();

    internal static bool IsSymbolCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || OtherSigns.IndexOf(c) >= 0;
}
