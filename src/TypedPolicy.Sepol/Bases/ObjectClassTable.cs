namespace TypedPolicy.Sepol.Bases;

/// <summary>The object classes and permissions of the library, from the table that its enums are made from.</summary>
internal static class ObjectClassTable
{
    /// <summary>Each class with its permissions, in the order of the table.</summary>
    public static IReadOnlyList<KeyValuePair<string, string[]>> Classes { get; } = Read();

    private static List<KeyValuePair<string, string[]>> Read()
    {
        using var stream = typeof(ObjectClassTable).Assembly.GetManifestResourceStream("object-classes.txt")!;
        using var reader = new StreamReader(stream);
        var commons = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var classes = new List<KeyValuePair<string, string[]>>();
        var (name, permissions) = ("", new List<string>());
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split('#')[0].Split(" : ", 2)[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case []:
                    break;
                case ["common", var common] when line[0] != ' ':
                    Close();
                    permissions = commons[common] = [];
                    break;
                case ["class", var @class, _] when line[0] != ' ':
                    Close();
                    (name, permissions) = (@class, []);
                    break;
                case ["from", .. var sources]:
                    permissions.AddRange(sources.SelectMany(s => commons[s]));
                    break;
                case ["meaning" or "set", ..]:
                    break;
                default:
                    permissions.AddRange(words);
                    break;
            }
        }

        Close();
        return classes;

        void Close()
        {
            if (name.Length > 0)
            {
                classes.Add(new(name, [.. permissions]));
                name = "";
            }
        }
    }
}
