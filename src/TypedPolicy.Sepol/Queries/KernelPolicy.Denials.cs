using System.Collections.Immutable;
using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>Why something was denied.</summary>
public sealed partial class KernelPolicy
{
    private const int MaxBooleans = 8;

    /// <summary>Why permissions are denied between two contexts of a log; each permission has one cause.</summary>
    /// <param name="source">The context that asked, as the log has it. A type that the policy does not have has no rules; without a valid level, types alone decide.</param>
    /// <param name="target">The context that it asked about.</param>
    /// <param name="class">The object class.</param>
    /// <param name="permissions">The permissions.</param>
    /// <param name="ioctlCommands">The ioctl commands, if <c>ioctl</c> is among the permissions and the log names them.</param>
    /// <param name="booleans">The booleans; as the policy sets them by default.</param>
    public ImmutableArray<DenialCause> ExplainDenial(string source, string target, string @class, IEnumerable<string> permissions, IEnumerable<int>? ioctlCommands = null, BooleanStates? booleans = null)
    {
        var number = Tables.Classes.Find(@class);
        var (from, to) = (DeniedContext.Read(Tables, source), DeniedContext.Read(Tables, target));
        var commands = ioctlCommands?.ToList() ?? [];
        var causes = new List<DenialCause>();
        foreach (var permission in permissions.Distinct().Order(StringComparer.Ordinal))
        {
            var bit = FindBit(number, permission);
            var cause = bit == 0 ? new DenialCause(DenialCauseKind.UnknownPermission, []) : CauseOf(from, to, number, bit, booleans ?? Defaults);
            if (cause.Kind == DenialCauseKind.Allowed && permission == "ioctl" && commands.Exists(c => !IsCommandAllowed(from.Part.Type, to.Part.Type, number, c, booleans ?? Defaults)))
            {
                cause = cause with { Kind = DenialCauseKind.IoctlCommand };
            }

            var same = causes.FindIndex(c => IsSame(c, cause));
            if (same < 0)
            {
                causes.Add(cause with { Permissions = [permission] });
            }
            else
            {
                causes[same] = causes[same] with { Permissions = causes[same].Permissions.Add(permission) };
            }
        }

        return [.. causes];
    }

    /// <summary>Why a context is not one that the policy allows; <see langword="null"/> if it is.</summary>
    /// <param name="context">The context, as the log has it.</param>
    public ContextProblem? ExplainContext(string context)
    {
        var parts = context.Split(':', 4);
        if (parts.Length < 3)
        {
            return new(ContextProblemKind.NotAContext, context, "");
        }

        var (user, role, type) = (Tables.Users.Find(parts[0]), Tables.Roles.Find(parts[1]), Tables.Types.Find(parts[2]));
        if (user == 0 || role == 0 || type == 0)
        {
            return user == 0 ? new(ContextProblemKind.UnknownUser, parts[0], "") : role == 0 ? new(ContextProblemKind.UnknownRole, parts[1], "") : new(ContextProblemKind.UnknownType, parts[2], "");
        }

        if (parts[1] == "object_r")
        {
            return IsValidContext(context) ? null : new(ContextProblemKind.Level, parts[0], parts.ElementAtOrDefault(3) ?? "");
        }

        return Tables.RoleParts[role] is not { } rolePart || !rolePart.Types.Contains(type) ? new(ContextProblemKind.RoleLacksType, parts[1], parts[2])
            : Tables.UserParts[user] is not { } userPart || !userPart.Roles.Contains(role) ? new(ContextProblemKind.UserLacksRole, parts[0], parts[1])
            : IsValidContext(context) ? null : new(ContextProblemKind.Level, parts[0], parts.ElementAtOrDefault(3) ?? "");
    }

    private static bool IsSame(DenialCause one, DenialCause other) =>
        one.Kind == other.Kind && one.Bounds == other.Bounds && one.Roles == other.Roles && Equals(one.DontAudit, other.DontAudit)
        && one.Rules.Select(r => r.ToString()).SequenceEqual(other.Rules.Select(r => r.ToString())) && one.Constraints.Select(c => c.Text).SequenceEqual(other.Constraints.Select(c => c.Text))
        && one.Booleans.SelectMany(b => b).SequenceEqual(other.Booleans.SelectMany(b => b));

    private DenialCause CauseOf(DeniedContext source, DeniedContext target, int @class, uint bit, BooleanStates booleans)
    {
        var failed = source.IsWhole && target.IsWhole ? FailedConstraints(source.Part, target.Part, @class, bit) : [];
        if (source.Part.Type == 0 || target.Part.Type == 0)
        {
            return new(DenialCauseKind.NoRule, []) { Constraints = failed };
        }

        var answer = source.IsWhole && target.IsWhole ? Access(source.Part, target.Part, @class, bit, booleans) : ByRules(source.Part.Type, target.Part.Type, @class, bit, booleans);
        return answer.Outcome switch
        {
            AccessOutcome.Allowed => new(DenialCauseKind.Allowed, []) { Rules = answer.Rules },
            AccessOutcome.ConditionDoesNotHold => new(DenialCauseKind.Boolean, []) { Rules = answer.Rules, Constraints = failed, Booleans = Changes(source.Part.Type, target.Part.Type, @class, bit, booleans) },
            AccessOutcome.Constraint => new(DenialCauseKind.Constraint, []) { Rules = answer.Rules, Constraints = failed },
            AccessOutcome.Roles => new(DenialCauseKind.Role, []) { Rules = answer.Rules, Roles = (Tables.Roles[source.Part.Role], Tables.Roles[target.Part.Role]) },
            AccessOutcome.Bounds => new(DenialCauseKind.Bounds, []) { Rules = answer.Rules, Bounds = answer.Obstacle },
            _ => new(DenialCauseKind.NoRule, []) { Constraints = failed, DontAudit = DontAudit(source.Part.Type, target.Part.Type, @class, bit, booleans) },
        };
    }

    private PolicyRule? DontAudit(int source, int target, int @class, uint bit, BooleanStates booleans) =>
        Between(source, target, @class).Where(r => r.Kind == RuleKind.AuditDeny && (r.Data & bit) == 0 && booleans.Holds(r.Condition)).Select(r => PolicyRule.Of(this, r)).FirstOrDefault();

    private ImmutableArray<FailedConstraint> FailedConstraints(ContextPart source, ContextPart target, int @class, uint bit) =>
    [
        .. ClassPart(@class).Constraints
            .Where(c => (c.Permissions & bit) != 0 && !Constraints.Holds(Tables, c.Expression, source, target))
            .Select(c => Constraints.Explain(Tables, c.Expression, source, target)),
    ];

    /// <summary>Whether the rules for single commands, where there are any, have a command. Each of them is about one type of commands, or about the numbers of one.</summary>
    private bool IsCommandAllowed(int source, int target, int @class, int command, BooleanStates booleans)
    {
        var rules = Between(source, target, @class).FindAll(r => r.Kind == RuleKind.AllowX && booleans.Holds(r.Condition));
        return rules.Count == 0 || rules.Exists(r => Tables.Rules.Extended[(int)r.Data].Ranges.Any(range => range.Low <= command && command <= range.High));
    }

    /// <summary>The smallest changes of booleans with which a rule holds.</summary>
    private ImmutableArray<ImmutableArray<BooleanChange>> Changes(int source, int target, int @class, uint bit, BooleanStates booleans)
    {
        var found = new List<ImmutableArray<BooleanChange>>();
        foreach (var rule in Between(source, target, @class).Where(r => r.Kind == RuleKind.Allow && (r.Data & bit) != 0 && r.Condition != 0))
        {
            var expression = Tables.Conditions[Math.Abs(rule.Condition) - 1].Expression;
            var used = expression.Where(s => s > 0).Distinct().Take(MaxBooleans).ToList();
            var best = Enumerable.Range(1, (1 << used.Count) - 1)
                .Where(set => BooleanStates.Evaluate(expression, b => booleans[Tables.Booleans[b]] ^ (used.IndexOf(b) is >= 0 and var i && (set >> i & 1) != 0)) == rule.Condition > 0)
                .MinBy(int.PopCount);
            if (best != 0)
            {
                found.Add([.. used.Where((_, i) => (best >> i & 1) != 0).Select(b => new BooleanChange(Tables.Booleans[b], !booleans[Tables.Booleans[b]])).OrderBy(c => c.Name, StringComparer.Ordinal)]);
            }
        }

        return [.. found.DistinctBy(c => string.Join(' ', c)).OrderBy(c => c.Length).ThenBy(c => c[0].Name, StringComparer.Ordinal)];
    }
}
