namespace TypedPolicy.Conversion.Naming;

/// <summary>
/// The names of the library's public types: a class of the module with such a name would hide the library's, and <c>self_t</c> would be the word <c>Self</c>. They are read from the
/// list that keeps the library's public API.
/// </summary>
internal static class LibraryNames
{
    private const string Namespace = "TypedPolicy.";
    private const string AttributeSuffix = "Attribute";

    private static readonly HashSet<string> Types = Read();

    /// <summary>Whether a name is a word that an attribute of the library is written with: <c>Allow</c>, <c>Domain</c>.</summary>
    public static bool Contains(string name) => Types.Contains(name + AttributeSuffix);

    /// <summary>Whether a name is that of a public type of the library: <c>Self</c>, <c>Arg1</c>, <c>FilePerms</c>, <c>SystemR</c>.</summary>
    public static bool IsType(string name) => Types.Contains(name);

    private static HashSet<string> Read()
    {
        using var stream = typeof(LibraryNames).Assembly.GetManifestResourceStream("public-api.txt")!;
        using var reader = new StreamReader(stream);
        var types = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            // A member's line has a further dot, and what it returns behind an arrow.
            if (line.StartsWith(Namespace, StringComparison.Ordinal) && line[Namespace.Length..].Split('<')[0] is var name && name.All(char.IsAsciiLetterOrDigit))
            {
                types.Add(name);
            }
        }

        return types;
    }
}
