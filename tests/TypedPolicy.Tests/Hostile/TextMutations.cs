using System.Text;

namespace TypedPolicy.Tests.Hostile;

/// <summary>Damages texts with what means something in C#, m4, XML or a terminal; the same way each time.</summary>
internal sealed class TextMutations(int seed)
{
    /// <summary>Pieces that end something, or begin something else.</summary>
    public static readonly string[] Pieces =
    [
        "*/", "/*", "//", "///", "\"", "\"\"", "@\"", "'", "`", "\\", "\\u0022", "{", "}", "(", ")", "[", "]", "<", ">", "&", "&lt;", "</summary>", "<param name=\"", ";", ":", ",", "$", "$1", "$*", "#", "#if", "#pragma",
        "\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029", "\u000B", "\f", "\0", "\t", "\u001B[31m", "\u202E", "\u200B", "\uFEFF", "\uFFFF", "\uD800", "é", "Ж", "class", "public class X { }", "_", "-", ".", "1", "@",
        "define(`x',`y')", "dnl", "changequote", "$(X)", "%24", "(/.*)?", "~", "*", "!", "=", "+", "|",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Some texts, each of up to eight pieces.</summary>
    public static string[] Texts(int seed, int count)
    {
        var mutations = new TextMutations(seed);
        return [.. Enumerable.Range(0, count).Select(_ => mutations.Text())];
    }

    /// <summary>One of some things.</summary>
    public T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    /// <summary>Up to eight pieces, one behind the other.</summary>
    public string Text() => string.Concat(Enumerable.Range(0, _random.Next(1, 8)).Select(_ => Pick(Pieces)));

    /// <summary>Damages a text in one to five places.</summary>
    public string Damage(string text)
    {
        var damaged = new StringBuilder(text);
        for (var times = _random.Next(1, 6); times > 0; times--)
        {
            var at = _random.Next(damaged.Length + 1);
            var length = Math.Min(_random.Next(1, 40), damaged.Length - at);
            switch (_random.Next(6))
            {
                case 0:
                    damaged.Remove(at, length);
                    break;
                case 1:
                    damaged.Insert(_random.Next(damaged.Length + 1), damaged.ToString(at, length));
                    break;
                case 2 when at < damaged.Length:
                    damaged[at] = Pick(Pieces)[0];
                    break;
                default:
                    damaged.Insert(at, Pick(Pieces));
                    break;
            }
        }

        return damaged.ToString();
    }
}
