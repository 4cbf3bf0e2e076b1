namespace TypedPolicy.Refpolicy.Language;

internal enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A name, or a keyword: the language keeps no keyword from being read as a name where a name must stand.</summary>
    Name,

    /// <summary>A number: 0x8910, 7.</summary>
    Number,

    /// <summary>Text in double quotes; the quotes count.</summary>
    String,

    /// <summary>A path: /var/run.</summary>
    Path,

    /// <summary>&amp;&amp;, ||, ==, !=</summary>
    Operator,

    /// <summary>One character: ; , : { } ( ) and the like.</summary>
    Mark,
}

/// <summary>A word of the policy language.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length)
{
    public int End => Start + Length;
}
