using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary>What an access vector rule does.</summary>
public enum AccessKind
{
    /// <summary><c>allow</c>.</summary>
    Allow,

    /// <summary><c>auditallow</c>.</summary>
    AuditAllow,

    /// <summary><c>dontaudit</c>.</summary>
    DontAudit,

    /// <summary><c>neverallow</c>.</summary>
    NeverAllow,
}

/// <summary><c>(allow source target (class (permissions)))</c> and its like.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Kind">Which of them.</param>
/// <param name="Source">Who accesses.</param>
/// <param name="Target">What is accessed.</param>
/// <param name="Permissions">The permissions, all of one class.</param>
public sealed record AccessRule(Origin Origin, AccessKind Kind, EntityRef Source, EntityRef Target, PermissionSet Permissions) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [Operand.Subject(Source), Operand.Target(Target), .. Operand.ClassOf(Permissions)];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => arguments.All(Permissions).Select(p => this with { Source = arguments.Of(Source), Target = arguments.Of(Target), Permissions = p });
}
