namespace TypedPolicy.Model.Naming;

/// <summary>How the field ends its names: types in _t, executables in _exec_t, roles in _r, users in _u, attributes in none of these.</summary>
public static class NameConvention
{
    private static readonly string[] Endings = ["_exec_t", "_exec", "_t", "_r", "_u"];

    /// <summary>The name as the convention has it; the same one where it fits already.</summary>
    /// <param name="name">A name.</param>
    /// <param name="kind">What it stands for.</param>
    /// <param name="isExecutable">For a type, whether it is that of an executable which enters a domain.</param>
    public static string Fit(string name, EntityKind kind, bool isExecutable) => kind switch
    {
        EntityKind.Type when isExecutable => WithEnding(name, "_exec_t"),
        EntityKind.Type => WithEnding(name, "_t"),
        EntityKind.Role => WithEnding(name, "_r"),
        EntityKind.User => WithEnding(name, "_u"),
        EntityKind.TypeAttribute when name.EndsWith("_t", StringComparison.Ordinal) => Stem(name),
        _ => name,
    };

    private static string WithEnding(string name, string ending) => name.EndsWith(ending, StringComparison.Ordinal) ? name : Stem(name) + ending;

    private static string Stem(string name) =>
        Endings.FirstOrDefault(e => name.Length > e.Length && name.EndsWith(e, StringComparison.Ordinal)) is { } ending
            ? name.Substring(0, name.Length - ending.Length)
            : name;
}
