using System.Globalization;

namespace TypedPolicy.Refpolicy.Denials;

/// <summary>
/// The records of one event. A denial has the last part of a path alone, and fifteen characters of the command; the whole path is in <c>type=PATH</c> and <c>type=CWD</c>, the program and the
/// system call in <c>type=SYSCALL</c>, the command line in <c>type=PROCTITLE</c>.
/// </summary>
internal sealed class AuditEvent
{
    private const int MaxParts = 32;
    private const int MaxCharacters = 65_536;

    private readonly List<string> _lines = [];
    private readonly List<(string Name, long? Inode)> _paths = [];
    private readonly List<(string Name, long? Inode, DenialRecords Denial)> _denials = [];
    private readonly HashSet<DenialRecords> _known = [];
    private int _left = MaxCharacters;
    private bool _hasDenial;
    private string? _folder;
    private string? _program;
    private string? _commandLine;
    private string? _systemCall;

    /// <summary>Takes a record that is not a denial.</summary>
    public void Add(string line)
    {
        if (_lines.Count < MaxParts && line.Length <= _left)
        {
            _left -= line.Length;
            _lines.Add(line);
            Settle();
        }
    }

    /// <summary>Takes a denial.</summary>
    public void Add(AuditRecord record, DenialRecords denial, string? path)
    {
        _hasDenial = true;
        if (path is not null && record.Find("path") is null && _denials.Count < MaxParts)
        {
            _denials.Add((path, Number(record.Get("ino")), denial));
        }

        if (_known.Count < MaxParts)
        {
            _known.Add(denial);
        }

        Settle();
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Settle()
    {
        if (!_hasDenial)
        {
            return;
        }

        _lines.ForEach(Read);
        _lines.Clear();
        foreach (var denial in _known)
        {
            Tell(denial);
        }

        _denials.RemoveAll(d =>
        {
            if (PathOf(d.Name, d.Inode) is not { } path)
            {
                return false;
            }

            d.Denial.Name(d.Name, path);
            return true;
        });
    }

    /// <summary>Says of a denial what the other records do.</summary>
    private void Tell(DenialRecords denial)
    {
        if (_program is not null)
        {
            denial.Program(_program);
        }

        if (_systemCall is not null)
        {
            denial.SystemCall(_systemCall);
        }

        if (_commandLine is not null)
        {
            denial.CommandLine(_commandLine);
        }
    }

    private void Read(string line)
    {
        var tokens = new LogTokens();
        tokens.Cut(line);
        var at = Enumerable.Range(0, tokens.Count).Where(i => LogRecord.IsHeader(tokens, i)).DefaultIfEmpty(-1).First();
        if (at < 0)
        {
            return;
        }

        var record = AuditRecord.Read(tokens, at + 2, tokens.Count, isInterpreted: !LogRecord.IsRawTime(tokens[at + 1]));
        switch (tokens.ValueOf(at, "type"))
        {
            case "CWD" or "1307":
                _folder ??= record.Find("cwd");
                break;
            case "SYSCALL" or "1300":
                _program ??= record.Find("exe");
                _systemCall ??= record.Find("syscall");
                break;
            case "PROCTITLE" or "1327":
                _commandLine ??= record.Find("proctitle");
                break;
            default:
                if (record.Find("name") is { } name)
                {
                    _paths.Add((name, Number(record.Get("inode"))));
                }

                break;
        }
    }

    /// <summary>The path of an object: that of its inode, or one in which its name is a part.</summary>
    private string? PathOf(string name, long? inode)
    {
        foreach (var path in _paths)
        {
            if (inode is not null && path.Inode == inode && Whole(path.Name) is { } whole)
            {
                return whole;
            }
        }

        foreach (var path in _paths)
        {
            if (Whole(path.Name) is { } whole && whole + "/" is var folders && folders.IndexOf($"/{name}/", StringComparison.Ordinal) is >= 0 and var at)
            {
                return folders.Substring(0, at + name.Length + 1);
            }
        }

        return null;
    }

    private string? Whole(string path)
    {
        var whole = path.StartsWith("/", StringComparison.Ordinal) ? path : _folder is { } folder ? $"{folder.TrimEnd('/')}/{(path == "." ? "" : path)}" : null;
        return whole is { Length: > 1 } && whole.EndsWith("/", StringComparison.Ordinal) ? whole.TrimEnd('/') : whole;
    }
}
