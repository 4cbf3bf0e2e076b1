namespace TypedPolicy.Refpolicy.M4;

internal enum MacroPartKind
{
    /// <summary>Text of the body.</summary>
    Text,

    /// <summary><c>$0</c>, <c>$1</c>, …</summary>
    Argument,

    /// <summary><c>$#</c></summary>
    Count,

    /// <summary><c>$*</c></summary>
    All,

    /// <summary><c>$@</c></summary>
    AllQuoted,
}

/// <summary>A part of a macro's body.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Start">Where it starts in the body.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Argument">The number of the argument.</param>
internal readonly record struct MacroPart(MacroPartKind Kind, int Start, int Length, int Argument = 0)
{
    /// <summary>Cuts a body; a body without parameters has no parts.</summary>
    public static MacroPart[] Cut(string body)
    {
        var parts = new List<MacroPart>();
        var text = 0;
        for (var at = body.IndexOf('$'); at >= 0 && at + 1 < body.Length; at = at < body.Length ? body.IndexOf('$', at) : -1)
        {
            var part = Read(body, at);
            if (part.Length == 1)
            {
                at++;
                continue;
            }

            if (at > text)
            {
                parts.Add(new MacroPart(MacroPartKind.Text, text, at - text));
            }

            parts.Add(part);
            at += part.Length;
            text = at;
        }

        if (parts.Count > 0 && text < body.Length)
        {
            parts.Add(new MacroPart(MacroPartKind.Text, text, body.Length - text));
        }

        return [.. parts];
    }

    private static MacroPart Read(string body, int at)
    {
        switch (body[at + 1])
        {
            case '#':
                return new MacroPart(MacroPartKind.Count, at, 2);
            case '*':
                return new MacroPart(MacroPartKind.All, at, 2);
            case '@':
                return new MacroPart(MacroPartKind.AllQuoted, at, 2);
            case >= '0' and <= '9':
                var (end, number) = (at + 1, 0);
                for (; end < body.Length && body[end] is >= '0' and <= '9'; end++)
                {
                    number = number > 1_000_000 ? int.MaxValue : (number * 10) + (body[end] - '0');
                    number = number < 0 ? int.MaxValue : number;
                }

                return new MacroPart(MacroPartKind.Argument, at, end - at, number);
            default:
                return new MacroPart(MacroPartKind.Text, at, 1);
        }
    }
}
