namespace TypedPolicy.Sepol.Linking;

/// <summary>How sources are linked.</summary>
public sealed record LinkOptions
{
    /// <summary>Whether <c>neverallow</c> rules and bounds are checked. Distributions do not when they install a module.</summary>
    public bool CheckNeverAllow { get; init; } = true;

    /// <summary>Whether a declaration or label may be repeated, as distributions' own modules do; two that contradict each other are an error in any case.</summary>
    public bool AllowRepeatedDeclarations { get; init; } = true;

    /// <summary>Whether <c>dontaudit</c> rules are left out.</summary>
    public bool LeaveOutDontAudit { get; init; }

    /// <summary>Whether attributes stay that no rule needs, or that have one member. A kernel policy otherwise loses them; no rule differs.</summary>
    public bool KeepAttributes { get; init; }

    /// <summary>The version of the kernel policy.</summary>
    public int PolicyVersion { get; init; } = 33;
}
