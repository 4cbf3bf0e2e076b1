using TypedPolicy.Model.Naming;

namespace TypedPolicy.Bench.Synthetic;

/// <summary>Permissions of one class, as C# and as SELinux says them.</summary>
internal sealed record Permissions(string Class, params string[] Names)
{
    public static readonly Permissions Execute = new("file", "read", "open", "getattr", "map", "execute");
    public static readonly Permissions Enter = new("file", "read", "open", "getattr", "map", "execute", "entrypoint");
    public static readonly Permissions Device = new("chr_file", "read", "write", "open", "getattr");
    public static readonly Permissions Capability = new("capability", "chown", "fowner", "setuid", "setgid");
    public static readonly Permissions Process = new("process", "fork", "signal", "getsched", "setsched");
    public static readonly Permissions Stream = new("unix_stream_socket", "create", "bind", "listen", "accept", "read", "write");
    public static readonly Permissions ListDirectory = new("dir", "read", "open", "getattr", "search");
    public static readonly Permissions ManageDirectory = new("dir", "read", "open", "getattr", "search", "write", "add_name", "remove_name", "create", "rmdir");
    public static readonly Permissions ReadFile = new("file", "read", "open", "getattr");
    public static readonly Permissions ManageFile = new("file", "read", "open", "getattr", "write", "create", "unlink", "rename");
    public static readonly Permissions AppendFile = new("file", "open", "getattr", "append", "create");
    public static readonly Permissions ManageSocket = new("sock_file", "create", "write", "getattr", "unlink");
    public static readonly Permissions Connect = new("tcp_socket", "name_connect");
    public static readonly Permissions Bind = new("tcp_socket", "name_bind");
    public static readonly Permissions Transition = new("process", "transition");
    public static readonly Permissions InheritDescriptor = new("fd", "use");
    public static readonly Permissions InheritPipe = new("fifo_file", "read", "write", "append", "getattr", "ioctl", "lock");

    public static readonly Permissions TellParent = new("process", "sigchld");
    public static readonly Permissions Cleanse = new("process", "noatsecure", "rlimitinh", "siginh");

    private static readonly Permissions Run = new("file", "ioctl", "lock");

    /// <summary>All that a synthetic policy uses, by class.</summary>
    public static IEnumerable<Permissions> ByClass =>
        new[]
        {
            Execute, Enter, Device, Capability, Process, Stream, ListDirectory, ManageDirectory, ReadFile, ManageFile, AppendFile, ManageSocket,
            Connect, Bind, Transition, InheritDescriptor, InheritPipe, TellParent, Cleanse, Run,
        }
        .GroupBy(p => p.Class)
        .Select(g => new Permissions(g.Key, [.. g.SelectMany(p => p.Names).Distinct()]));

    public string CSharp => string.Join(" | ", Names.Select(n => $"{NameOf.Pascal(Class)}Perms.{NameOf.Pascal(n)}"));
}
