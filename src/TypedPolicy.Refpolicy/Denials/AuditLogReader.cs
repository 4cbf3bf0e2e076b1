using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Denials;

/// <summary>
/// Reads what SELinux refused out of a log: the output of <c>ausearch</c> (raw or interpreted), <c>audit.log</c>, <c>dmesg</c> or the journal. Everything else in it is passed
/// over. A log is written by anyone who could make the kernel log something, so nothing in it is trusted: fields are found where the kernel writes them, a record that lacks a
/// part or has a name that SELinux cannot have counts as unreadable, and what is kept is bounded.
/// </summary>
/// <remarks>
/// What other records of an event say, the path (<c>type=PATH</c>) and the program (<c>type=SYSCALL</c>), is kept of its denials. A line may hold several records. In an interpreted log a name can look like the beginning of one; there a record in the middle of a line counts only if the one before
/// it is whole.
/// </remarks>
public sealed class AuditLogReader
{
    /// <summary>How much of a line is read; the kernel's own limit of a record is 8,970 characters.</summary>
    public const int MaxLineLength = 65_536;

    /// <summary>How many different denials are kept, and how many different errors.</summary>
    public const int MaxDenials = 10_000;

    /// <summary>How many different pairs of contexts are kept of a denial.</summary>
    public const int MaxContexts = 32;

    /// <summary>How many different paths are kept of a denial.</summary>
    public const int MaxPaths = 16;

    /// <summary>How many different ports are kept of a denial.</summary>
    public const int MaxPorts = 16;

    /// <summary>How many different hosts are kept of a denial.</summary>
    public const int MaxHosts = 16;

    private const int MaxCharacters = 16 << 20;

    private readonly LogRoom _room = new(MaxCharacters);
    private readonly LogTokens _tokens = new();
    private readonly List<LogRecord> _found = [];
    private readonly AuditEvents _events = new();
    private readonly Dictionary<(string Source, string Target, string Class), DenialRecords> _denials = [];
    private readonly List<DenialRecords> _order = [];
    private readonly Dictionary<PolicyError, int> _errors = new(PolicyErrorRecords.Same);
    private readonly List<PolicyError> _errorOrder = [];

    /// <summary>The denials, in the order in which the log first has them; permissions of one source, target and class together.</summary>
    public ImmutableArray<Denial> Denials => [.. _order.Select(d => d.ToDenial())];

    /// <summary>What the security server refused by itself, each once, in the order in which the log first has it.</summary>
    public ImmutableArray<PolicyError> Errors => [.. _errorOrder.Select(e => e with { Count = _errors[e] })];

    /// <summary>How many records say that they are a denial or an error and cannot be read as one.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Whether the log has more denials or errors than are kept.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads one line.</summary>
    public void Read(string line)
    {
        if (LogSource.IsAnother(LogTokens.WithoutColours(line)))
        {
            return;
        }

        if (!MayHold(line))
        {
            _events.Read(line);
            return;
        }

        var isCut = line.Length > MaxLineLength;
        _tokens.Cut(isCut ? line.Substring(0, MaxLineLength) : line);
        LogRecord.Find(_tokens, _found);
        if (_found.Count == 0)
        {
            _events.Read(line);
        }

        for (var i = 0; i < _found.Count; i++)
        {
            var isLast = i == _found.Count - 1;
            if ((isCut && isLast) || !Take(_found[i]))
            {
                Unreadable++;
                if (!isLast && _found[i].IsInterpreted)
                {
                    return; // What comes next may be a part of a name.
                }
            }
        }
    }

    /// <summary>What most lines of a log are told apart by.</summary>
    private static bool MayHold(string line) =>
        line.IndexOf("avc:", StringComparison.Ordinal) >= 0 || line.IndexOf("security_", StringComparison.Ordinal) >= 0
        || line.IndexOf("SELINUX_ERR", StringComparison.Ordinal) >= 0 || line.IndexOf("type=1401", StringComparison.Ordinal) >= 0;

    /// <summary>Takes a record; false if it cannot be read.</summary>
    private bool Take(LogRecord found)
    {
        var record = AuditRecord.Read(_tokens, found.From, found.To, found.IsInterpreted);
        return found.IsError ? TakeError(record) : TakeDenial(record, found);
    }

    private bool TakeDenial(AuditRecord record, LogRecord found)
    {
        if (!record.IsWhole)
        {
            return false;
        }

        var key = (AuditNames.TypeOf(record.Get("scontext")), AuditNames.TypeOf(record.Get("tcontext")), record.Get("tclass"));
        if (!_denials.TryGetValue(key, out var denial))
        {
            if (_order.Count == MaxDenials || !_room.Take(key.Item1.Length + key.Item2.Length + key.Item3.Length))
            {
                IsCut = true;
                return true;
            }

            _denials.Add(key, denial = new DenialRecords(key.Item1, key.Item2, key.Item3, _room));
            _order.Add(denial);
        }

        var path = denial.Add(record);
        denial.Seen(AuditTime.Of(found.Event), found.Host);
        _events.Add(found.Key, record, denial, path);
        return true;
    }

    private bool TakeError(AuditRecord record)
    {
        if (PolicyErrorRecords.Read(record) is not { } error)
        {
            return false;
        }

        if (_errors.TryGetValue(error, out var count))
        {
            _errors[error] = count + 1;
        }
        else if (_errorOrder.Count == MaxDenials || !_room.Take(error.Source.Length + error.Target.Length + error.Context.Length))
        {
            IsCut = true;
        }
        else
        {
            _errors.Add(error, 1);
            _errorOrder.Add(error);
        }

        return true;
    }
}
