using System.Collections.Immutable;
using System.Globalization;

namespace TypedPolicy.Refpolicy.Denials;

/// <summary>The records of one denial, as they are read.</summary>
internal sealed class DenialRecords(string source, string target, string @class, LogRoom room)
{
    private const int MaxPermissions = 64;
    private const int MaxCommands = 64;

    private readonly SortedSet<string> _permissions = new(StringComparer.Ordinal);
    private readonly List<(string Source, string Target, SortedSet<string> Permissions)> _contexts = [];
    private readonly List<string> _paths = [];
    private readonly SortedSet<int> _ioctlCommands = [];
    private readonly SortedSet<int> _boundPorts = [];
    private readonly SortedSet<int> _connectedPorts = [];
    private readonly List<string> _hosts = [];
    private int _count;
    private bool _isPermissive = true;
    private string? _command;
    private string? _program;
    private string? _commandLine;
    private string? _systemCall;
    private DateTimeOffset? _first;
    private DateTimeOffset? _last;
    private string? _label;
    private int? _port;

    /// <summary>Takes a record.</summary>
    /// <returns>The path or name of its object; <see langword="null"/> if it has none, or none is kept.</returns>
    public string? Add(AuditRecord record)
    {
        var permissions = record.Permissions!;
        _count += _count == int.MaxValue ? 0 : 1;
        AddTo(_permissions, permissions);
        _isPermissive &= record.Get("permissive") == "1";
        _command ??= record.Find("comm") is { } command && room.Take(command.Length) ? command : null;
        _label ??= record.Find("trawcon") is { } label && room.Take(label.Length) ? label : null;
        _port ??= Port(record.Get(permissions.Contains("name_connect") ? "dest" : "src"));
        AddTo(_boundPorts, permissions.Contains("name_bind") ? Port(record.Get("src")) : null);
        AddTo(_connectedPorts, permissions.Contains("name_connect") ? Port(record.Get("dest")) : null);
        Context(record.Get("scontext"), record.Get("tcontext"), permissions);
        var path = record.Find("path") ?? record.Find("name");
        if (path is not null && !_paths.Contains(path) && (_paths.Count == AuditLogReader.MaxPaths || !room.Take(path.Length)))
        {
            path = null;
        }
        else if (path is not null && !_paths.Contains(path))
        {
            _paths.Add(path);
        }

        if (record.Get("ioctlcmd") is { Length: > 0 } ioctl && _ioctlCommands.Count < MaxCommands
            && int.TryParse(ioctl.StartsWith("0x", StringComparison.Ordinal) ? ioctl.Substring(2) : ioctl, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            _ioctlCommands.Add(number & 0xffff);
        }

        return path;
    }

    /// <summary>Puts a whole path in the place of the name that a record had of it.</summary>
    public void Name(string name, string path)
    {
        if (_paths.IndexOf(name) is not (>= 0 and var at) || name == path)
        {
            return;
        }

        if (_paths.Contains(path))
        {
            room.Return(name.Length);
            _paths.RemoveAt(at);
        }
        else if (room.Take(path.Length))
        {
            room.Return(name.Length);
            _paths[at] = path;
        }
    }

    /// <summary>Takes the program that asked.</summary>
    public void Program(string program) => _program ??= room.Take(program.Length) ? program : null;

    /// <summary>Takes the command line of the process that asked.</summary>
    public void CommandLine(string text) => _commandLine ??= room.Take(text.Length) ? text : null;

    /// <summary>Takes the system call by which it asked.</summary>
    public void SystemCall(string text) => _systemCall ??= room.Take(text.Length) ? text : null;

    /// <summary>Takes when and where it was denied.</summary>
    public void Seen(DateTimeOffset? time, string host)
    {
        _first = time < _first || _first is null ? time ?? _first : _first;
        _last = time > _last || _last is null ? time ?? _last : _last;
        if (host.Length > 0 && _hosts.Count < AuditLogReader.MaxHosts && !_hosts.Contains(host) && room.Take(host.Length))
        {
            _hosts.Add(host);
        }
    }

    public Denial ToDenial() => new(source, target, @class, [.. _permissions])
    {
        Count = _count,
        IsPermissive = _isPermissive,
        Command = _command,
        Program = _program,
        CommandLine = _commandLine,
        SystemCall = _systemCall,
        First = _first,
        Last = _last,
        Hosts = [.. _hosts],
        Path = _paths.Count > 0 ? _paths[0] : null,
        Paths = [.. _paths],
        Contexts = [.. _contexts.Select(c => new DeniedContexts(c.Source, c.Target, [.. c.Permissions]))],
        IoctlCommands = [.. _ioctlCommands],
        Port = _port,
        BoundPorts = [.. _boundPorts],
        ConnectedPorts = [.. _connectedPorts],
        UnknownTargetLabel = _label,
    };

    private static int? Port(string text) => ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;

    private static void AddTo(SortedSet<int> ports, int? port)
    {
        if (port is { } one && ports.Count < AuditLogReader.MaxPorts)
        {
            ports.Add(one);
        }
    }

    private void AddTo(SortedSet<string> permissions, List<string> more)
    {
        foreach (var permission in more)
        {
            if (permissions.Count < MaxPermissions && !permissions.Contains(permission) && room.Take(permission.Length))
            {
                permissions.Add(permission);
            }
        }
    }

    private void Context(string from, string to, List<string> permissions)
    {
        var at = _contexts.FindIndex(c => c.Source == from && c.Target == to);
        if (at < 0 && _contexts.Count < AuditLogReader.MaxContexts && room.Take(from.Length + to.Length))
        {
            at = _contexts.Count;
            _contexts.Add((from, to, new SortedSet<string>(StringComparer.Ordinal)));
        }

        if (at >= 0)
        {
            AddTo(_contexts[at].Permissions, permissions);
        }
    }
}
