namespace TypedPolicy.Refpolicy.Language;

/// <summary>
/// Cuts a text into the words of checkpolicy 3.4 (policy_scan.l). A hyphen inside a name belongs to it, so <c>a-b</c> is one name and
/// <c>a -b</c> are two.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="start">Where reading starts.</param>
/// <param name="end">Where it ends.</param>
/// <param name="comments">Where comments are put; null if nobody wants them, as in expanded text.</param>
/// <param name="hasParameters">Whether names may have <c>$1</c> where others have letters, as in the body of a macro; expanded text has none.</param>
internal sealed class Tokenizer(string text, int start, int end, List<Comment>? comments = null, bool hasParameters = false)
{
    private int _at = start;

    public string Text => text;

    /// <summary>Where the part that is read ends.</summary>
    public int Limit => end;

    /// <summary>The word that was read last.</summary>
    public Token Current { get; private set; }

    /// <summary>Where the word before it ended.</summary>
    public int PreviousEnd { get; private set; } = start;

    /// <summary>The first character of the word that was read last.</summary>
    public char First => Current.Kind == TokenKind.End ? '\0' : text[Current.Start];

    public bool Is(char mark) => Current.Kind == TokenKind.Mark && text[Current.Start] == mark;

    public bool Is(string word) =>
        Current.Length == word.Length && Current.Kind is TokenKind.Name or TokenKind.Operator && string.CompareOrdinal(text, Current.Start, word, 0, word.Length) == 0;

    /// <summary>Whether the text goes on with a mark, with nothing between: a name and its parenthesis are a call.</summary>
    public bool IsFollowedBy(char mark) => Current.End < end && text[Current.End] == mark;

    public Token Next()
    {
        PreviousEnd = _at;
        SkipBlanks();
        Current = Read();
        _at = Current.End;
        return Current;
    }

    /// <summary>Goes on elsewhere in the text.</summary>
    public void MoveTo(int position)
    {
        _at = position;
        Next();
    }

    private bool IsParameter(int at) => hasParameters && text[at] == '$' && at + 1 < end && (IsDigit(text[at + 1]) || text[at + 1] == '*');

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsWordPart(char c) => IsLetter(c) || IsDigit(c) || c is '_' or '-';

    private void SkipBlanks()
    {
        while (_at < end)
        {
            var c = text[_at];
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v')
            {
                _at++;
            }
            else if (c == '#')
            {
                var from = _at;
                var line = text.IndexOf('\n', _at, end - _at);
                _at = line < 0 ? end : line;
                comments?.Add(new Comment(from, _at - from));
            }
            else
            {
                return;
            }
        }
    }

    private Token Read()
    {
        if (_at >= end)
        {
            return new Token(TokenKind.End, end, 0);
        }

        var c = text[_at];
        if (IsLetter(c) || c == '_' || IsParameter(_at))
        {
            return Word(TokenKind.Name, dots: true);
        }

        if (IsDigit(c))
        {
            return Word(TokenKind.Number, dots: true);
        }

        switch (c)
        {
            case '"':
                var close = text.IndexOf('"', _at + 1, end - _at - 1);
                var line = text.IndexOf('\n', _at, (close < 0 ? end : close) - _at);
                return close < 0 || line >= 0 ? new Token(TokenKind.Mark, _at, 1) : new Token(TokenKind.String, _at, close + 1 - _at);
            case '/':
                var stop = _at + 1;
                while (stop < end && (IsWordPart(text[stop]) || text[stop] is '/' or '.' or '~' or '*' or '+'))
                {
                    stop++;
                }

                return new Token(TokenKind.Path, _at, stop - _at);
            case '&' or '|' or '=' or '!' when _at + 1 < end && text[_at + 1] == (c == '!' ? '=' : c):
                return new Token(TokenKind.Operator, _at, 2);
            default:
                return new Token(TokenKind.Mark, _at, 1);
        }
    }

    private Token Word(TokenKind kind, bool dots)
    {
        var stop = _at + (IsParameter(_at) ? 2 : 1);
        while (stop < end && (kind == TokenKind.Number ? IsLetter(text[stop]) || IsDigit(text[stop]) || text[stop] == '_' : IsWordPart(text[stop]) || IsParameter(stop)))
        {
            stop += IsParameter(stop) ? 2 : 1;
            if (dots && stop + 1 < end && text[stop] == '.' && IsWordPart(text[stop + 1]))
            {
                stop++;
            }
        }

        if (stop == _at + 1 && dots && stop + 1 < end && text[stop] == '.' && IsWordPart(text[stop + 1]))
        {
            stop++;
            while (stop < end && (IsWordPart(text[stop]) || (text[stop] == '.' && stop + 1 < end && IsWordPart(text[stop + 1]))))
            {
                stop++;
            }
        }

        return new Token(kind, _at, stop - _at);
    }
}

/// <summary>A comment of a source.</summary>
/// <param name="Start">Where its <c>#</c> is in the text.</param>
/// <param name="Length">How long it is, without the end of the line.</param>
public readonly record struct Comment(int Start, int Length);
