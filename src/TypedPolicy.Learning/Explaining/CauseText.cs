using System.Globalization;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Learning.Explaining;

/// <summary>Causes that are not a missing rule, in words: what it is, and what to do.</summary>
internal static class CauseText
{
    private const int MaxNames = 4;

    /// <summary>A cause of a denial.</summary>
    public static string Of(DenialCause cause, Denial denial, FinderIndex index, string policy) => cause.Kind switch
    {
        DenialCauseKind.Allowed => $"Already allowed by {policy}: the log is older than this policy, or another one is loaded.",
        DenialCauseKind.Boolean => $"Allowed by a boolean: {string.Join(", or ", cause.Booleans.Take(MaxNames).Select(SetBooleans))}.{Afterwards(cause)}",
        DenialCauseKind.Constraint => $"A constraint denies it, and no allow rule can change that: {string.Join(" ", cause.Constraints.Select(c => Of(c, Contexts(cause, denial))))}",
        DenialCauseKind.Role => $"No rule lets the role {cause.Roles.From} change to {cause.Roles.To}: write [RoleAllow<{RoleName(index, cause.Roles.To)}>] on {cause.Roles.From}.",
        DenialCauseKind.Bounds => $"{denial.Source} is bounded by {cause.Bounds}, which does not have it: allow it to {cause.Bounds} too, or remove the bound.",
        DenialCauseKind.IoctlCommand => $"ioctl is allowed only for other requests: write {Ioctl(denial, index)}.",
        DenialCauseKind.UnknownPermission => $"{policy} does not know {denial.Class} {{ {string.Join(' ', cause.Permissions)} }} and denies what it does not know: the kernel is newer than the policy, or the record is cut short.",
        _ => $"Hidden by '{cause.DontAudit}': programs try this and work without it. Allow it only if something fails.",
    };

    /// <summary>What a constraint objects to, and what to do.</summary>
    public static string Of(FailedConstraint constraint, DeniedContexts? contexts)
    {
        var conflicts = constraint.Conflicts.Select(c => c switch
        {
            ConstraintConflict.Level => $"the levels differ{Both(contexts, 3)}; run the process or label the object with the other's level",
            ConstraintConflict.User => $"the users differ{Both(contexts, 0)}; start the process or label the object as the other user",
            ConstraintConflict.Role => $"the roles differ{Both(contexts, 1)}; start the process in the other role",
            _ => "the types may not be used together",
        }).ToList();
        var text = conflicts.Count == 0 ? $"'{constraint.Text}' is not met" : string.Join("; ", conflicts);
        var exempt = constraint.Exempting.Length > 0 ? $" (members of {Names(constraint.Exempting)} are exempt)"
            : constraint.Binding.Length > 0 ? $" (it applies to members of {Names(constraint.Binding)})"
            : "";
        return $"{text}{exempt}.";
    }

    /// <summary>What the security server refused by itself, and what to do.</summary>
    public static string Of(ErrorReport report, FinderIndex index)
    {
        var error = report.Error;
        var (source, target, context) = (FileContext.TypeOf(error.Source) ?? "", FileContext.TypeOf(error.Target) ?? "", error.Context);
        return error.Kind switch
        {
            PolicyErrorKind.InvalidNewContext => $"{(error.Class == "process" ? $"A process of {source} that runs {target}" : $"A {error.Class} that {source} creates in {target}")} would get the context {context}, which is not valid. {Remedy(report, index)}",
            PolicyErrorKind.InvalidLabel => $"A program set the label {context}, which is not valid. {Remedy(report, index)}",
            PolicyErrorKind.BoundedTransition or PolicyErrorKind.NoNewPrivileges or PolicyErrorKind.NoSetUserId =>
                $"{source} may not change to {target} {(error.Kind == PolicyErrorKind.NoSetUserId ? "from a nosuid mount" : "with no_new_privs, from a nosuid mount, or with several threads")}: write {RestrictedTransition(source, target, index)}, or put [Bounds<{ClassOf(index, source)}>] on {target}.",
            PolicyErrorKind.BoundedAccess => $"{source} is bounded, and the type that bounds it does not have {target}:{error.Class} {{ {string.Join(' ', error.Permissions)} }}: allow it to that type too, or remove the bound.",
            PolicyErrorKind.RefusedRelabel => $"{source} changed the label {error.Target} of a {error.Class} to {context}, and a validatetrans rule forbids that change of user, role or level.",
            _ => $"The kernel refused '{error.Operation}', which this version of typedpolicy does not know.",
        };
    }

    /// <summary>What lets a domain be entered under no_new_privs.</summary>
    public static string RestrictedTransition(string source, string target, FinderIndex index) =>
        $"[DomainTransition<{ClassOf(index, target)}>(NoNewPrivileges = true)] on {source}";

    private static string Remedy(ErrorReport report, FinderIndex index)
    {
        var parts = report.Error.Context.Split(':', 4);
        return report.Problem switch
        {
            { Kind: ContextProblemKind.RoleLacksType, Name: var role, Lacks: var type } => $"The role {role} may not run {type}: write [Role<{RoleName(index, role)}>] on {Carrier(index, type)}, or enter it in another role.",
            { Kind: ContextProblemKind.UserLacksRole, Name: var user, Lacks: var role } => $"The user {user} does not have the role {role}: add it to [User] of {user}, or with 'semanage user -m -R'.",
            { Kind: ContextProblemKind.UnknownUser, Name: var user } => $"The policy has no user {user}.",
            { Kind: ContextProblemKind.UnknownRole, Name: var role } => $"The policy has no role {role}.",
            { Kind: ContextProblemKind.UnknownType, Name: var type } => $"The policy has no type {type}: install the module that declares it, or relabel (restorecon).",
            { Kind: ContextProblemKind.Level, Name: var user, Lacks: var level } => $"The level {level} is not within the range of {user}: change the range of the user, or add a [RangeTransition].",
            _ when report.IsValidNow => "The policy at hand allows it: the log is older, or another policy is loaded.",
            _ when parts.Length >= 3 && parts[1] != "object_r" => $"Either the role {parts[1]} may not run {parts[2]} (write [Role<{RoleName(index, parts[1])}>] on {Carrier(index, parts[2])}), or the user {parts[0]} does not have that role or level.",
            _ => "The policy has no such user, role, type or level.",
        };
    }

    private static string Carrier(FinderIndex index, string type) => AccessPlanner.IsKnown(index, type) ? $"a static class with [RulesFor<{ClassOf(index, type)}>]" : ClassOf(index, type);

    private static string ClassOf(FinderIndex index, string type) => ClassNames.Of(index, type);

    private static string RoleName(FinderIndex index, string role) =>
        index.Find(role).FirstOrDefault(n => n.Name == role && n.Kind == FoundKind.Role) is { CSharp.Length: > 0 } known ? known.CSharp : Model.Naming.NameOf.Pascal(role);

    private static string SetBooleans(System.Collections.Immutable.ImmutableArray<BooleanChange> changes) =>
        $"setsebool -P {string.Join(' ', changes.Select(c => changes.Length == 1 ? $"{c.Name} {(c.Value ? "on" : "off")}" : $"{c.Name}={(c.Value ? "on" : "off")}"))}";

    private static string Afterwards(DenialCause cause) => cause.Constraints.IsEmpty ? "" : $" Then a constraint forbids it: {Of(cause.Constraints[0], null)}";

    private static string Ioctl(Denial denial, FinderIndex index) =>
        $"[AllowIoctl<{ClassOf(index, denial.Target)}, {AccessCode.EnumOf(denial.Class)}>(\"{string.Join(", ", denial.IoctlCommands.Select(c => "0x" + c.ToString("x4", CultureInfo.InvariantCulture)))}\")]";

    private static DeniedContexts? Contexts(DenialCause cause, Denial denial) => denial.Contexts.FirstOrDefault(c => c.Permissions.Any(cause.Permissions.Contains));

    private static string Both(DeniedContexts? contexts, int part) =>
        contexts is not null && contexts.Source.Split(':', 4) is var source && contexts.Target.Split(':', 4) is var target && source.Length > part && target.Length > part ? $" ({source[part]} and {target[part]})" : "";

    private static string Names(System.Collections.Immutable.ImmutableArray<string> names) => string.Join(", ", names.Take(MaxNames)) + (names.Length > MaxNames ? " …" : "");
}
