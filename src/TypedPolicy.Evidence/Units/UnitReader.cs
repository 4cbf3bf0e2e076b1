using System.Text;
using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Units;

/// <summary>Reads a unit file as systemd does (systemd.syntax(7), and config_parse of its source).</summary>
internal static class UnitReader
{
    private const string Comments = "#;";

    /// <summary>The assignments of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="notes">Takes what is wrong with it: systemd passes over such lines, with a warning.</param>
    public static IReadOnlyList<UnitEntry> Read(EvidenceFile file, ICollection<EvidenceNote> notes)
    {
        var entries = new List<UnitEntry>();
        var section = "";
        foreach (var (text, line) in Lines(file.Text))
        {
            if (text[0] == '[')
            {
                section = text.Length > 2 && text[^1] == ']' ? text[1..^1] : "";
                if (section.Length == 0)
                {
                    notes.Add(new($"{file.Name}:{line}", $"'{text}' is not a section. Write one as [Service]."));
                }

                continue;
            }

            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                notes.Add(new($"{file.Name}:{line}", $"'{text}' is not an assignment, and systemd passes over it. Write NAME=VALUE."));
            }
            else if (section.Length == 0)
            {
                notes.Add(new($"{file.Name}:{line}", $"'{text}' is in no section, and systemd passes over it."));
            }
            else
            {
                entries.Add(new(section, text[..equals].TrimEnd(), text[(equals + 1)..].Trim(), file.Name, line));
            }
        }

        return entries;
    }

    /// <summary>The lines that say something, each with its number: a backslash at the end of a line joins it with the next one, by a blank, and comments between the two are passed over.</summary>
    private static IEnumerable<(string Text, int Line)> Lines(string text)
    {
        var joined = new StringBuilder();
        var (number, begin) = (0, 0);
        foreach (var raw in text.TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            var content = line.TrimStart();
            if (content.Length > 0 && Comments.Contains(content[0], StringComparison.Ordinal))
            {
                continue;
            }

            begin = joined.Length == 0 ? number : begin;
            var isContinued = EndsInEscape(line);
            joined.Append(isContinued ? line[..^1] + " " : line);
            if (!isContinued && Taken(joined) is { } whole)
            {
                yield return (whole, begin);
            }
        }

        if (Taken(joined) is { } last)
        {
            yield return (last, begin);
        }
    }

    private static string? Taken(StringBuilder joined)
    {
        var text = joined.ToString().Trim();
        joined.Clear();
        return text.Length == 0 ? null : text;
    }

    // Two backslashes are one that is meant.
    private static bool EndsInEscape(string line)
    {
        var backslashes = 0;
        for (var i = line.Length - 1; i >= 0 && line[i] == '\\'; i--)
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }
}
