namespace TypedPolicy.Refpolicy.Language;

/// <summary>What an access rule does.</summary>
public enum AccessRuleKind
{
    /// <summary>allow</summary>
    Allow,

    /// <summary>auditallow</summary>
    AuditAllow,

    /// <summary>dontaudit</summary>
    DontAudit,

    /// <summary>neverallow</summary>
    NeverAllow,
}

/// <summary><c>allow a_t b_t:file { read open };</c></summary>
/// <param name="Kind">What it does.</param>
/// <param name="Sources">The subjects.</param>
/// <param name="Targets">The objects.</param>
/// <param name="Classes">Their classes.</param>
/// <param name="Permissions">The permissions.</param>
public sealed record AccessRule(AccessRuleKind Kind, NameSet Sources, NameSet Targets, NameSet Classes, NameSet Permissions) : Statement;

/// <summary><c>allowxperm a_t b_t:file ioctl { 0x8910-0x8920 };</c></summary>
/// <param name="Kind">What it does.</param>
/// <param name="Sources">The subjects.</param>
/// <param name="Targets">The objects.</param>
/// <param name="Classes">Their classes.</param>
/// <param name="Operation">What is narrowed: ioctl.</param>
/// <param name="Requests">The numbers and ranges, as they are written.</param>
public sealed record ExtendedAccessRule(AccessRuleKind Kind, NameSet Sources, NameSet Targets, NameSet Classes, string Operation, string Requests) : Statement;

/// <summary>What a type rule decides.</summary>
public enum TypeRuleKind
{
    /// <summary>type_transition</summary>
    Transition,

    /// <summary>type_change</summary>
    Change,

    /// <summary>type_member</summary>
    Member,
}

/// <summary><c>type_transition a_t b_t:file c_t "name";</c></summary>
/// <param name="Kind">What it decides.</param>
/// <param name="Sources">The subjects.</param>
/// <param name="Targets">The objects they start from.</param>
/// <param name="Classes">The classes.</param>
/// <param name="Result">The type that comes out.</param>
/// <param name="Name">The file's name, where the rule is for one.</param>
public sealed record TypeRule(TypeRuleKind Kind, NameSet Sources, NameSet Targets, NameSet Classes, string Result, string? Name) : Statement;

/// <summary><c>range_transition a_t b_t:process s0 - s0:c0.c1023;</c></summary>
/// <param name="Sources">The subjects.</param>
/// <param name="Targets">The objects they start from.</param>
/// <param name="Classes">The classes.</param>
/// <param name="Range">The range that comes out: <c>s0</c>, <c>s0-s0:c0.c1023</c>.</param>
public sealed record RangeTransition(NameSet Sources, NameSet Targets, NameSet Classes, string Range) : Statement;

/// <summary><c>role_transition a_r b_exec_t c_r;</c></summary>
/// <param name="Roles">The roles.</param>
/// <param name="Targets">The types.</param>
/// <param name="Classes">The classes; process where none are given.</param>
/// <param name="Result">The role that comes out.</param>
public sealed record RoleTransition(NameSet Roles, NameSet Targets, NameSet Classes, string Result) : Statement;

/// <summary><c>allow a_r b_r;</c></summary>
/// <param name="From">The roles that may change.</param>
/// <param name="To">What to.</param>
public sealed record RoleAllow(NameSet From, NameSet To) : Statement;
