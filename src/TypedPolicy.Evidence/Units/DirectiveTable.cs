namespace TypedPolicy.Evidence.Units;

/// <summary>The directives that no rule is made of: those that need none, and those that a person has to look at. The table <c>directives.txt</c> has them.</summary>
internal static class DirectiveTable
{
    private static readonly Dictionary<(string Section, string Name), string> Known = Read();

    /// <summary>What a person is told of a directive: empty if nothing need be told; null if it is not known.</summary>
    public static string? Meaning(string section, string name) => Known.GetValueOrDefault((section, name));

    private static Dictionary<(string Section, string Name), string> Read()
    {
        using var stream = typeof(DirectiveTable).Assembly.GetManifestResourceStream("directives.txt")!;
        using var reader = new StreamReader(stream);
        var known = new Dictionary<(string Section, string Name), string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var (words, meaning) = line.Split(" : ", 2) is [var left, var right] ? (left.Split(' '), right) : (line.Split(' '), "");
            foreach (var section in words[0].Split(','))
            {
                foreach (var name in words.Skip(1))
                {
                    known.Add((section, name), meaning);
                }
            }
        }

        return known;
    }
}
