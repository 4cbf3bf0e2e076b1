namespace TypedPolicy.Refpolicy.M4;

/// <summary>What a character is to the reader before it looks at what follows.</summary>
internal enum M4Character : byte
{
    /// <summary>Nothing but itself.</summary>
    Plain,

    /// <summary>The start of a word.</summary>
    Letter,

    /// <summary>A parenthesis, a comma, or the first character of a quote or comment.</summary>
    Delimiter,
}

/// <summary>The quotes and comment marks, which <c>changequote</c> and <c>changecom</c> set.</summary>
internal sealed class M4Quotes
{
    private const string LeftDefault = "`";
    private const string RightDefault = "'";
    private const string CommentDefault = "#";
    private readonly M4Character[] _kinds = new M4Character[128];

    public M4Quotes()
    {
        QuoteCharacters = [];
        Classify();
    }

    public string Left { get; private set; } = LeftDefault;

    public string Right { get; private set; } = RightDefault;

    public string CommentStart { get; private set; } = CommentDefault;

    public string CommentEnd { get; private set; } = "\n";

    /// <summary>The first characters of both quotes.</summary>
    public char[] QuoteCharacters { get; private set; }

    public M4Character KindOf(char character) => character < 128 ? _kinds[character] : KindOfOther(character);

    public bool StartsComment(char character) => CommentStart.Length > 0 && CommentStart[0] == character;

    public bool StartsQuote(char character) => Left.Length > 0 && Left[0] == character;

    /// <summary>Whether quotes and comments are the usual ones.</summary>
    public bool AreUsual { get; private set; }

    /// <summary>Sets the usual quotes and comments.</summary>
    public void Reset()
    {
        if (!AreUsual)
        {
            SetQuotes(null, null);
            SetComments(CommentDefault, null);
        }
    }

    /// <summary>Sets the quotes; nothing means the usual ones, and an empty left one that there are none.</summary>
    public void SetQuotes(string? left, string? right)
    {
        Left = left ?? LeftDefault;
        Right = left is null || right is null || (left.Length > 0 && right.Length == 0) ? RightDefault : right;
        Classify();
    }

    /// <summary>Sets the comment marks; nothing means that there are no comments.</summary>
    public void SetComments(string? start, string? end)
    {
        CommentStart = start ?? "";
        CommentEnd = start is null || end is null || (start.Length > 0 && end.Length == 0) ? "\n" : end;
        Classify();
    }

    private M4Character KindOfOther(char character) => StartsComment(character) || StartsQuote(character) ? M4Character.Delimiter : M4Character.Plain;

    private void Classify()
    {
        AreUsual = (Left, Right, CommentStart, CommentEnd) == (LeftDefault, RightDefault, CommentDefault, "\n");
        QuoteCharacters = Left.Length == 0 ? [] : Right.Length == 0 ? [Left[0]] : [Left[0], Right[0]];
        for (var i = 0; i < _kinds.Length; i++)
        {
            var character = (char)i;
            // A comment may start with a letter; a quote that does so is never seen.
            _kinds[i] = StartsComment(character) ? M4Character.Delimiter
                : character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' ? M4Character.Letter
                : StartsQuote(character) || character is '(' or ')' or ',' ? M4Character.Delimiter
                : M4Character.Plain;
        }
    }
}
