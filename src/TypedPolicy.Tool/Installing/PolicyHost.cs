using TypedPolicy.Files;
using TypedPolicy.Sepol;
using TypedPolicy.Targets;

namespace TypedPolicy.Tool.Installing;

/// <summary>A system that policy is installed in: the running one, or one below a folder, such as an image.</summary>
/// <param name="Root">Its root.</param>
/// <param name="Policy">The name of its policy, such as <c>targeted</c>.</param>
internal sealed record PolicyHost(string Root, string Policy)
{
    private const long MaxFileSize = 1 << 20;
    private const string StoreRoot = "store-root";

    private static readonly string[] ProgramFolders = ["/usr/sbin/", "/sbin/", "/usr/bin/", "/bin/"];
    private static readonly string[] Programs = ["sefcontext_compile", "setfiles", "load_policy"];

    /// <summary>Whether it is the system that this process runs in.</summary>
    public bool IsRunning => Root == "/";

    /// <summary>Whether its kernel enforces, or would enforce, a policy.</summary>
    public bool HasSelinux => IsRunning && File.Exists("/sys/fs/selinux/enforce");

    /// <summary>The folder of its policy's file contexts.</summary>
    public string Contexts => In("etc/selinux", Policy, "contexts");

    /// <summary>Its file contexts; libselinux reads those beside it too.</summary>
    public string FileContexts => Path.Combine(Contexts, "files", "file_contexts");

    /// <summary>The folder of its modules.</summary>
    public string Store => In(StoreFolder(), Policy);

    /// <summary>Where an installation that has not ended keeps what it needs to end.</summary>
    public string State => In("var/lib/typedpolicy", Policy);

    /// <summary>The targets that it can be; none where nothing tells.</summary>
    public IReadOnlyList<string> Targets => BaseIdentity.OfInstalled(In("etc/selinux", Policy));

    /// <summary>The configuration of libsemanage.</summary>
    public string SemanageConfiguration => In("etc/selinux/semanage.conf");

    /// <summary>The system below a folder.</summary>
    /// <param name="root">The folder; (default: the running system).</param>
    /// <param name="policy">The name of its policy; (default: the one that it loads).</param>
    /// <exception cref="SepolException">It has no such policy.</exception>
    public static PolicyHost Find(string? root, string? policy)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root ?? "/"));
        if (policy is not null && !SelinuxConfig.IsName(policy))
        {
            throw new SepolException($"'{policy}' cannot be the name of a policy. Write one such as targeted or default.");
        }

        var host = new PolicyHost(full, policy ?? SelinuxConfig.PolicyName(full));
        if (!host.IsRunning)
        {
            host.StaysInRoot();
        }

        return Directory.Exists(host.Store) ? host
            : throw new SepolException($"There is no policy store '{host.Store}'.{NearPath.Proposal(host.Store)} Install the distribution's policy there first (selinux-policy-targeted, selinux-policy-default), or name another store with --store or another root with --root.");
    }

    /// <summary>A path of the system as this process finds it.</summary>
    /// <param name="path">An absolute path.</param>
    public string OnDisk(string path) => IsRunning ? path : Root + (path == "/" ? "" : path);

    private string In(params IEnumerable<string> parts) => Path.Combine([Root, .. parts.Select(p => p.TrimStart('/'))]);

    // Programs that libsemanage starts, as distributions configure them.
    private static bool IsHarmless(string key, string value) => key switch
    {
        "path" => Array.Exists(ProgramFolders, f => Array.Exists(Programs, p => value == f + p)),
        "args" => Array.TrueForAll(value.Split(' ', StringSplitOptions.RemoveEmptyEntries), a => a is "-r" or "-q" or "-c" or "$@" or "$<"),
        "compiler-directory" => value is "/usr/libexec/selinux/hll" or "/usr/lib/selinux/hll",
        _ => true,
    };

    /// <summary>Nothing that an image holds leads out of it, or names what would be run here.</summary>
    private void StaysInRoot()
    {
        var lines = File.Exists(SemanageConfiguration) ? RegularFile.ReadAllText(SemanageConfiguration, MaxFileSize).Split('\n').Select(l => l.Split('#')[0].Trim()) : [];
        if (lines.Select(l => l.Split('=', 2)).FirstOrDefault(p => p.Length == 2 && !IsHarmless(p[0].Trim(), p[1].Trim())) is { } foreign)
        {
            throw new SepolException($"'{SemanageConfiguration}' has a program run that is not the distribution's, and it would run on this machine: {string.Join('=', foreign)}. Correct that in the image first.");
        }

        foreach (var folder in new[] { StoreFolder(), "/etc/selinux", "/var/lib/typedpolicy", Path.Combine("/etc/selinux", Policy, "contexts", "files") })
        {
            var at = Root;
            foreach (var part in folder.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                at = Path.Combine(at, part);
                if (part == ".." || (new FileInfo(at).LinkTarget is not null && !$"{Path.GetFullPath(Directory.ResolveLinkTarget(at, returnFinalTarget: true)?.FullName ?? "/")}/".StartsWith(Root + "/", StringComparison.Ordinal)))
                {
                    throw new SepolException($"'{at}' leads out of '{Root}'. Correct the image first.");
                }
            }
        }
    }

    // store-root = /var/lib/selinux
    private string StoreFolder()
    {
        var file = SemanageConfiguration;
        var line = File.Exists(file)
            ? RegularFile.ReadAllText(file, MaxFileSize).Split('\n').Select(l => l.Split('#')[0].Split('=', 2)).LastOrDefault(p => p.Length == 2 && p[0].Trim() == StoreRoot)
            : null;
        return line?[1].Trim() is ['/', ..] and var folder ? folder : "/var/lib/selinux";
    }
}
