using System.Text;

namespace TypedPolicy.Refpolicy.Tests.Hostile;

/// <summary>Damages texts, the same way each time.</summary>
internal sealed class Mutations(int seed)
{
    private static readonly string[] Pieces =
        ["`", "'", "(", ")", "{", "}", ";", ":", ",", "#", "\"", "$1", "$*", "~", "*", "-", "!", "&&", "\n", "\0", "\uFFFF", "é", "dnl", "define(`x',`x x')x", "optional_policy(`", "')", "if (", "require {", "type ", "tp_hole_1_", "tp_hole_99999999999_", "divert(-1)", "changequote([,])", "<param name=\"", "</summary>"];

    private readonly Random _random = new(seed);

    /// <summary>Damages a text in one to six places.</summary>
    public string Damage(string text, string other)
    {
        var damaged = new StringBuilder(text);
        for (var times = _random.Next(1, 7); times > 0; times--)
        {
            Damage(damaged, other);
        }

        return damaged.ToString();
    }

    public T Pick<T>(IReadOnlyList<T> all) => all[_random.Next(all.Count)];

    private void Damage(StringBuilder text, string other)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(_random.Next(1, 200), text.Length - at);
        switch (_random.Next(8))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2:
                var from = _random.Next(other.Length);
                text.Insert(at, other.AsSpan(from, Math.Min(length, other.Length - from)));
                break;
            case 3:
                text.Length = at;
                break;
            case 4:
                text.Insert(at, string.Concat(Enumerable.Repeat(Pick(Pieces), _random.Next(1, 100))));
                break;
            case 5 when at < text.Length:
                text[at] = Pick(Pieces)[0];
                break;
            default:
                text.Insert(at, Pick(Pieces));
                break;
        }
    }
}
