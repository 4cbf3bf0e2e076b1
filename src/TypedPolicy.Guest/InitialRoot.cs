using System.Text;

namespace TypedPolicy.Guest;

/// <summary>The two archives of a guest: what the kernel starts, which is the agent with what it needs, and the files of the root, the tool that labels them among them.</summary>
internal static class InitialRoot
{
    private const string Setfiles = "/usr/sbin/setfiles";

    // Labels of the folder that objects are put in which a test asks about by their type alone, and of the mark in it.
    private const string OwnLabels =
        """

        /typedpolicy -d system_u:object_r:typedpolicy_place_t:s0
        /typedpolicy/.+ <<none>>
        /typedpolicy/mark -- system_u:object_r:typedpolicy_mark_t:s0

        """;

    private static readonly byte[] Probe = InsideFiles.Read("probe");

    /// <summary>What the kernel unpacks and starts.</summary>
    public static byte[] Start(GuestContent content)
    {
        var archive = new CpioArchive();
        archive.AddFile("/init", Probe, program: true);
        archive.AddFile("/guest/probe", Probe, program: true);
        archive.AddFile("/guest/policy", content.Policy);
        archive.AddFile("/guest/file_contexts", Encoding.UTF8.GetBytes(content.FileContexts + OwnLabels));
        archive.AddFile("/guest/file_contexts.subs_dist", Encoding.UTF8.GetBytes(content.Substitutions));
        archive.AddFile("/guest/context", Encoding.UTF8.GetBytes(content.AgentContext));
        archive.AddFile("/guest/filesystem", Encoding.UTF8.GetBytes(content.FileSystemContext));
        return archive.ToArray();
    }

    /// <summary>The files of the root, which the agent unpacks.</summary>
    public static byte[] Files(GuestContent content)
    {
        var archive = new CpioArchive();
        archive.AddFile("/typedpolicy/mark", "x"u8);
        AddFolders(archive);
        AddCopy(archive, HostTool.Find("setfiles", "policycoreutils"), Setfiles);
        foreach (var library in SharedLibraries.Of(HostTool.Find("setfiles", "policycoreutils")))
        {
            AddCopy(archive, library, library);
        }

        foreach (var (path, text) in content.Files)
        {
            if (text is null)
            {
                archive.AddDirectory(Merged(path));
            }
            else
            {
                archive.AddFile(Merged(path), Encoding.UTF8.GetBytes(text));
            }
        }

        foreach (var (source, path) in content.Copies)
        {
            AddCopy(archive, source, path);
        }

        foreach (var path in content.Programs)
        {
            archive.AddFile(Merged(path), Probe, program: true);
        }

        return archive.ToArray();
    }

    private static void AddFolders(CpioArchive archive)
    {
        // As distributions have them: programs and libraries lie in /usr, and the old places are links.
        foreach (var merged in (string[])["bin", "sbin", "lib", "lib64"])
        {
            archive.AddSymbolicLink("/" + merged, "usr/" + merged);
        }

        foreach (var folder in (string[])["/proc", "/sys", "/dev", "/etc", "/tmp", "/run", "/root", "/home", "/var/lib", "/var/log", "/var/tmp", "/usr/bin", "/usr/sbin"])
        {
            archive.AddDirectory(folder);
        }

        archive.AddSymbolicLink("/var/run", "/run");
    }

    private static void AddCopy(CpioArchive archive, string source, string path)
    {
        if (File.Exists(source))
        {
            archive.AddFile(Merged(path), File.ReadAllBytes(source), IsProgram(source));
            return;
        }

        if (!Directory.Exists(source))
        {
            throw new GuestException($"There is no '{source}' to copy into the guest.");
        }

        archive.AddDirectory(Merged(path));
        foreach (var entry in Directory.EnumerateFileSystemEntries(source).Order(StringComparer.Ordinal))
        {
            AddCopy(archive, entry, $"{path.TrimEnd('/')}/{Path.GetFileName(entry)}");
        }
    }

    // What would lie behind one of the links lies where the link leads to.
    private static string Merged(string path) =>
        Array.Exists(["/bin/", "/sbin/", "/lib/", "/lib64/"], folder => path.StartsWith(folder, StringComparison.Ordinal)) ? "/usr" + path
        : path.StartsWith("/var/run/", StringComparison.Ordinal) ? path["/var".Length..]
        : path;

    private static bool IsProgram(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & UnixFileMode.UserExecute) != 0;
}
