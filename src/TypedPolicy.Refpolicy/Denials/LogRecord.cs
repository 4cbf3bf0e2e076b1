namespace TypedPolicy.Refpolicy.Denials;

/// <summary>Where a record is in a line: from the piece after its kind to the beginning of the next one.</summary>
internal readonly record struct LogRecord(int From, int To, bool IsError, bool IsInterpreted, string Event, string Host)
{
    /// <summary>What tells events apart: hosts number them each for itself.</summary>
    public string Key => KeyOf(Event, Host);

    /// <summary>What tells events apart.</summary>
    public static string KeyOf(string @event, string host) => host.Length == 0 || @event.Length == 0 ? @event : $"{host} {@event}";

    /// <summary>Finds the denials and errors of a line; other records end the one before them.</summary>
    public static void Find(LogTokens tokens, List<LogRecord> found)
    {
        found.Clear();
        var (open, isError, isInterpreted) = (-1, false, false);
        var (type, serial, host) = ("", "", "");
        for (var at = 0; at < tokens.Count; at++)
        {
            if (IsHeader(tokens, at))
            {
                Close(at);
                type = tokens.ValueOf(at, "type");
                isInterpreted = !IsRawTime(tokens[at + 1]);
                if (isInterpreted && !IsOfSELinux(type))
                {
                    break; // What a process was started with is there as it is, and may look like anything.
                }

                serial = tokens.EventOf(at + 1);
                host = at > 0 && tokens.StartsWith(at - 1, "node=") ? AuditNames.Host(tokens.ValueOf(at - 1, "node")) : "";
                at++;
            }
            else if ((type.Length == 0 || IsOfSELinux(type)) && IsDenial(tokens, at) && (open < 0 || !isInterpreted || tokens.HasClass(open, at)))
            {
                Close(at);
                if (tokens.Is(at + 1, "denied"))
                {
                    (open, isError) = (at + 2, false);
                }

                // The next one needs a beginning of its own: what is granted, and what the cache reports of itself, is passed over.
                at++;
            }
            else if (tokens.Is(at, "SELINUX_ERR"))
            {
                Close(at);
                type = "SELINUX_ERR";
            }
            else if (open < 0 && PolicyErrorRecords.IsStart(tokens, at, isErrorRecord: IsOfError(type)))
            {
                (open, isError) = (at, true);
            }
        }

        Close(tokens.Count);

        void Close(int end)
        {
            if (open >= 0)
            {
                found.Add(new(open, end, isError, isInterpreted, serial, host));
            }

            open = -1;
        }
    }

    /// <summary><c>type=AVC msg=audit(…)</c> of auditd, <c>type=1400 audit(…)</c> of the kernel.</summary>
    public static bool IsHeader(LogTokens tokens, int at) =>
        tokens.StartsWith(at, "type=") && (tokens.StartsWith(at + 1, "msg=audit(") || tokens.StartsWith(at + 1, "audit("));

    // What else is recorded of an event (PROCTITLE, EXECVE, …) may have the words of a denial in a name.
    private static bool IsOfSELinux(string type) => type is "AVC" or "1400" or "USER_AVC" or "1107" || IsOfError(type);

    private static bool IsOfError(string type) => type is "SELINUX_ERR" or "1401" or "USER_SELINUX_ERR" or "1108";

    private static bool IsDenial(LogTokens tokens, int at) => tokens.Is(at, "avc:") || tokens.Is(at, "msg='avc:") || tokens.Is(at, "msg=avc:");

    /// <summary>Whether a time is seconds and a serial number, <c>audit(1700000100.101:31):</c>; <c>ausearch -i</c> writes a date.</summary>
    public static bool IsRawTime(string token)
    {
        var start = token.IndexOf('(') + 1;
        var end = token.IndexOf(')');
        for (var i = start; i < end; i++)
        {
            if (token[i] is not ((>= '0' and <= '9') or '.' or ':'))
            {
                return false;
            }
        }

        return end > start;
    }
}
