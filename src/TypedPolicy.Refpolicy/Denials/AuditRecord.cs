namespace TypedPolicy.Refpolicy.Denials;

/// <summary>
/// The fields of one record. The contexts come last in a record, after every name that a process chose, so of two fields with one key the last one counts.
/// </summary>
internal sealed class AuditRecord
{
    private const int MaxPermissions = 64; // bits of an access vector, and some

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    /// <summary>The permissions between braces; <see langword="null"/> if there are no closed braces.</summary>
    public List<string>? Permissions { get; private set; }

    /// <summary>Reads pieces of a line.</summary>
    /// <param name="tokens">The line.</param>
    /// <param name="from">The first piece.</param>
    /// <param name="to">The one after the last.</param>
    /// <param name="isInterpreted">Whether <c>ausearch -i</c> wrote it: names are there without quotes, blanks and all, and none is hexadecimal.</param>
    public static AuditRecord Read(LogTokens tokens, int from, int to, bool isInterpreted)
    {
        var record = new AuditRecord();
        var at = record.TakeBraces(tokens, from, to);
        while (at < to)
        {
            if (tokens.KeyOf(at) is not { } key)
            {
                if (tokens.Is(at, "context") && at > from && tokens.Is(at - 1, "invalid") && at + 1 < to)
                {
                    record._fields["invalid_context"] = AuditNames.Read(tokens[at + 1], mayBeHexadecimal: false); // Linux before 4.0
                }

                at++;
                continue;
            }

            var value = tokens.ValueOf(at, key);
            var start = at++;
            if (isInterpreted && AuditNames.IsChosen(key) && !value.StartsWith("\"", StringComparison.Ordinal))
            {
                while (at < to && !(tokens.KeyOf(at) is { } next && IsKnown(next)))
                {
                    at++;
                }

                value = tokens.Text(start, at).Substring(key.Length + 1);
            }

            // The message of a user-space object manager ends with a quote of its own.
            record._fields[key] = AuditNames.IsChosen(key) ? AuditNames.Read(value, !isInterpreted) : AuditNames.Read(value, false).TrimEnd('\'');
        }

        return record;
    }

    /// <summary>A field; empty if the record has none.</summary>
    public string Get(string key) => _fields.TryGetValue(key, out var value) ? value : "";

    /// <summary>A field; <see langword="null"/> if the record has none, or marks it as absent.</summary>
    public string? Find(string key) => Get(key) is { Length: > 0 } value && value is not ("(null)" or "?") ? value : null;

    /// <summary>Whether it has all that makes a denial.</summary>
    public bool IsWhole =>
        Permissions is { Count: > 0 and <= MaxPermissions } permissions && permissions.TrueForAll(AuditNames.IsName)
        && AuditNames.TypeOf(Get("scontext")).Length > 0 && AuditNames.TypeOf(Get("tcontext")).Length > 0 && AuditNames.IsName(Get("tclass"));

    /// <summary>What an AVC record may have, as far as it can be after a name.</summary>
    private static bool IsKnown(string key) => key is "pid" or "comm" or "name" or "path" or "exe" or "dev" or "ino" or "inode" or "item" or "nametype" or "subj" or "ioctlcmd" or "laddr" or "lport" or "faddr" or "fport"
        or "saddr" or "daddr" or "src" or "dest" or "netif" or "capability" or "key" or "scontext" or "tcontext" or "tclass" or "permissive" or "srawcon" or "trawcon";

    private int TakeBraces(LogTokens tokens, int from, int to)
    {
        if (!tokens.StartsWith(from, "{"))
        {
            return from;
        }

        for (var at = from; at < to && at - from <= MaxPermissions + 2; at++)
        {
            if (tokens.EndsWith(at, "}"))
            {
                Permissions = [.. tokens.Text(from, at + 1).Trim('{', '}').Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries)];
                return at + 1;
            }
        }

        return to;
    }
}
