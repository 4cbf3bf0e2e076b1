using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Tool.Headers;

namespace TypedPolicy.Tool.Finding;

/// <summary>The policy of this machine, which its headers belong to.</summary>
internal static class InstalledPolicy
{
    private const string Configuration = "/etc/selinux/config";
    private const string TypeSetting = "SELINUXTYPE=";

    /// <summary>What the attributes of a header tree are read from: what the command line names, and for the headers of this machine its policy; null if there is none to read.</summary>
    public static PolicyBase? Of(string headers, IReadOnlyList<string> named)
    {
        if (named.Count > 0)
        {
            return PolicyBase.From(named);
        }

        return Path.TrimEndingDirectorySeparator(headers) == HeaderFolder.Usual ? Types().SelectMany(Places).Where(IsReadable).Select(p => PolicyBase.From([p])).FirstOrDefault() : null;
    }

    /// <summary>The type that the machine is set to, then those of distributions.</summary>
    private static IEnumerable<string> Types()
    {
        var set = File.Exists(Configuration) ? File.ReadLines(Configuration).Take(1_000).LastOrDefault(l => l.StartsWith(TypeSetting, StringComparison.Ordinal)) : null;
        return ((string[])[set?[TypeSetting.Length..].Trim() ?? "", "default", "targeted"]).Where(t => t.Length > 0 && Path.GetFileName(t) == t).Distinct();
    }

    /// <summary>The modules that Debian's package brings, the store, which root alone may read on Fedora, and the policy that the kernel loads.</summary>
    private static IEnumerable<string> Places(string type)
    {
        yield return $"/usr/share/selinux/{type}";
        yield return $"/var/lib/selinux/{type}";
        var loaded = $"/etc/selinux/{type}/policy";
        foreach (var policy in Directory.Exists(loaded) ? Directory.GetFiles(loaded, "policy.*").OrderDescending(StringComparer.Ordinal) : Enumerable.Empty<string>())
        {
            yield return policy;
        }
    }

    private static bool IsReadable(string path)
    {
        try
        {
            var files = PolicyBase.From([path]).Files.ToList();
            using var first = File.OpenRead(files[0].Path);
            return true;
        }
        catch (Exception e) when (e is SepolException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
