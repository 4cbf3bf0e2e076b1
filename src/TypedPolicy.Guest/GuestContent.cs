using TypedPolicy.Model.Paths;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Guest;

/// <summary>
/// What a guest has: a policy, the file contexts that its files get labels from, and the files. Its programs are all the same one, which does what it
/// is told to (<see cref="Step"/>); which domain runs it is decided by the label of the path, as it is on any system.
/// </summary>
public sealed class GuestContent
{
    private readonly List<string> _programs = [];
    private readonly SortedDictionary<string, string?> _files = new(StringComparer.Ordinal);
    private readonly List<(string Source, string Path)> _copies = [];

    /// <summary>Initializes a new instance.</summary>
    /// <param name="policy">The kernel policy. <see cref="AgentPolicy"/> was linked with it.</param>
    /// <param name="fileContexts">The file contexts, with those of home directories.</param>
    /// <param name="substitutions">The equivalences of paths (<c>file_contexts.subs_dist</c>).</param>
    public GuestContent(byte[] policy, string fileContexts, string substitutions)
    {
        Policy = policy;
        FileContexts = fileContexts;
        Substitutions = substitutions;
    }

    /// <summary>Initializes a new instance.</summary>
    /// <param name="policy">The kernel policy. <see cref="AgentPolicy"/> was linked with it.</param>
    /// <param name="labels">The file contexts.</param>
    /// <param name="equivalences">The equivalences of paths.</param>
    public GuestContent(byte[] policy, FileContexts labels, Equivalences equivalences)
        : this(policy, string.Concat(labels.Lines.Select(l => l + "\n")), string.Concat(equivalences.Entries.Select(e => $"{e.Alias} {e.Real}\n")))
    {
    }

    /// <summary>The policy of the guest's own agent, to be linked with any policy that is put into a guest.</summary>
    public static PolicySource AgentPolicy { get; } = new("agent.cil", InsideFiles.Read("agent.cil"));

    /// <summary>The context of the agent. It is the only domain that nothing is denied to.</summary>
    public string AgentContext { get; init; } = "system_u:system_r:typedpolicy_guest_t:s0-s0:c0.c1023";

    /// <summary>The context of the root file system as an object, as a disk's.</summary>
    public string FileSystemContext { get; init; } = "system_u:object_r:fs_t:s0";

    /// <summary>The memory of the machine, in megabytes. Files of the guest are in it too.</summary>
    public int Megabytes { get; init; } = 176;

    /// <summary>How long the guest may be silent after a question, or while it boots, before it counts as one that hangs.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>The kernel policy.</summary>
    public byte[] Policy { get; }

    /// <summary>The file contexts.</summary>
    public string FileContexts { get; }

    /// <summary>The equivalences of paths.</summary>
    public string Substitutions { get; }

    /// <summary>The paths of programs.</summary>
    public IReadOnlyCollection<string> Programs => _programs;

    /// <summary>Files with their text, and directories, whose text is null.</summary>
    public IReadOnlyDictionary<string, string?> Files => _files;

    /// <summary>Files and folders of this machine, and the paths that they have in the guest.</summary>
    public IReadOnlyCollection<(string Source, string Path)> Copies => _copies;

    /// <summary>Adds programs, at absolute paths; their directories come by themselves.</summary>
    public GuestContent WithPrograms(params string[] paths)
    {
        _programs.AddRange(paths);
        return this;
    }

    /// <summary>Adds a file.</summary>
    public GuestContent WithFile(string path, string text)
    {
        _files[path] = text;
        return this;
    }

    /// <summary>Adds directories.</summary>
    public GuestContent WithDirectories(params string[] paths)
    {
        Array.ForEach(paths, path => _files.TryAdd(path, null));
        return this;
    }

    /// <summary>Copies a file or a folder of this machine into the guest, such as the output of a project. Give the guest memory for it.</summary>
    public GuestContent WithCopy(string source, string path)
    {
        _copies.Add((source, path));
        return this;
    }

    /// <summary>Copies a program of this machine into the guest, with the shared libraries that it needs.</summary>
    public GuestContent WithProgram(string source, string path)
    {
        _copies.AddRange(SharedLibraries.Of(source).Select(library => (library, library)));
        return WithCopy(source, path);
    }

    /// <summary>
    /// Copies a framework-dependent .NET program into the guest: its folder, as a build leaves it, the frameworks of this machine that it needs, and their libraries. It is started by its
    /// apphost, the file with the name of the assembly. ASP.NET and its framework are 110 MB: give the guest 300.
    /// </summary>
    /// <exception cref="GuestException">The folder is not that of a framework-dependent program, or a framework is not installed.</exception>
    public GuestContent WithDotNetProgram(string folder, string path)
    {
        _copies.AddRange(DotNetFiles.Of(folder));
        return WithCopy(folder, path);
    }
}
