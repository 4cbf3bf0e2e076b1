using System.Text.RegularExpressions;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>Finds names of an index by a regular expression: in their SELinux name, their C# name or their summary, upper and lower case alike.</summary>
public static class NameSearch
{
    /// <summary>The longest expression that is taken.</summary>
    public const int MaxExpressionLength = 1_000;

    /// <summary>The names that an expression fits, in their order: first those whose own name fits, then those whose summary does.</summary>
    /// <param name="index">The index.</param>
    /// <param name="expression">The expression. The caller made it one that cannot run away: with a timeout, or without backtracking.</param>
    public static IReadOnlyList<FoundName> Find(FinderIndex index, Regex expression)
    {
        var (byName, bySummary) = (new List<FoundName>(), new List<FoundName>());
        var fits = new Dictionary<int, bool>();
        bool Fits(int word)
        {
            if (!fits.TryGetValue(word, out var known))
            {
                fits.Add(word, known = expression.IsMatch(index.Text(word)));
            }

            return known;
        }

        for (var i = 0; i < index.NameCount; i++)
        {
            var row = NameRow.At(index, i);
            if (Fits(row.Name) || Fits(row.CSharp))
            {
                byName.Add(index.Name(i));
            }
            else if (Fits(row.Summary))
            {
                bySummary.Add(index.Name(i));
            }
        }

        return [.. byName, .. bySummary];
    }
}
