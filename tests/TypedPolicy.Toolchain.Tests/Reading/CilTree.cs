namespace TypedPolicy.Toolchain.Tests.Reading;

/// <summary>CIL as the tests read it: a list, or a word. It shares nothing with the reader of the product.</summary>
internal sealed class CilTree
{
    private CilTree(string? word, CilTree[] items) => (Word, Items) = (word, items);

    /// <summary>The word, a string with its quotes; null for a list.</summary>
    public string? Word { get; }

    public CilTree[] Items { get; }

    /// <summary>The first word of a list.</summary>
    public string Keyword => Items.Length > 0 ? Items[0].Word ?? "" : "";

    /// <summary>The words of a list, or the one word.</summary>
    public IEnumerable<string> Words => Word is not null ? [Word] : Items.SelectMany(i => i.Words);

    public static CilTree[] Read(string text)
    {
        var at = 0;
        return ReadItems(text, ref at);
    }

    public override string ToString() => Word ?? $"({Inside})";

    /// <summary>The statement without its outer parentheses.</summary>
    public string Inside => string.Join(' ', Items.Select(i => i.ToString()));

    private static CilTree[] ReadItems(string text, ref int at)
    {
        var items = new List<CilTree>();
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '(':
                    at++;
                    items.Add(new CilTree(null, ReadItems(text, ref at)));
                    break;
                case ')':
                    at++;
                    return [.. items];
                case ';':
                    at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
                    break;
                case ' ' or '\n' or '\t':
                    at++;
                    break;
                default:
                    items.Add(new CilTree(ReadWord(text, ref at), []));
                    break;
            }
        }

        return [.. items];
    }

    private static string ReadWord(string text, ref int at)
    {
        var start = at;
        if (text[at] == '"')
        {
            at = text.IndexOf('"', at + 1) + 1;
            return text[start..at];
        }

        while (at < text.Length && text[at] is not ('(' or ')' or ' ' or '\n' or '\t'))
        {
            at++;
        }

        return string.Intern(text[start..at]);
    }
}
