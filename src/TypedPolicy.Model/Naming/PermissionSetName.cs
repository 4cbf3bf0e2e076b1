namespace TypedPolicy.Model.Naming;

/// <summary>What the reference policy calls its permission sets: <c>manage_file_perms</c>.</summary>
public static class PermissionSetName
{
    /// <summary>How each name ends.</summary>
    public const string Ending = "_perms";

    private const string AllOfClass = "all_";

    /// <summary>Whether a name is that of a set.</summary>
    public static bool Is(string name) => name.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>A name without its ending: <c>manage_file</c>.</summary>
    public static string Stem(string name) => Is(name) ? name.Substring(0, name.Length - Ending.Length) : name;

    /// <summary>The class that a name ends in, of several the longest: <c>lnk_file</c> for <c>read_lnk_file_perms</c>; null if it ends in none of them.</summary>
    /// <param name="name">The name of the set.</param>
    /// <param name="classes">The object classes.</param>
    public static string? ClassOf(string name, IEnumerable<string> classes) =>
        classes.Where(c => name.EndsWith("_" + c + Ending, StringComparison.Ordinal)).OrderByDescending(c => c.Length).FirstOrDefault();

    /// <summary>The class whose every permission a set has by its name: <c>file</c> for <c>all_file_perms</c>; null for another set.</summary>
    public static string? AllOf(string name) =>
        name.Length >= AllOfClass.Length + Ending.Length && name.StartsWith(AllOfClass, StringComparison.Ordinal) && Is(name) ? Stem(name).Substring(AllOfClass.Length) : null;
}
