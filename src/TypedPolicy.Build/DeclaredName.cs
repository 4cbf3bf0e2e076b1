namespace TypedPolicy.Build;

/// <summary>A name that a policy module declares.</summary>
/// <param name="Kind">The CIL statement that declares it: <c>type</c>, <c>typeattribute</c>, <c>boolean</c> …</param>
/// <param name="Name">The SELinux name.</param>
internal readonly record struct DeclaredName(string Kind, string Name)
{
    /// <summary>The names that must differ from one another share a namespace, whatever their kinds.</summary>
    public string Namespace => Kind switch
    {
        "type" or "typeattribute" or "typealias" => "type",
        "boolean" or "tunable" => "boolean",
        "role" or "roleattribute" => "role",
        "class" or "classmap" => "class",
        _ => Kind,
    };

    /// <summary>Reads a line of a manifest: kind, a space, name.</summary>
    /// <returns>Whether the line has that form.</returns>
    public static bool TryParse(string line, out DeclaredName declared)
    {
        var space = line.IndexOf(' ');
        declared = space > 0 ? new(line.Substring(0, space), line.Substring(space + 1)) : default;
        return space > 0 && declared.Name.Length > 0 && !declared.Name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
    }
}
