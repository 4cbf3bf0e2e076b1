using TypedPolicy.Evidence.Sources;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Evidence.Needs;

/// <summary>What a service needs, each with where that is declared.</summary>
/// <param name="base">What is known of the base that it runs on.</param>
internal sealed class ServiceNeeds(BaseFacts @base)
{
    private const int MaxPaths = 500;
    private const int MaxPorts = 500;

    private readonly List<OwnPath> _paths = [];
    private readonly List<AccessNeed> _access = [];
    private readonly List<EvidenceNote> _notes = [];
    private readonly HashSet<EvidenceNote> _noted = [];
    private readonly SortedDictionary<(string Protocol, int Port), Reason> _ports = [];

    /// <summary>What is known of the base that it runs on.</summary>
    public BaseFacts Base => @base;

    /// <summary>What it is, in its author's words.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Why the transition into its domain has to work under <c>no_new_privs</c>; null if it need not.</summary>
    public Reason? NoNewPrivileges { get; set; }

    /// <summary>Why systemd reaches its program by another one that runs in a domain of the base; null where it starts it itself.</summary>
    public Reason? Wrapper { get; set; }

    /// <summary>Why it is a daemon that systemd starts; null where it is not.</summary>
    public Reason? StartedBySystemd { get; set; }

    /// <summary>Whether it is a container: it reaches its files by mounts, not by the directories above them.</summary>
    public bool IsContainer { get; init; }

    /// <summary>Attributes of the base that its domain joins, whatever else is known of the base.</summary>
    public SortedSet<string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>Its own ports: protocol, number.</summary>
    public IReadOnlyDictionary<(string Protocol, int Port), Reason> Ports => _ports;

    /// <summary>Why rules that judge what a policy allows have nothing to say: the id of the rule, and where the reason is declared.</summary>
    public SortedDictionary<string, Reason> Justified { get; } = new(StringComparer.Ordinal);

    /// <summary>The types that what it makes in a directory gets.</summary>
    public List<(string Directory, FileUse Use, IReadOnlyList<string> Classes, string? Name, Reason Reason)> Transitions { get; } = [];

    /// <summary>Its paths.</summary>
    public IReadOnlyList<OwnPath> Paths => _paths;

    /// <summary>The access.</summary>
    public IReadOnlyList<AccessNeed> Access => _access;

    /// <summary>What a person should look at.</summary>
    public IReadOnlyList<EvidenceNote> Notes => _notes;

    /// <summary>Adds what a person should look at.</summary>
    public void Note(Reason reason, string message) => Note(new EvidenceNote(reason.Place, message));

    /// <summary>Adds what a person should look at.</summary>
    public void Note(EvidenceNote note)
    {
        if (_noted.Add(note))
        {
            _notes.Add(note);
        }
    }

    /// <summary>Adds access.</summary>
    public void Allow(Holder holder, AccessTarget target, Reason reason, params IReadOnlyList<string> permissions) => _access.Add(new(holder, target, permissions, reason));

    /// <summary>Adds what nobody is to allow.</summary>
    public void Forbid(Reason reason, params IReadOnlyList<string> permissions) => _access.Add(new(Holder.Service, AccessTarget.Self, permissions, reason, IsForbidden: true));

    /// <summary>Adds a path; it is the service's from now on. False where it cannot be, which is noted.</summary>
    public bool Own(FileUse use, string path, bool isTree, Reason reason, FileKind kind = FileKind.Any)
    {
        var spelled = @base.Spelled(path);
        if (_paths.Exists(p => p.Path == spelled && p.Use == use && (p.IsTree || !isTree)))
        {
            return true;
        }

        if (_paths.Count(p => p.Use == use) >= MaxPaths)
        {
            Note(reason, $"The service has more than {MaxPaths} paths of one use, and the rest gets no label. Name the directories that they are in.");
            return false;
        }

        if (!PathTexts.IsPossible(spelled))
        {
            Note(reason, $"No label was made for '{path.Replace(Units.UnitSpecifiers.Any, '*')}': it is not an absolute path without '..' that file contexts can have.");
            return false;
        }

        if (isTree && @base.IsShared(spelled))
        {
            Note(reason, $"No label was made for {path}, which others use too. Name the directory of this service in it.");
            return false;
        }

        if (_paths.Exists(p => p.Has(spelled) && p.Use == use && (p.IsTree || !isTree)) || (use is FileUse.Data or FileUse.Conf && _paths.Exists(p => p.Has(spelled))))
        {
            return true;
        }

        // A path has one label.
        _paths.RemoveAll(p => p.Path == spelled);
        _paths.Add(new(use, spelled, isTree, kind, reason));
        return true;
    }

    /// <summary>Adds a port. False where there are too many, which is noted.</summary>
    public bool OwnPort(string protocol, int port, Reason reason)
    {
        if (_ports.Count >= MaxPorts && !_ports.ContainsKey((protocol, port)))
        {
            Note(reason, $"The service has more than {MaxPorts} ports, and no rule was made of the rest. Declare ranges of them with [Port].");
            return false;
        }

        _ports.TryAdd((protocol, port), reason);
        return true;
    }

    /// <summary>The use of what lies at a path; null if that is not the service's.</summary>
    public FileUse? UseOf(string path) => _paths.Where(p => p.Has(@base.Spelled(path))).MaxBy(p => p.Path.Length)?.Use;
}
