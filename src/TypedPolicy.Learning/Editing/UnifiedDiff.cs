using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace TypedPolicy.Learning.Editing;

/// <summary>The difference of two texts, as <c>diff -u</c> writes it and <c>git apply</c> reads it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    // Of lines before times lines after, between what both begin and end with.
    private const long MaxCells = 16_000_000;

    /// <summary>The difference; empty if there is none.</summary>
    /// <param name="name">The name of the file, with slashes.</param>
    /// <param name="before">The text before.</param>
    /// <param name="after">The text after.</param>
    public static string Of(string name, SourceText before, SourceText after)
    {
        var (old, @new) = (Lines(before), Lines(after));
        var steps = Steps(old, @new);
        if (steps.TrueForAll(s => s.Kind == ' '))
        {
            return "";
        }

        var text = new StringBuilder().Append("--- a/").Append(name).Append("\n+++ b/").Append(name).Append('\n');
        for (var at = steps.FindIndex(s => s.Kind != ' '); at >= 0;)
        {
            var (from, to) = (Math.Max(0, at - Context), at);
            for (var last = at; last < steps.Count && last - to <= 2 * Context; last++)
            {
                to = steps[last].Kind == ' ' ? to : last;
            }

            var end = Math.Min(steps.Count, to + 1 + Context);
            var hunk = steps[from..end];
            var (removed, added) = (hunk.Count(s => s.Kind != '+'), hunk.Count(s => s.Kind != '-'));
            text.Append(CultureInfo.InvariantCulture, $"@@ -{Start(hunk[0].Old, removed)},{removed} +{Start(hunk[0].New, added)},{added} @@\n");
            foreach (var (kind, o, n) in hunk)
            {
                var line = kind == '+' ? @new[n] : old[o];
                text.Append(kind).Append(line.TrimEnd('\n')).Append('\n').Append(line.EndsWith('\n') ? "" : "\\ No newline at end of file\n");
            }

            at = steps.FindIndex(end, s => s.Kind != ' ');
        }

        return text.ToString();
    }

    private static int Start(int line, int count) => count == 0 ? line : line + 1;

    private static string[] Lines(SourceText text) => [.. text.Lines.Where(l => l.EndIncludingLineBreak > l.Start).Select(l => text.ToString(l.SpanIncludingLineBreak))];

    /// <summary>Line by line what stays, goes and comes: a longest common subsequence.</summary>
    private static List<(char Kind, int Old, int New)> Steps(string[] old, string[] @new)
    {
        var (start, oldEnd, newEnd) = (0, old.Length, @new.Length);
        while (start < oldEnd && start < newEnd && old[start] == @new[start])
        {
            start++;
        }

        while (oldEnd > start && newEnd > start && old[oldEnd - 1] == @new[newEnd - 1])
        {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        }

        var steps = Enumerable.Range(0, start).Select(i => (' ', i, i)).ToList();
        var (rows, columns) = (oldEnd - start, newEnd - start);
        var common = (long)rows * columns <= MaxCells ? new int[rows + 1, columns + 1] : null;
        for (var i = rows - 1; common is not null && i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                common[i, j] = old[start + i] == @new[start + j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < rows || j < columns;)
        {
            if (i < rows && j < columns && common is not null && old[start + i] == @new[start + j])
            {
                steps.Add((' ', start + i++, start + j++));
            }
            else if (i < rows && (j == columns || common is null || common[i + 1, j] >= common[i, j + 1]))
            {
                steps.Add(('-', start + i++, start + j));
            }
            else
            {
                steps.Add(('+', start + i, start + j++));
            }
        }

        steps.AddRange(Enumerable.Range(0, old.Length - oldEnd).Select(i => (' ', oldEnd + i, newEnd + i)));
        return steps;
    }
}
