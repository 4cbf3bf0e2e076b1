namespace TypedPolicy.Refpolicy.Denials;

/// <summary>
/// Who wrote a line of a system's log: <c>Nov 30 03:46:17 host kernel: …</c>. Any program may write the words of a record into its own messages; records are those of the kernel, of the audit
/// daemon, and of the daemons that ask SELinux themselves.
/// </summary>
internal static class LogSource
{
    // A time, a host and the name, with marks of a priority; the message begins behind them.
    private const int MaxLookedAt = 10;

    private static readonly string[] Trusted = ["kernel", "SELinux", "dbus", "dbus-daemon", "dbus-broker", "dbus-broker-launch", "systemd", "nscd", "Xorg", "sedispatch", "tag_audit_log"];

    /// <summary>Whether the line is a message of another program.</summary>
    public static bool IsAnother(string line)
    {
        var at = 0;
        for (var count = 0; count < MaxLookedAt; count++)
        {
            while (at < line.Length && line[at] is ' ' or '\t')
            {
                at++;
            }

            var start = at;
            while (at < line.Length && line[at] is not (' ' or '\t'))
            {
                at++;
            }

            if (at == start || string.CompareOrdinal(line, start, "type=", 0, 5) == 0 || string.CompareOrdinal(line, start, "avc:", 0, 4) == 0)
            {
                return false;
            }

            if (line[at - 1] == ':' && NameOf(line, start, at - 1) is { } name)
            {
                return !name.StartsWith("audi", StringComparison.OrdinalIgnoreCase) && Array.IndexOf(Trusted, name) < 0;
            }
        }

        return false;
    }

    /// <summary>The name of <c>NAME</c> or <c>NAME[NUMBER]</c>; null if it is something else.</summary>
    private static string? NameOf(string line, int start, int end)
    {
        var at = start;
        while (at < end && (char.IsLetterOrDigit(line[at]) || line[at] is '-' or '_' or '.' or '/' or '@'))
        {
            at++;
        }

        var name = line.Substring(start, at - start);
        if (at < end && line[at] == '[' && line[end - 1] == ']')
        {
            at++;
            while (at < end - 1 && line[at] is >= '0' and <= '9')
            {
                at++;
            }

            at++;
        }

        return at == end && name.Length > 0 && char.IsLetter(name[0]) ? name : null;
    }
}
