namespace TypedPolicy.Model.Rules;

/// <summary>The keywords that CIL has for kinds of rules.</summary>
public static class RuleKeywords
{
    /// <summary>The keyword of an access rule; that of its ioctl rule ends in an <c>x</c>.</summary>
    public static string Keyword(this AccessKind kind) => kind switch
    {
        AccessKind.Allow => "allow",
        AccessKind.AuditAllow => "auditallow",
        AccessKind.DontAudit => "dontaudit",
        AccessKind.NeverAllow => "neverallow",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The keyword of a type rule.</summary>
    public static string Keyword(this TypeRuleKind kind) => kind switch
    {
        TypeRuleKind.Transition => "typetransition",
        TypeRuleKind.Change => "typechange",
        TypeRuleKind.Member => "typemember",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The kind of access rule that a keyword is for; null if it is for none.</summary>
    public static AccessKind? Access(string? keyword) => keyword switch
    {
        "allow" => AccessKind.Allow,
        "auditallow" => AccessKind.AuditAllow,
        "dontaudit" => AccessKind.DontAudit,
        "neverallow" => AccessKind.NeverAllow,
        _ => null,
    };

    /// <summary>The kind of type rule that a keyword is for; null if it is for none.</summary>
    public static TypeRuleKind? Type(string? keyword) => keyword switch
    {
        "typetransition" => TypeRuleKind.Transition,
        "typechange" => TypeRuleKind.Change,
        "typemember" => TypeRuleKind.Member,
        _ => null,
    };
}
