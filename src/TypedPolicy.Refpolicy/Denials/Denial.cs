using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Denials;

/// <summary>An access that the kernel or a user-space object manager refused: all records of one source type, target type and class together.</summary>
/// <param name="Source">The type of the context that asked (<c>scontext</c>).</param>
/// <param name="Target">The type of the context that it asked about (<c>tcontext</c>).</param>
/// <param name="Class">The object class (<c>tclass</c>).</param>
/// <param name="Permissions">The permissions, sorted, each once.</param>
public sealed record Denial(string Source, string Target, string Class, ImmutableArray<string> Permissions)
{
    /// <summary>How many records of the log say so.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The command that asked, of the first record that names one (<c>comm</c>).</summary>
    public string? Command { get; init; }

    /// <summary>The program that asked, of the first event that names one (<c>exe</c>).</summary>
    public string? Program { get; init; }

    /// <summary>The command line of the process, of the first event that has one (<c>proctitle</c>).</summary>
    public string? CommandLine { get; init; }

    /// <summary>The system call, of the first event that names one: a number, or its name in an interpreted log.</summary>
    public string? SystemCall { get; init; }

    /// <summary>When it was denied first; <see langword="null"/> if no record has a time that can be read.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>When it was denied last.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>The hosts that it was denied on, where records name them (<c>node</c>), in the order of the log; at most <see cref="AuditLogReader.MaxHosts"/>.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>The path or name of what it asked about, of the first record that has one (<c>path</c>, else <c>name</c>).</summary>
    public string? Path { get; init; }

    /// <summary>Different paths and names of what it asked about, in the order of the log; at most <see cref="AuditLogReader.MaxPaths"/>.</summary>
    public ImmutableArray<string> Paths { get; init; } = [];

    /// <summary>Whether every record was of a permissive domain: the access went through, and was written down only.</summary>
    public bool IsPermissive { get; init; }

    /// <summary>
    /// The whole contexts that the records name, in the order of the log; at most <see cref="AuditLogReader.MaxContexts"/>. Constraints, which decide by user, role and
    /// level, are a matter of these and not of the types.
    /// </summary>
    public ImmutableArray<DeniedContexts> Contexts { get; init; } = [];

    /// <summary>The ioctl commands that the records name (<c>ioctlcmd</c>), sorted.</summary>
    public ImmutableArray<int> IoctlCommands { get; init; } = [];

    /// <summary>The port that was bound or connected to, of the first record that names one (<c>src</c>, <c>dest</c>).</summary>
    public int? Port { get; init; }

    /// <summary>The ports that were to be bound, sorted; at most <see cref="AuditLogReader.MaxPorts"/>.</summary>
    public ImmutableArray<int> BoundPorts { get; init; } = [];

    /// <summary>The ports that were to be connected to, sorted; at most <see cref="AuditLogReader.MaxPorts"/>.</summary>
    public ImmutableArray<int> ConnectedPorts { get; init; } = [];

    /// <summary>
    /// The label that the target has in its file system and that the loaded policy does not know (<c>trawcon</c>), so that the target counts as unlabeled;
    /// <see langword="null"/> if the policy knows it.
    /// </summary>
    public string? UnknownTargetLabel { get; init; }
}

/// <summary>The contexts of some records of a denial.</summary>
/// <param name="Source">The context that asked: <c>user:role:type</c>, with a level where the policy has levels.</param>
/// <param name="Target">The context that it asked about.</param>
/// <param name="Permissions">The permissions, sorted, each once.</param>
public sealed record DeniedContexts(string Source, string Target, ImmutableArray<string> Permissions);
