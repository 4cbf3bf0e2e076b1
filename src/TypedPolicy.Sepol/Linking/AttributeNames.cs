using System.Text;

namespace TypedPolicy.Sepol.Linking;

/// <summary>The type attributes that CIL text declares, by their full names.</summary>
internal static class AttributeNames
{
    /// <summary>The names, in order; a text that is not well formed gives those that come before its fault.</summary>
    public static IEnumerable<string> In(ReadOnlyMemory<byte> cil)
    {
        // One entry for each open parenthesis: the block it opens, or nothing.
        var open = new Stack<string?>();
        string? previous = null;
        var first = false;
        foreach (var token in Tokens(cil))
        {
            switch (token)
            {
                case "(":
                    open.Push(null);
                    first = true;
                    continue;
                case ")":
                    open.TryPop(out _);
                    break;
                case var name when previous == "block" && open.Count > 0:
                    open.Pop();
                    open.Push(name);
                    break;
                case var name when previous == "typeattribute":
                    yield return string.Join('.', open.Where(b => b is not null).Reverse().Append(name));
                    break;
            }

            previous = first ? token : null;
            first = false;
        }
    }

    private static IEnumerable<string> Tokens(ReadOnlyMemory<byte> cil)
    {
        for (var i = 0; i < cil.Length;)
        {
            var length = LengthOfToken(cil.Span[i..]);
            var c = cil.Span[i];
            if (c is not ((byte)';' or (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                yield return c switch
                {
                    (byte)'(' => "(",
                    (byte)')' => ")",
                    _ => Encoding.UTF8.GetString(cil.Span.Slice(i, length)),
                };
            }

            i += length;
        }
    }

    private static int LengthOfToken(ReadOnlySpan<byte> rest)
    {
        var length = rest[0] switch
        {
            (byte)'(' or (byte)')' or (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' => 1,
            (byte)';' => rest.IndexOf((byte)'\n'),
            (byte)'"' => rest[1..].IndexOf((byte)'"') is >= 0 and var end ? end + 2 : -1,
            _ => rest.IndexOfAny("() \t\r\n\";"u8),
        };
        return length < 0 ? rest.Length : length;
    }
}
