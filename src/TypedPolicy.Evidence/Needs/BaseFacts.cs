using System.Collections.Immutable;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Labels;

namespace TypedPolicy.Evidence.Needs;

/// <summary>What is known of a target's base without its headers: the table of targets, and the small base.</summary>
internal sealed class BaseFacts
{
    private const string Everyone = "domain";

    private readonly FileContexts _labels;
    private readonly HashSet<string> _searched;
    private readonly HashSet<string> _directories;

    /// <summary>Looks a target up.</summary>
    public BaseFacts(Target target)
    {
        Target = target;
        var small = SmallBase.Of(target);
        _labels = FileContexts.Read(string.Concat(small.Labels.Select(Line)));
        _directories = [.. small.Labels.Where(l => l.Kind is "any" or "dir").Select(l => l.Path.Replace("(/.*)?", "", StringComparison.Ordinal))];
        var searched = small.Accesses.Where(a => a is { Class: "dir", Source: Everyone } && a.Permissions.Contains("search")).Select(a => a.Target).ToHashSet(StringComparer.Ordinal);
        _searched = [.. small.Names.Where(n => n.Kind == EntityKind.Type && (searched.Contains(n.Name) || n.Attributes.Any(searched.Contains))).Select(n => n.Name)];
        _types = ["system_dbusd_t", BusSocket, DomainOfTools, .. small.Names.Concat(SmallBase.Index.Names).Where(n => n.Kind == EntityKind.Type).Select(n => n.Name), .. small.Ports.Select(p => p.Type), .. target.Facts.Ports.Select(p => p.Type)];
        Ports = [.. small.Ports, .. target.Facts.Ports];
        Attributes = [.. small.Names.Where(n => n.Kind == EntityKind.TypeAttribute).Select(n => n.Name)];
    }

    /// <summary>The target.</summary>
    public Target Target { get; }

    /// <summary>The attributes that it has.</summary>
    public ImmutableHashSet<string> Attributes { get; }

    private IReadOnlyList<IndexedPort> Ports { get; }

    private readonly HashSet<string> _types;

    /// <summary>Whether it is known to have a type.</summary>
    public bool HasType(string type) => _types.Contains(type);

    /// <summary>The domain that programs of the system run in where systemd starts them.</summary>
    public string DomainOfTools => Target.IsOfDebianLine ? "initrc_t" : "unconfined_service_t";

    /// <summary>The type of the sockets of systemd itself, and of their directory.</summary>
    public string SystemdRuntime => Target.IsOfDebianLine ? "init_runtime_t" : "init_var_run_t";

    /// <summary>Whether its neverallow rules keep a capability from all but some domains.</summary>
    public static bool IsGuarded(string capability) => SmallBase.Index.Guards.Any(g => g.Target == "self" && g.Class is "capability" or "capability2" && g.Permissions.Contains(capability));

    /// <summary>The type of the socket of the system's message bus.</summary>
    public string BusSocket => Target.IsOfDebianLine ? "system_dbusd_runtime_t" : "system_dbusd_var_run_t";

    /// <summary>A path as the target spells it.</summary>
    public string Spelled(string path)
    {
        var trimmed = path.Length > 1 ? path.TrimEnd('/') : path;
        return Target.Equivalences.Apply(trimmed);
    }

    /// <summary>Whether a directory is one of the base, or near enough to the root that others have files in it too.</summary>
    public bool IsShared(string path) => path.LastIndexOf('/') <= 0 || _directories.Any(d => d == path || d.StartsWith(path + "/", StringComparison.Ordinal)) || path is "/var/cache" or "/var/opt" or "/usr/share" or "/usr/local" or "/var/cache/private" or "/var/lib/private" or "/var/log/private";

    /// <summary>The types of the directories above a path that a domain may not search already, the root first.</summary>
    public IEnumerable<string> DirectoriesAbove(string path)
    {
        for (var at = path.IndexOf('/', 1); at > 0; at = path.IndexOf('/', at + 1))
        {
            if (_labels.TypeOf(path[..at], FileKind.Directory) is { Length: > 0 } type && !_searched.Contains(type))
            {
                yield return type;
            }
        }
    }

    /// <summary>The type of the directory that a path is in; null if it is not known.</summary>
    public string? DirectoryOf(string path) => path.LastIndexOf('/') is > 0 and var at ? _labels.TypeOf(path[..at], FileKind.Directory) : null;

    /// <summary>The type of a port that is somebody's in particular; null for any other.</summary>
    /// <param name="protocol"><c>tcp</c> or <c>udp</c>.</param>
    /// <param name="port">Its number.</param>
    public string? PortType(string protocol, int port) =>
        Ports.Where(p => p.Protocol == protocol && p.Low <= port && port <= p.High).MinBy(p => p.High - p.Low)?.Type is { } type && type is not ("port_t" or "reserved_port_t" or "hi_reserved_port_t" or "unreserved_port_t" or "ephemeral_port_t") ? type : null;

    private static string Line(IndexedLabel label)
    {
        var kind = label.Kind switch { "dir" => "-d\t", "file" => "--\t", _ => "" };
        return $"{label.Path}\t{kind}{label.Context}\n";
    }
}
