using TypedPolicy.Files;

namespace TypedPolicy.Targets;

/// <summary>The contents of <c>/etc/selinux/config</c>.</summary>
internal static class SelinuxConfig
{
    private const long MaxFileSize = 1 << 20;
    private const string Usual = "targeted";

    /// <summary>The name of the policy that a system loads, which is that of its store: <c>SELINUXTYPE</c>.</summary>
    /// <param name="root">The root of the system.</param>
    public static string PolicyName(string root)
    {
        try
        {
            var file = Path.Combine(root, "etc/selinux/config");
            var line = File.Exists(file) ? RegularFile.ReadAllText(file, MaxFileSize).Split('\n').LastOrDefault(l => l.StartsWith("SELINUXTYPE=", StringComparison.Ordinal)) : null;
            var name = line?.Substring("SELINUXTYPE=".Length).Trim() ?? "";
            return IsName(name) ? name : Usual;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Usual;
        }
    }

    /// <summary>Whether a text can be the name of a policy: a folder.</summary>
    public static bool IsName(string name) => name.Length > 0 && name[0] != '.' && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');
}
