using System.Text;
using System.Text.RegularExpressions;

namespace TypedPolicy.Testing.Kernel;

/// <summary>The archive that a guest boots from: its first program, the agent, the tools that label files, and everything that the content has.</summary>
internal static partial class InitialRoot
{
    private static readonly Lazy<byte[]> Probe = new(CompileProbe);

    public static byte[] Of(GuestContent content)
    {
        var archive = new CpioArchive();
        archive.AddFile("/init", InsideFiles.Read("init"), program: true);
        archive.AddFile("/bin/busybox", Busybox(), program: true);
        archive.AddFile("/guest/probe", Probe.Value, program: true);
        archive.AddFile("/guest/policy", content.Policy);
        archive.AddFile("/guest/file_contexts", Encoding.UTF8.GetBytes(content.FileContexts));
        archive.AddFile("/guest/file_contexts.subs_dist", Encoding.UTF8.GetBytes(content.Substitutions));
        archive.AddFile("/guest/programs", Encoding.UTF8.GetBytes(string.Concat(content.Programs.Select(p => p + "\n"))));
        archive.AddFile("/guest/context", Encoding.UTF8.GetBytes(content.AgentContext));
        archive.AddFile("/guest/filesystem", Encoding.UTF8.GetBytes(content.FileSystemContext));
        archive.AddDirectory("/tree");

        // As Debian has them: programs and libraries lie in /usr, and the old places are links.
        foreach (var merged in (string[])["bin", "sbin", "lib", "lib64"])
        {
            archive.AddSymbolicLink("/tree/" + merged, "usr/" + merged);
        }

        foreach (var folder in (string[])["/proc", "/sys", "/dev", "/etc", "/tmp", "/run", "/root", "/home", "/var/lib", "/var/log", "/var/tmp", "/usr/bin", "/usr/sbin"])
        {
            archive.AddDirectory("/tree" + folder);
        }

        archive.AddSymbolicLink("/tree/var/run", "/run");
        AddSetfiles(archive);
        foreach (var (path, text) in content.Files)
        {
            if (text is null)
            {
                archive.AddDirectory("/tree" + path);
            }
            else
            {
                archive.AddFile("/tree" + path, Encoding.UTF8.GetBytes(text));
            }
        }

        return archive.ToArray();
    }

    private static byte[] Busybox()
    {
        var program = File.ReadAllBytes(HostTool.Find("busybox", "busybox-static"));
        return program.AsSpan().IndexOf("/ld-linux-x86-64.so.2"u8) < 0
            ? program
            : throw new GuestException("busybox needs shared libraries here. Install the Debian package busybox-static: apt-get install busybox-static");
    }

    /// <summary>setfiles with its libraries, each where the loader looks for it.</summary>
    private static void AddSetfiles(CpioArchive archive)
    {
        var setfiles = HostTool.Find("setfiles", "policycoreutils");
        archive.AddFile("/tree/usr/sbin/setfiles", File.ReadAllBytes(setfiles), program: true);
        foreach (Match library in Library().Matches(HostTool.Run(HostTool.Find("ldd", "libc-bin"), setfiles)))
        {
            var path = library.Groups[1].Value;
            archive.AddFile("/tree" + (path.StartsWith("/usr/", StringComparison.Ordinal) ? path : "/usr" + path), File.ReadAllBytes(path), program: true);
        }
    }

    private static byte[] CompileProbe()
    {
        var folder = Directory.CreateTempSubdirectory("typedpolicy-");
        try
        {
            var (source, program) = (Path.Combine(folder.FullName, "probe.c"), Path.Combine(folder.FullName, "probe"));
            File.WriteAllBytes(source, InsideFiles.Read("probe.c"));
            HostTool.Run(HostTool.Find("gcc", "gcc libc6-dev"), "-O2", "-Wall", "-Wextra", "-Werror", "-static", "-s", "-o", program, source);
            return File.ReadAllBytes(program);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"(?:=>\s+|^\s+)(/\S+)\s+\(0x", RegexOptions.Multiline)]
    private static partial Regex Library();
}
