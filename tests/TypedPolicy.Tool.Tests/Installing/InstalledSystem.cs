using TypedPolicy.Tool.Installing;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Installing;

/// <summary>A system below a folder of its own, with a small policy that libsemanage installed, and files that setfiles labelled.</summary>
internal sealed class InstalledSystem : IDisposable
{
    // Two users that libsemanage wants to be there, two directories, and an equivalence as distributions have it.
    private const string Base = """
        (handleunknown allow)(mls true)
        (class file (read write getattr))(class dir (search getattr))(class process (transition))(class filesystem (associate))(classorder (file dir process filesystem))
        (sensitivity s0)(sensitivityorder (s0))(category c0)(categoryorder (c0))(sensitivitycategory s0 (c0))
        (role system_r)(role object_r)
        (user system_u)(userrole system_u system_r)(userrole system_u object_r)(userlevel system_u (s0))(userrange system_u ((s0) (s0 (c0))))
        (user root)(userrole root system_r)(userlevel root (s0))(userrange root ((s0) (s0 (c0))))
        (sid kernel)(sidorder (kernel))(sidcontext kernel (system_u system_r kernel_t ((s0) (s0))))
        (typeattribute file_type)(typeattribute domain)
        (type kernel_t)(roletype system_r kernel_t)(roletype object_r kernel_t)
        (type default_t)(roletype object_r default_t)(typeattributeset file_type (default_t))
        (type bin_t)(roletype object_r bin_t)
        (allow kernel_t default_t (file (read)))
        (filecon "/.*" any (system_u object_r default_t ((s0) (s0))))
        (filecon "/usr/bin(/.*)?" any (system_u object_r bin_t ((s0) (s0))))
        (filecon "/proc" dir ())

        """;

    private static readonly Lazy<TemporaryFolder> Template = new(MakeTemplate);

    private readonly TemporaryFolder _folder = new();

    /// <summary>Makes one with some files.</summary>
    /// <param name="files">Their paths; one that ends in a slash is a directory.</param>
    public InstalledSystem(params string[] files)
    {
        Copy(Template.Value.Path, Root);
        foreach (var file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Root + file)!);
            if (!file.EndsWith('/'))
            {
                File.WriteAllText(Root + file, "");
            }
        }

        Relabel();
    }

    public string Root => _folder.At("root");

    public PolicyHost Host => PolicyHost.Find(Root, null);

    /// <summary>The labels of all files outside of the policy's own folders.</summary>
    public SortedDictionary<string, string?> Labels => new(
        Directory.EnumerateFileSystemEntries(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(p => p[Root.Length..]).Where(p => !p.StartsWith("/etc", StringComparison.Ordinal) && !p.StartsWith("/var/lib/selinux", StringComparison.Ordinal) && !p.StartsWith("/var/lib/typedpolicy", StringComparison.Ordinal))
            .ToDictionary(p => p, p => PathStatus.LabelOf(Root + p), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>What is in the store: each file and its content.</summary>
    public SortedDictionary<string, string> Store => new(
        Directory.EnumerateFiles(Path.Combine(Host.Store, "active"), "*", SearchOption.AllDirectories).Append(Host.FileContexts).ToDictionary(f => f[Root.Length..], f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The same system once more.</summary>
    public InstalledSystem Copy()
    {
        var copy = new InstalledSystem();
        Directory.Delete(copy.Root, recursive: true);
        Copy(Root, copy.Root);
        return copy;
    }

    /// <summary>Writes a module and returns its path.</summary>
    public string Module(string name, string cil) => _folder.Write(name + ".cil", cil);

    /// <summary>A module as the build writes it: a type that labels paths.</summary>
    public string Labelling(string name, string version, params string[] paths) => Module(name, $"""
        ; Policy module {name} {version}, made by TypedPolicy from C#. Change the C#, not this file.

        ;;* lmx 3 "Policy.cs"
        (type {name}_t)
        (roletype object_r {name}_t)
        (typeattributeset file_type ({name}_t))
        {string.Concat(paths.Select(p => $"(filecon \"{p}\" any (system_u object_r {name}_t ((s0) (s0))))\n"))}
        ;;* lme

        """);

    public CommandRun Run(string command, params string[] arguments) => TypedPolicyCommand.Run([command, "--root", Root, .. arguments]);

    public string At(string path) => Root + path;

    /// <summary>Sets every label as the file contexts have it, by setfiles.</summary>
    public void Relabel() => Installed.Setfiles.Run("-r", Root, Host.FileContexts, Root).Succeeded();

    public void SetLabel(string path, string label) => Assert.Null(PathStatus.SetLabel(Root + path, label));

    public void Dispose() => _folder.Dispose();

    private static TemporaryFolder MakeTemplate()
    {
        var template = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.Dispose();
        Directory.CreateDirectory(template.At("etc/selinux/small/contexts/files"));
        Directory.CreateDirectory(template.At("var/lib/selinux"));
        Directory.CreateDirectory(template.At("usr/bin"));
        template.Write("etc/selinux/config", "SELINUX=enforcing\nSELINUXTYPE=small\n");
        template.Write("etc/selinux/semanage.conf", "module-store = direct\nexpand-check=0\n");
        template.Write("etc/selinux/small/contexts/files/file_contexts.subs_dist", "/var/run /run\n/lib/systemd /usr/lib/systemd\n");
        template.Write("etc/selinux/small/contexts/customizable_types", "by_hand_t\n");
        template.Write("etc/os-release", "ID=debian\nVERSION_ID=12\n");
        var policy = template.Write("base.cil", Base);
        Installed.Semodule.Run("-p", template.Path, "-s", "small", "-n", "-X", "100", "-i", policy).Succeeded();
        File.Delete(policy);
        return template;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        Installed.Cp.Run("-a", from, to).Succeeded();
    }
}
