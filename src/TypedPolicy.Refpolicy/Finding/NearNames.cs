namespace TypedPolicy.Refpolicy.Finding;

/// <summary>What someone may have meant: names that differ from a word by little.</summary>
public static class NearNames
{
    private const int Max = 3;
    private const int MaxWordLength = 128;

    /// <summary>The names nearest to a word, nearest first; none if all are far.</summary>
    /// <param name="index">The index.</param>
    /// <param name="word">A SELinux name or a C# name.</param>
    /// <param name="kinds">Of what kinds (default: all).</param>
    public static IReadOnlyList<string> Of(FinderIndex index, string word, params FoundKind[] kinds)
    {
        var near = new SortedSet<(int Distance, string Name)>();
        var limit = Math.Max(1, word.Length / 4);
        for (var i = 0; word.Length <= MaxWordLength && i < index.NameCount; i++)
        {
            var row = NameRow.At(index, i);
            if (kinds.Length == 0 || Array.IndexOf(kinds, (FoundKind)row.Kind) >= 0)
            {
                Consider(index.Text(row.Name));
                Consider(index.Text(row.CSharp));
            }
        }

        return [.. near.Take(Max).Select(n => n.Name)];

        void Consider(string name)
        {
            if (name.Length > 0 && Math.Abs(name.Length - word.Length) <= limit && Distance(name, word, limit) is var distance && distance <= limit)
            {
                near.Add((distance, name));
            }
        }
    }

    /// <summary>An expression with words that no name has replaced by the nearest that names have; null if there is no such word.</summary>
    public static string? Corrected(FinderIndex index, string expression)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < index.NameCount; i++)
        {
            known.UnionWith(index.Text(NameRow.At(index, i).Name).Split('_'));
        }

        var words = Words(expression).Where(w => w.Length is > 2 and <= MaxWordLength && !known.Contains(w)).Distinct().Take(8).ToList();
        foreach (var word in words)
        {
            var limit = Math.Max(1, word.Length / 3);
            var (nearest, distance) = ("", limit + 1);
            foreach (var other in known.Where(k => k.Length > 2 && Math.Abs(k.Length - word.Length) <= limit).OrderBy(k => k, StringComparer.Ordinal))
            {
                if (Distance(other, word, limit) is var d && d < distance)
                {
                    (nearest, distance) = (other, d);
                }
            }

            if (nearest.Length == 0)
            {
                return null;
            }

            expression = expression.Replace(word, nearest);
        }

        return words.Count == 0 ? null : expression;
    }

    private static IEnumerable<string> Words(string expression)
    {
        for (var i = 0; i < expression.Length;)
        {
            var start = i;
            while (i < expression.Length && expression[i] is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            {
                i++;
            }

            if (i > start)
            {
                yield return expression.Substring(start, i - start);
            }

            i += i == start ? 1 : 0;
        }
    }

    /// <summary>How many letters to change, add or leave out; more than the limit where it is more than that.</summary>
    private static int Distance(string a, string b, int limit)
    {
        var (above, row) = (new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                least = Math.Min(least, row[j]);
            }

            if (least > limit)
            {
                return limit + 1;
            }

            (above, row) = (row, above);
        }

        return above[b.Length];
    }
}
