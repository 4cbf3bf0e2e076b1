using System.Text;

namespace TypedPolicy.Tests.Support;

/// <summary>A reader of CIL that shares nothing with the one under test: lists, words and strings; comments are skipped.</summary>
internal sealed record Sexp(string Text, IReadOnlyList<Sexp>? Items)
{
    public string Head => Items is [{ Items: null } first, ..] ? first.Text : "";

    public static IReadOnlyList<Sexp> Read(string text)
    {
        var at = 0;
        var items = ReadItems(text, ref at);
        return at == text.Length ? items : throw new FormatException($"A parenthesis closes nothing at {at}.");
    }

    /// <summary>The first words of all lists, at any depth, in order.</summary>
    public static IEnumerable<string> Heads(string text) => Read(text).SelectMany(Heads);

    public override string ToString() => Items is null ? Text : $"({string.Join(" ", Items)})";

    private static IEnumerable<string> Heads(Sexp node) =>
        node.Items is null ? [] : node.Items.SelectMany(Heads).Prepend(node.Head);

    private static List<Sexp> ReadItems(string text, ref int at)
    {
        var items = new List<Sexp>();
        while (at < text.Length && text[at] != ')')
        {
            switch (text[at])
            {
                case ' ' or '\t' or '\n':
                    at++;
                    break;
                case ';':
                    at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
                    break;
                case '(':
                    at++;
                    items.Add(new Sexp("", ReadItems(text, ref at)));
                    at = at < text.Length ? at + 1 : throw new FormatException("A parenthesis is not closed.");
                    break;
                case '"':
                    var close = text.IndexOf('"', at + 1);
                    items.Add(new Sexp(text[at..(close + 1)], null));
                    at = close + 1;
                    break;
                default:
                    items.Add(new Sexp(Word(text, ref at), null));
                    break;
            }
        }

        return items;
    }

    private static string Word(string text, ref int at)
    {
        var word = new StringBuilder();
        while (at < text.Length && text[at] is not (' ' or '\t' or '\n' or '(' or ')' or '"' or ';'))
        {
            word.Append(text[at++]);
        }

        return word.ToString();
    }
}
