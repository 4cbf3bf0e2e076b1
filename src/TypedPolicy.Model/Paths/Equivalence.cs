namespace TypedPolicy.Model.Paths;

/// <summary>One line of <c>file_contexts.subs_dist</c>: what lies below <paramref name="Alias"/> is labelled as if it lay below <paramref name="Real"/>.</summary>
/// <param name="Alias">The path whose own labels are never consulted.</param>
/// <param name="Real">The path to write labels for.</param>
public sealed record Equivalence(string Alias, string Real)
{
    /// <summary>Whether a path is the alias or lies below it.</summary>
    internal bool Covers(string path) =>
        path.StartsWith(Alias, StringComparison.Ordinal) && (path.Length == Alias.Length || path[Alias.Length] == '/');

    /// <summary>The path below the real one, as <c>selabel_sub</c> of libselinux puts it.</summary>
    internal string Substitute(string path)
    {
        int rest = Alias.Length < path.Length && Real == "/" ? Alias.Length + 1 : Alias.Length;
        return Real + path.Substring(rest);
    }
}
