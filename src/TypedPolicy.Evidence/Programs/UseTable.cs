namespace TypedPolicy.Evidence.Programs;

/// <summary>What shows that a program needs something: the table <c>program-uses.txt</c>.</summary>
internal static class UseTable
{
    private static readonly IReadOnlyList<(string Need, bool IsDotNet, string[] Names)> Rows = Read();

    /// <summary>What a program needs, with the name that shows it.</summary>
    public static IEnumerable<(string Need, string Use)> Of(ProgramFacts facts)
    {
        foreach (var (need, isDotNet, names) in Rows.Where(r => r.IsDotNet == (facts.Kind == ProgramFileKind.DotNet)))
        {
            if (facts.Uses.Keys.Where(use => Array.Exists(names, n => n[^1] == '*' ? use.StartsWith(n[..^1], StringComparison.Ordinal) : use == n)).Min(StringComparer.Ordinal) is { } use)
            {
                yield return (need, use);
            }
        }
    }

    private static List<(string Need, bool IsDotNet, string[] Names)> Read()
    {
        using var stream = typeof(UseTable).Assembly.GetManifestResourceStream("program-uses.txt")!;
        using var reader = new StreamReader(stream);
        var rows = new List<(string, bool, string[])>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var words = line.Split(' ');
                rows.Add((words[0], words[1] == "net", words[2..]));
            }
        }

        return rows;
    }
}
