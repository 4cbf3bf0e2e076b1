using System.Collections.Immutable;
using System.Globalization;
using TypedPolicy.Refpolicy.Indexing;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Tool.Children;
using TypedPolicy.Tool.Headers;

namespace TypedPolicy.Tool.Importing;

/// <summary>The policy that a machine has installed: its modules, and the contexts of its files.</summary>
internal static class InstalledFolder
{
    private const string Root = "/etc/selinux";

    /// <summary>The root of the policy that belongs to headers: this machine's, for its own headers; nothing for others, or where none is installed.</summary>
    public static string? Of(string headers) => Path.GetFullPath(headers) == HeaderFolder.Usual && Directory.Exists(Root) ? Configured() ?? Only() : null;

    /// <summary>Reads it.</summary>
    /// <param name="root">The root of a policy, such as <c>/etc/selinux/default</c>. Its modules are those of <c>/usr/share/selinux/default</c> or of the store <c>/var/lib/selinux/default</c>.</param>
    /// <returns>The policy; null if libsepol is missing, which reads modules.</returns>
    /// <exception cref="IOException">There is no such policy, or a file cannot be read.</exception>
    /// <exception cref="SepolException">A file is not a module.</exception>
    public static InstalledPolicy? Read(string root)
    {
        var contexts = Path.Combine(root, "contexts", "files");
        if (!Directory.Exists(contexts))
        {
            throw new DirectoryNotFoundException($"'{root}' is not the root of an installed policy: it has no contexts/files. Write one such as /etc/selinux/default.");
        }

        if (!PolicyLinker.IsAvailable)
        {
            return null;
        }

        var type = Path.GetFileName(Path.TrimEndingDirectorySeparator(root));
        string[] places = [Path.Combine("/usr/share/selinux", type), Path.Combine("/var/lib/selinux", type)];
        var modules = places.Where(HasModules).Select(p => PolicyBase.From([p])).FirstOrDefault() ?? throw new DirectoryNotFoundException($"No readable modules of '{root}' were found in {string.Join(" or ", places)}.");
        return new(
            [.. ModuleCil.Convert(modules).Select(m => new InstalledModule(ModuleName(m.Name), m.Cil))],
            TextOf(Path.Combine(contexts, "file_contexts")),
            TextOf(Path.Combine(contexts, "file_contexts.subs_dist")))
        {
            PolicyVersion = VersionOf(Path.Combine(root, "policy")),
            ExpandCheck = ChecksNeverAllow(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(root)))!, "semanage.conf")),
        };
    }

    // policy.33; of several the newest.
    private static int? VersionOf(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "policy.*").Select(f => int.TryParse(Path.GetExtension(f).TrimStart('.'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (int?)version : null).Max()
        : null;

    // As libsemanage reads it: the last line counts, and without one they are checked.
    private static bool? ChecksNeverAllow(string file) => File.Exists(file)
        ? HeaderFolder.ReadText(file).Split('\n').Select(line => line.Split('#')[0].Split('=', 2)).LastOrDefault(part => part.Length == 2 && part[0].Trim() == "expand-check")?[1].Trim() != "0"
        : null;

    private static bool HasModules(string folder)
    {
        try
        {
            return Directory.Exists(folder) && PolicyBase.From([folder]).Files.Any();
        }
        catch (Exception e) when (e is SepolException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string TextOf(string file) => File.Exists(file) ? HeaderFolder.ReadText(file) : "";

    private static string ModuleName(string file) => Path.GetFileName(file).Split('.')[0];

    private static string? Configured()
    {
        var config = Path.Combine(Root, "config");
        var type = File.Exists(config) ? File.ReadLines(config).Take(1_000).FirstOrDefault(l => l.StartsWith("SELINUXTYPE=", StringComparison.Ordinal))?["SELINUXTYPE=".Length..].Trim() : null;
        return type is not null && BaseName.IsValid(type) && IsRoot(Path.Combine(Root, type)) ? Path.Combine(Root, type) : null;
    }

    private static string? Only() => Directory.EnumerateDirectories(Root).Where(IsRoot).ToImmutableArray() is [var only] ? only : null;

    private static bool IsRoot(string folder) => Directory.Exists(Path.Combine(folder, "contexts", "files"));
}
