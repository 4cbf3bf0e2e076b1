namespace TypedPolicy.Model.Paths;

/// <summary>What is wrong with a path or pattern. The number is that of the diagnostic: <c>TP4001</c> and so on.</summary>
public enum PathProblemKind
{
    /// <summary>TP4001: a metacharacter that was surely meant literally.</summary>
    UnescapedMetacharacter = 4001,

    /// <summary>TP4002: not a pattern, or outside the grammar that every target reads alike.</summary>
    InvalidPathPattern = 4002,

    /// <summary>TP4003: a top-level <c>|</c> or an anchor, which defeats the <c>^…$</c> that libselinux puts around a pattern.</summary>
    PatternNotAnchored = 4003,

    /// <summary>TP4004: no path can match.</summary>
    PatternNeverMatches = 4004,

    /// <summary>TP4005: a construct that seldom means what it seems to.</summary>
    SuspiciousPattern = 4005,

    /// <summary>TP4006: contains <c>USER</c> or <c>ROLE</c>, which moves it to the home-directory template.</summary>
    UserOrRoleInPath = 4006,

    /// <summary>TP4007: names a home directory.</summary>
    HardCodedHome = 4007,

    /// <summary>TP4012: leaves out the directory itself, or has a kind that the pattern contradicts.</summary>
    KindContradictsPattern = 4012,

    /// <summary>TP4021: a literal path that is written as a shell's pattern.</summary>
    PathWrittenAsGlob = 4021,
}
