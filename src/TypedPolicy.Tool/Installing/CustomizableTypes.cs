using TypedPolicy.Files;

namespace TypedPolicy.Tool.Installing;

/// <summary>The types that an administrator gives to files by hand, and that <c>restorecon</c> leaves alone: <c>contexts/customizable_types</c>.</summary>
internal static class CustomizableTypes
{
    private const long MaxBytes = 1 << 20;

    /// <summary>Those of a system.</summary>
    public static HashSet<string> Of(PolicyHost host)
    {
        var file = Path.Combine(host.Contexts, "customizable_types");
        return File.Exists(file) ? [.. RegularFile.ReadAllText(file, MaxBytes).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')] : [];
    }
}
