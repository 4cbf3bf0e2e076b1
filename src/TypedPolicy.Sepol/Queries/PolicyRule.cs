using System.Collections.Immutable;
using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>One type enforcement rule as it is in the policy: its source and target may be attributes.</summary>
/// <param name="Kind">Its keyword, such as <c>allow</c> or <c>type_transition</c>.</param>
/// <param name="Source">The type or attribute that acts.</param>
/// <param name="Target">The type or attribute that is acted upon.</param>
/// <param name="Class">The object class.</param>
/// <param name="Permissions">The permissions, or the ranges of extended permissions; empty for a rule about types.</param>
/// <param name="Result">The type that a rule about types results in; empty for others.</param>
/// <param name="Condition">When it holds, as the policy language writes it; empty where it always does.</param>
public sealed record PolicyRule(string Kind, string Source, string Target, string Class, ImmutableArray<string> Permissions, string Result, string Condition)
{
    /// <summary>The rule in the policy language.</summary>
    public override string ToString()
    {
        var what = Permissions switch
        {
            [] => Result,
            [var one] => one,
            _ => $"{{ {string.Join(' ', Permissions)} }}",
        };
        var rule = $"{Kind} {Source} {Target}:{Class} {(Kind.EndsWith("xperm", StringComparison.Ordinal) ? $"ioctl {what}" : what)};";
        return Condition.Length == 0 ? rule : $"{rule} [ {Condition} ]";
    }

    internal static PolicyRule Of(KernelPolicy policy, AvtabRule rule)
    {
        var tables = policy.Tables;
        var (kind, permissions, result) = rule.Kind switch
        {
            RuleKind.Allow => ("allow", policy.PermissionNames(rule.Class, rule.Data), ""),
            RuleKind.AuditAllow => ("auditallow", policy.PermissionNames(rule.Class, rule.Data), ""),
            RuleKind.AuditDeny => ("dontaudit", policy.PermissionNames(rule.Class, ~rule.Data), ""),
            RuleKind.TypeTransition => ("type_transition", [], tables.Types[(int)rule.Data]),
            RuleKind.TypeMember => ("type_member", [], tables.Types[(int)rule.Data]),
            RuleKind.TypeChange => ("type_change", [], tables.Types[(int)rule.Data]),
            RuleKind.AllowX => ("allowxperm", Ranges(tables, rule), ""),
            RuleKind.AuditAllowX => ("auditallowxperm", Ranges(tables, rule), ""),
            _ => ("dontauditxperm", Ranges(tables, rule), ""),
        };
        return new(kind, tables.Types[rule.Source], tables.Types[rule.Target], tables.Classes[rule.Class], permissions, result, ConditionText.Of(tables, rule.Condition));
    }

    private static ImmutableArray<string> Ranges(PolicyTables tables, AvtabRule rule) =>
        [.. tables.Rules.RangesOf([rule]).Select(r => r.ToString())];
}
