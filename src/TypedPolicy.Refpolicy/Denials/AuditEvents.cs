namespace TypedPolicy.Refpolicy.Denials;

/// <summary>
/// The events of a log that are not over yet: what their other records tell about a denial (<see cref="AuditEvent"/>). They follow the denial, as the kernel writes them, or before
/// it, as <c>ausearch -i</c> does, and events mingle. Most events of a log have no denial, so records are kept as they are until there is one; of a log without end, those of the last
/// few events.
/// </summary>
internal sealed class AuditEvents
{
    private const int MaxEvents = 32;
    private const int MaxRecordLength = 16_384;
    private const string Time = "audit(";

    private static readonly string[] Types = ["type=PATH ", "type=CWD ", "type=SYSCALL ", "type=PROCTITLE ", "type=1327 ", "type=1302 ", "type=1307 ", "type=1300 "];

    private readonly Dictionary<string, AuditEvent> _events = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Takes a denial.</summary>
    /// <param name="serial">What the record's event is called; empty if that is not known.</param>
    /// <param name="record">The record.</param>
    /// <param name="denial">The denial that it is of.</param>
    /// <param name="path">What is kept as the path of its object.</param>
    public void Add(string serial, AuditRecord record, DenialRecords denial, string? path)
    {
        if (serial.Length > 0)
        {
            Of(serial).Add(record, denial, path);
        }
    }

    /// <summary>Takes a line, if it is a record that tells more about others.</summary>
    public void Read(string line)
    {
        if (line.Length <= MaxRecordLength && Array.Exists(Types, t => line.IndexOf(t, StringComparison.Ordinal) >= 0) && SerialOf(line) is { Length: > 0 } serial)
        {
            Of(serial).Add(line);
        }
    }

    private static string SerialOf(string line)
    {
        var start = line.IndexOf(Time, StringComparison.Ordinal) + Time.Length;
        var end = start < Time.Length ? -1 : line.IndexOf(')', start);
        return end > start && end - start <= LogTokens.MaxEventLength ? LogRecord.KeyOf(line.Substring(start, end - start), HostOf(line)) : "";
    }

    private static string HostOf(string line) =>
        line.StartsWith("node=", StringComparison.Ordinal) && line.IndexOf(' ') is > 0 and var end ? AuditNames.Host(line.Substring(5, end - 5)) : "";

    private AuditEvent Of(string serial)
    {
        if (!_events.TryGetValue(serial, out var known))
        {
            if (_order.Count == MaxEvents)
            {
                _events.Remove(_order.Dequeue());
            }

            _order.Enqueue(serial);
            _events.Add(serial, known = new());
        }

        return known;
    }
}
