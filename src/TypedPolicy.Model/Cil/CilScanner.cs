namespace TypedPolicy.Model.Cil;

/// <summary>What a word of CIL is.</summary>
public enum CilToken
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A parenthesis that opens a list.</summary>
    Open,

    /// <summary>A parenthesis that closes one.</summary>
    Close,

    /// <summary>A name, a keyword or a number; whether CIL allows its characters is not looked at.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Quoted,

    /// <summary>A comment, which may be a line mark.</summary>
    Comment,
}

/// <summary>Cuts CIL into words that know their places: the one lexer, for the reader of trees and for that of whole policies.</summary>
/// <param name="text">The text.</param>
/// <param name="returnEndsComment">Whether a carriage return ends a comment, as a reader must take it who does not trust the text; for libsepol only <c>\n</c> does.</param>
public sealed class CilScanner(string text, bool returnEndsComment)
{
    private static readonly char[] Ends = ['(', ')', ' ', '\t', '\r', '\n', '"', ';'];
    private static readonly char[] LineEnds = ['\n', '\r'];

    /// <summary>What the word is.</summary>
    public CilToken Kind { get; private set; }

    /// <summary>The first character of the word.</summary>
    public int Start { get; private set; }

    /// <summary>The character after its last.</summary>
    public int End { get; private set; }

    /// <summary>Its line, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Whether a text in quotes has its end.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether the word begins its line.</summary>
    public bool BeginsLine => Start == 0 || text[Start - 1] == '\n';

    /// <summary>Goes on to the next word.</summary>
    public CilToken Next()
    {
        Start = End;
        while (Start < text.Length && text[Start] is ' ' or '\t' or '\n' or '\r')
        {
            Line += text[Start++] == '\n' ? 1 : 0;
        }

        return Kind = Start == text.Length ? Cut(CilToken.End, 0) : text[Start] switch
        {
            '(' => Cut(CilToken.Open, 1),
            ')' => Cut(CilToken.Close, 1),
            ';' => Cut(CilToken.Comment, Until(returnEndsComment ? text.IndexOfAny(LineEnds, Start) : text.IndexOf('\n', Start))),
            '"' => Quoted(text.IndexOf('"', Start + 1)),
            _ => Cut(CilToken.Word, Until(text.IndexOfAny(Ends, Start))),
        };
    }

    private CilToken Quoted(int close)
    {
        IsClosed = close >= 0;
        return Cut(CilToken.Quoted, Until(close) + (IsClosed ? 1 : 0));
    }

    private int Until(int end) => (end < 0 ? text.Length : end) - Start;

    private CilToken Cut(CilToken kind, int length)
    {
        End = Start + length;
        return kind;
    }
}
