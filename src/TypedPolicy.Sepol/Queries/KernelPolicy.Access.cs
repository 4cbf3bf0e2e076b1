using System.Collections.Immutable;
using TypedPolicy.Model.Security;
using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>What is allowed.</summary>
public sealed partial class KernelPolicy
{
    private const string IoctlPermission = "ioctl";

    /// <summary>Whether rules give a type a permission. Constraints, which depend on users, roles and levels too, are for contexts.</summary>
    /// <exception cref="SepolException">The policy has no such type, class or permission.</exception>
    public AccessAnswer Access(string source, string target, string @class, string permission, BooleanStates? booleans = null)
    {
        var number = Tables.Classes[@class];
        var (from, to) = (TypeNumber(source), TypeNumber(target));
        return WithRequests(ByRules(from, to, number, Bit(number, permission), booleans ?? Defaults), permission, from, to, number, null, booleans ?? Defaults);
    }

    /// <summary>Whether a type may make ioctl requests of another: rules must grant <c>ioctl</c>, and extended permissions, where there are any, all of these requests.</summary>
    /// <param name="requests">The requests, such as 0x5401.</param>
    /// <exception cref="SepolException">The policy has no such type or class, or the class has no ioctl.</exception>
    public AccessAnswer Ioctl(string source, string target, string @class, IoctlRequests requests, BooleanStates? booleans = null)
    {
        var number = Tables.Classes[@class];
        var (from, to) = (TypeNumber(source), TypeNumber(target));
        return WithRequests(ByRules(from, to, number, Bit(number, IoctlPermission), booleans ?? Defaults), IoctlPermission, from, to, number, requests, booleans ?? Defaults);
    }

    /// <summary>The same between two contexts, for which constraints count too.</summary>
    /// <exception cref="SepolException">A context is not one of this policy, there is no such class, or the class has no ioctl.</exception>
    public AccessAnswer IoctlOfContexts(string source, string target, string @class, IoctlRequests requests, BooleanStates? booleans = null)
    {
        var number = Tables.Classes[@class];
        var (from, to) = (Context(source), Context(target));
        return WithRequests(Access(from, to, number, Bit(number, IoctlPermission), booleans ?? Defaults), IoctlPermission, from.Type, to.Type, number, requests, booleans ?? Defaults);
    }

    /// <summary>Whether a kernel allows a permission between two contexts, such as <c>system_u:system_r:init_t:s0</c>.</summary>
    /// <exception cref="SepolException">A context is not one of this policy, or there is no such class or permission.</exception>
    public AccessAnswer AccessOfContexts(string source, string target, string @class, string permission, BooleanStates? booleans = null)
    {
        var number = Tables.Classes[@class];
        var (from, to) = (Context(source), Context(target));
        return WithRequests(Access(from, to, number, Bit(number, permission), booleans ?? Defaults), permission, from.Type, to.Type, number, null, booleans ?? Defaults);
    }

    /// <summary>The permissions that rules give a type, in order.</summary>
    /// <exception cref="SepolException">The policy has no such type or class.</exception>
    public ImmutableArray<string> AllowedPermissions(string source, string target, string @class, BooleanStates? booleans = null)
    {
        var number = Tables.Classes[@class];
        return PermissionNames(number, Allowed(TypeNumber(source), TypeNumber(target), number, booleans ?? Defaults));
    }

    /// <summary>Whether a context is one that the policy lets anything have: the user has the role, the role the type, and the range lies in the user's.</summary>
    public bool IsValidContext(string context)
    {
        try
        {
            return IsValid(ContextText.Read(Tables, context));
        }
        catch (SepolException)
        {
            return false;
        }
    }

    internal uint Allowed(int source, int target, int @class, BooleanStates booleans)
    {
        var allowed = 0u;
        foreach (var rule in Between(source, target, @class))
        {
            if (rule.Kind == RuleKind.Allow && booleans.Holds(rule.Condition))
            {
                allowed |= rule.Data;
            }
        }

        return allowed;
    }

    // As the kernel has it (services_compute_xperms_drivers): where any extended rule is between the two, of whatever kind, only requests of an allowxperm rule are allowed.
    private AccessAnswer WithRequests(AccessAnswer answer, string permission, int source, int target, int @class, IoctlRequests? requests, BooleanStates booleans)
    {
        var extended = permission == IoctlPermission && answer.IsAllowed ? Between(source, target, @class).FindAll(r => (r.Kind & RuleKind.Extended) != 0 && booleans.Holds(r.Condition)) : [];
        if (extended.Count == 0)
        {
            return answer;
        }

        var allowing = extended.FindAll(r => r.Kind == RuleKind.AllowX);
        var ranges = Tables.Rules.RangesOf(allowing);
        var deciding = allowing.Count > 0 ? allowing : extended;
        var isAllowed = requests is null ? !ranges.IsEmpty : requests.Ranges.All(asked => ranges.Any(r => r.Low <= asked.Low && asked.High <= r.High));
        return answer with
        {
            Outcome = isAllowed ? AccessOutcome.Allowed : AccessOutcome.IoctlRequest,
            Rules = [.. answer.Rules, .. deciding.Select(r => PolicyRule.Of(this, r))],
            Obstacle = isAllowed ? "" : string.Join(", ", ranges),
            IoctlRequests = ranges,
        };
    }

    private AccessAnswer ByRules(int source, int target, int @class, uint bit, BooleanStates booleans)
    {
        var giving = Between(source, target, @class).FindAll(r => r.Kind == RuleKind.Allow && (r.Data & bit) != 0);
        var holding = giving.FindAll(r => booleans.Holds(r.Condition));
        var outcome = holding.Count > 0 ? AccessOutcome.Allowed : giving.Count > 0 ? AccessOutcome.ConditionDoesNotHold : AccessOutcome.NoRule;
        return new(outcome, [.. (holding.Count > 0 ? holding : giving).Select(r => PolicyRule.Of(this, r))], "");
    }

    private AccessAnswer Access(ContextPart source, ContextPart target, int @class, uint bit, BooleanStates booleans)
    {
        var answer = ByRules(source.Type, target.Type, @class, bit, booleans);
        if (!answer.IsAllowed)
        {
            return answer;
        }

        foreach (var constraint in ClassPart(@class).Constraints)
        {
            if ((constraint.Permissions & bit) != 0 && !Constraints.Holds(Tables, constraint.Expression, source, target))
            {
                return answer with { Outcome = AccessOutcome.Constraint, Obstacle = Constraints.Text(Tables, constraint.Expression) };
            }
        }

        if (source.Role != target.Role && (bit & RoleBits(@class)) != 0 && !Tables.RoleAllows.Contains((source.Role, target.Role)))
        {
            return answer with { Outcome = AccessOutcome.Roles, Obstacle = $"{Tables.Roles[source.Role]} {Tables.Roles[target.Role]}" };
        }

        if (Tables.TypeParts[source.Type] is { Bounds: > 0 and var bounds })
        {
            var outer = Tables.TypeParts[target.Type] is { Bounds: > 0 and var targetBounds } ? target with { Type = targetBounds } : target;
            if (!Access(source with { Type = bounds }, outer, @class, bit, booleans).IsAllowed)
            {
                return answer with { Outcome = AccessOutcome.Bounds, Obstacle = Tables.Types[bounds] };
            }
        }

        return answer;
    }

    /// <summary>The permissions for which roles count: the ways into another domain.</summary>
    private uint RoleBits(int @class) => Tables.Classes[@class] == "process" ? FindBit(@class, "transition") | FindBit(@class, "dyntransition") : 0;

    internal ContextPart Context(string text) =>
        ContextText.Read(Tables, text) is var context && IsValid(context) ? context : throw new SepolException($"The context '{text}' is not valid in this policy.");

    internal bool IsValid(ContextPart context)
    {
        if (Tables.TypeParts[context.Type] is not { IsAttribute: false } || !IsValid(context.Range.Low) || !IsValid(context.Range.High) || !context.Range.High.Dominates(context.Range.Low))
        {
            return false;
        }

        // What is not a process has the role object_r, and may be anybody's.
        return Tables.Roles[context.Role] == "object_r"
            || (Tables.UserParts[context.User] is { } user && user.Roles.Contains(context.Role)
                && Tables.RoleParts[context.Role] is { } role && role.Types.Contains(context.Type)
                && context.Range.Low.Dominates(user.Range.Low) && user.Range.High.Dominates(context.Range.High));
    }

    private bool IsValid(LevelPart level) => level.Categories.IsSubsetOf(Tables.LevelParts[level.Sensitivity]);
}
