using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Denials;

/// <summary>
/// Reads access vector denials out of an audit log: the output of <c>ausearch -m avc</c> (raw or interpreted), <c>audit.log</c>, <c>dmesg</c> or the
/// journal. Everything else in it is passed over. A log is written by whoever could make the kernel log something, so nothing in it is trusted:
/// fields are found where the kernel writes them, never inside a quoted name, a name that is none of SELinux makes a line count as unreadable, and
/// what is kept is bounded.
/// </summary>
public sealed class AuditLogReader
{
    /// <summary>The longest line that is read; the kernel's own limit of a record is 8,970 characters.</summary>
    public const int LongestLine = 16_384;

    /// <summary>How many different denials are kept.</summary>
    public const int MostDenials = 10_000;

    private const int LongestName = 2_048; // of libsepol
    private const int MostPermissions = 64; // bits of an access vector, and some

    private readonly Dictionary<(string Source, string Target, string Class), Entry> _entries = [];
    private readonly List<(string Source, string Target, string Class)> _order = [];

    /// <summary>The denials, in the order in which the log first says them; permissions of one source, target and class together.</summary>
    public ImmutableArray<Denial> Denials => [.. _order.Select(key => _entries[key].ToDenial(key))];

    /// <summary>How many lines say that they are a denial and cannot be read as one.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Whether the log has more denials than are kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads one line.</summary>
    public void Read(string line)
    {
        var at = line.IndexOf("avc:", StringComparison.Ordinal);
        if (at < 0 || line.Length > LongestLine)
        {
            Unreadable += at < 0 ? 0 : 1;
            return;
        }

        var fields = new AuditFields(line, at + "avc:".Length);
        if (!fields.TakeWord("denied"))
        {
            return; // granted, or a message of the access vector cache itself
        }

        if (!TryRead(fields, out var key, out var permissions))
        {
            Unreadable++;
        }
        else if (_entries.TryGetValue(key, out var entry))
        {
            entry.Add(permissions, fields);
        }
        else if (_order.Count == MostDenials)
        {
            IsCut = true;
        }
        else
        {
            _order.Add(key);
            _entries.Add(key, new Entry(permissions, fields));
        }
    }

    private static bool TryRead(AuditFields fields, out (string Source, string Target, string Class) key, out List<string> permissions)
    {
        permissions = fields.TakeBraces();
        fields.TakeAll();
        key = (TypeOf(fields.Get("scontext")), TypeOf(fields.Get("tcontext")), fields.Get("tclass") ?? "");
        return IsName(key.Source) && IsName(key.Target) && IsName(key.Class) && permissions.Count is > 0 and <= MostPermissions && permissions.TrueForAll(IsName);
    }

    /// <summary>The type of <c>user:role:type[:range]</c>.</summary>
    private static string TypeOf(string? context) => context?.Split([':'], 4) is [_, _, var type, ..] ? type : "";

    private static bool IsName(string text)
    {
        if (text.Length is 0 or > LongestName || text[0] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    private sealed class Entry
    {
        private readonly SortedSet<string> _permissions = new(StringComparer.Ordinal);
        private int _count;
        private bool _isPermissive = true;
        private string? _command;
        private string? _path;

        public Entry(List<string> permissions, AuditFields fields) => Add(permissions, fields);

        public void Add(List<string> permissions, AuditFields fields)
        {
            _count++;
            _permissions.UnionWith(permissions.Take(MostPermissions - _permissions.Count));
            _isPermissive &= fields.Get("permissive") == "1";
            _command ??= fields.Get("comm");
            _path ??= fields.Get("path") ?? fields.Get("name");
        }

        public Denial ToDenial((string Source, string Target, string Class) key) => new(key.Source, key.Target, key.Class, [.. _permissions])
        {
            Count = _count,
            IsPermissive = _isPermissive,
            Command = _command,
            Path = _path,
        };
    }
}
