using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Denials;

/// <summary>Reads the records of the security server, as Linux has written them since 2.6: <c>op=…</c>, and before 4.0 a sentence.</summary>
internal sealed class PolicyErrorRecords : IEqualityComparer<PolicyError>
{
    /// <summary>Errors that say the same.</summary>
    public static PolicyErrorRecords Same { get; } = new();

    /// <summary>Whether an error begins at a piece.</summary>
    /// <param name="tokens">The line.</param>
    /// <param name="at">The piece.</param>
    /// <param name="isErrorRecord">Whether the record is marked as one; otherwise only an operation that no other record has counts.</param>
    public static bool IsStart(LogTokens tokens, int at, bool isErrorRecord) =>
        tokens.StartsWith(at, "op=security_") || tokens.Is(at, "op=nnp_transition") || tokens.Is(at, "op=nosuid_transition")
        || tokens.Is(at, "security_compute_sid:") || tokens.Is(at, "security_validate_transition:") || (isErrorRecord && tokens.StartsWith(at, "op="));

    /// <summary>The error of a record; <see langword="null"/> if it lacks a part.</summary>
    public static PolicyError? Read(AuditRecord record)
    {
        var operation = record.Get("op");
        operation = operation.Length > 0 ? operation : record.Get("oldcontext").Length > 0 ? "security_validate_transition" : "security_compute_sid";
        var (source, target, @class, context) = (record.Get("scontext"), record.Get("tcontext"), record.Get("tclass"), record.Get("invalid_context"));
        var (old, @new) = (record.Get("oldcontext"), record.Get("newcontext"));
        var error = operation switch
        {
            "security_compute_sid" => new(PolicyErrorKind.InvalidNewContext, source, target, @class) { Context = context },
            "security_compute_av" => new(PolicyErrorKind.BoundedAccess, source, target, @class) { Permissions = [.. record.Get("perms").Split([','], StringSplitOptions.RemoveEmptyEntries).Where(AuditNames.IsName).Distinct().OrderBy(p => p, StringComparer.Ordinal)] },
            "security_bounded_transition" => new(PolicyErrorKind.BoundedTransition, old, @new, "process"),
            "nnp_transition" => new(PolicyErrorKind.NoNewPrivileges, Or(old, source), Or(@new, target), "process2"),
            "nosuid_transition" => new(PolicyErrorKind.NoSetUserId, Or(old, source), Or(@new, target), "process2"),
            "security_validate_transition" => new(PolicyErrorKind.RefusedRelabel, record.Get("taskcontext"), old, @class) { Context = @new },
            _ when context.Length > 0 => new PolicyError(PolicyErrorKind.InvalidLabel, source, target, @class) { Context = context },
            _ => new PolicyError(PolicyErrorKind.Other, source, target, @class),
        };
        return IsReadable(error) ? error with { Operation = AuditNames.IsName(operation) ? operation : "?" } : null;
    }

    /// <inheritdoc/>
    public bool Equals(PolicyError? x, PolicyError? y) => ReferenceEquals(x, y) || (x is not null && y is not null && Key(x) == Key(y));

    /// <inheritdoc/>
    public int GetHashCode(PolicyError obj) => Key(obj).GetHashCode();

    private static string Or(string first, string second) => first.Length > 0 ? first : second;

    private static (PolicyErrorKind, string, string, string, string, string) Key(PolicyError error) =>
        (error.Kind, error.Source, error.Target, error.Class, error.Context, string.Join(",", error.Permissions) + error.Operation);

    private static bool IsReadable(PolicyError error)
    {
        bool Has(params string[] contexts) => Array.TrueForAll(contexts, c => AuditNames.TypeOf(c).Length > 0);
        return error.Kind switch
        {
            PolicyErrorKind.InvalidNewContext => Has(error.Source, error.Target, error.Context) && AuditNames.IsName(error.Class),
            PolicyErrorKind.BoundedAccess => Has(error.Source, error.Target) && AuditNames.IsName(error.Class) && !error.Permissions.IsEmpty,
            PolicyErrorKind.BoundedTransition or PolicyErrorKind.NoNewPrivileges or PolicyErrorKind.NoSetUserId => Has(error.Source, error.Target),
            PolicyErrorKind.RefusedRelabel => Has(error.Source, error.Target, error.Context) && AuditNames.IsName(error.Class),
            PolicyErrorKind.InvalidLabel => error.Context.Length <= 4_096,
            _ => true,
        };
    }
}
