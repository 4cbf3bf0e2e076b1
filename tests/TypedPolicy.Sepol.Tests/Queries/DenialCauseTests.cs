using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Tests.Support;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Queries;

/// <summary>Why a policy denies what a log reports.</summary>
[Trait("Needs", "toolchain")]
public sealed class DenialCauseTests
{
    private const string Farm =
        """
        (type cow_t) (type goat_t) (type hay_t) (type straw_t) (type barn_t) (type calf_t)
        (roletype system_r cow_t) (roletype system_r goat_t) (roletype system_r calf_t)
        (roletype object_r hay_t) (roletype object_r straw_t) (roletype object_r barn_t)
        (user other_u) (userrole other_u system_r) (userrole other_u object_r) (userlevel other_u (s0)) (userrange other_u ((s0) (s0)))
        (role guest_r) (roletype guest_r goat_t) (userrole system_u guest_r)
        (typeattribute tame) (typeattributeset tame (goat_t))
        (typeattribute wild) (typeattributeset wild (cow_t))
        (boolean summer false) (boolean dry false)
        (allow cow_t hay_t (file (read write ioctl)))
        (allowx cow_t hay_t (ioctl file (range 0x5400 0x5410)))
        (allow cow_t goat_t (process (transition)))
        (allow goat_t hay_t (file (read)))
        (allow calf_t hay_t (file (read)))
        (typebounds barn_t calf_t)
        (booleanif summer (true (allow cow_t straw_t (file (read)))))
        (booleanif (and summer (not dry)) (true (allow cow_t straw_t (file (write)))))
        (dontaudit cow_t barn_t (file (getattr)))
        (mlsconstrain (file (write)) (or (eq t1 tame) (dom h1 h2)))
        (constrain (file (append)) (or (eq u1 u2) (neq t1 wild)))
        (allow cow_t straw_t (file (append)))
        """;

    private static readonly KernelPolicy Policy = Link();

    [Theory]
    [InlineData("cow_t:s0", "hay_t:s0", "read", "Allowed")]
    [InlineData("cow_t:s0", "straw_t:s0", "read", "Boolean summer=True")]
    [InlineData("cow_t:s0", "straw_t:s0", "write", "Boolean summer=True")]
    [InlineData("cow_t:s0", "straw_t:s0", "unlink", "NoRule")]
    [InlineData("cow_t:s0", "barn_t:s0", "getattr", "NoRule dontaudit cow_t barn_t:file getattr;")]
    [InlineData("ghost_t:s0", "barn_t:s0", "getattr", "NoRule")]
    [InlineData("cow_t:s0", "barn_t:s0", "fly", "UnknownPermission")]
    [InlineData("cow_t:s0", "hay_t:s0:c1", "write", "Constraint Level exempting tame")]
    [InlineData("calf_t:s0", "hay_t:s0", "read", "Bounds barn_t")]
    public void Each_permission_has_its_cause(string source, string target, string permission, string cause) =>
        Assert.Equal(cause, Text(Assert.Single(Policy.ExplainDenial($"system_u:system_r:{source}", $"system_u:object_r:{target}", "file", [permission]))));

    [Fact]
    public void A_constraint_of_users_says_so_and_whom_it_binds() =>
        Assert.Equal("Constraint User binding wild", Text(Assert.Single(Policy.ExplainDenial("system_u:system_r:cow_t:s0", "other_u:object_r:straw_t:s0", "file", ["append"]))));

    [Fact]
    public void A_constraint_that_comes_after_a_missing_rule_is_said_too()
    {
        var cause = Assert.Single(Policy.ExplainDenial("system_u:system_r:calf_t:s0", "system_u:object_r:straw_t:s0:c1", "file", ["write"]));
        Assert.Equal((DenialCauseKind.NoRule, ConstraintConflict.Level), (cause.Kind, Assert.Single(Assert.Single(cause.Constraints).Conflicts)));
        var ofUnknown = Assert.Single(Policy.ExplainDenial("system_u:system_r:ghost_t:s0", "system_u:object_r:straw_t:s0:c1", "file", ["write"]));
        Assert.Equal((DenialCauseKind.NoRule, 1), (ofUnknown.Kind, ofUnknown.Constraints.Length));
    }

    [Fact]
    public void A_role_that_may_not_change_is_a_cause() =>
        Assert.Equal("Role system_r guest_r", Text(Assert.Single(Policy.ExplainDenial("system_u:system_r:cow_t:s0", "system_u:guest_r:goat_t:s0", "process", ["transition"]))));

    [Fact]
    public void An_ioctl_command_that_the_rules_leave_out_is_a_cause()
    {
        string Of(int command) => Text(Assert.Single(Policy.ExplainDenial("system_u:system_r:cow_t:s0", "system_u:object_r:hay_t:s0", "file", ["ioctl"], [command])));
        Assert.Equal(("IoctlCommand", "Allowed"), (Of(0x5421), Of(0x5401)));
    }

    [Fact]
    public void Permissions_of_one_cause_are_together_and_those_of_others_apart() =>
        Assert.Equal(
            ["NoRule: setattr unlink", "Allowed: read write"],
            Policy.ExplainDenial("system_u:system_r:cow_t:s0", "system_u:object_r:hay_t:s0", "file", ["write", "unlink", "read", "setattr"]).OrderBy(c => c.Kind).Select(c => $"{c.Kind}: {string.Join(' ', c.Permissions)}"));

    [Theory]
    [InlineData("cow_t", "hay_t")]
    [InlineData("a:b:cow_t:no such level", "a:b:hay_t:s0")]
    [InlineData("gone_u:system_r:cow_t:s0", "system_u:object_r:hay_t:s99")]
    public void Contexts_of_another_policy_are_judged_by_their_types(string source, string target) =>
        Assert.InRange(Assert.Single(Policy.ExplainDenial(source, target, "file", ["read"])).Kind, DenialCauseKind.NoRule, DenialCauseKind.Allowed);

    [Theory]
    [InlineData("system_u:system_r:cow_t:s0", null, "", "")]
    [InlineData("system_u:guest_r:cow_t:s0", ContextProblemKind.RoleLacksType, "guest_r", "cow_t")]
    [InlineData("other_u:guest_r:goat_t:s0", ContextProblemKind.UserLacksRole, "other_u", "guest_r")]
    [InlineData("system_u:system_r:ghost_t:s0", ContextProblemKind.UnknownType, "ghost_t", "")]
    [InlineData("nobody_u:system_r:cow_t:s0", ContextProblemKind.UnknownUser, "nobody_u", "")]
    [InlineData("system_u:no_r:cow_t:s0", ContextProblemKind.UnknownRole, "no_r", "")]
    [InlineData("other_u:system_r:cow_t:s0:c1", ContextProblemKind.Level, "other_u", "s0:c1")]
    [InlineData("cow_t", ContextProblemKind.NotAContext, "cow_t", "")]
    public void A_context_that_is_not_valid_has_a_reason(string context, ContextProblemKind? kind, string name, string lacks) =>
        Assert.Equal(kind is { } k ? new ContextProblem(k, name, lacks) : null, Policy.ExplainContext(context));

    private static string Text(DenialCause cause) => string.Join(
        ' ',
        new[]
        {
            cause.Kind.ToString(), string.Join(' ', cause.Booleans.Select(b => string.Join('&', b.Select(c => $"{c.Name}={c.Value}")))), cause.Bounds, $"{cause.Roles.From} {cause.Roles.To}".Trim(), cause.DontAudit?.ToString() ?? "",
            string.Join(' ', cause.Constraints.Select(c => string.Join(' ', c.Conflicts) + (c.Exempting.IsEmpty ? "" : $" exempting {string.Join(' ', c.Exempting)}") + (c.Binding.IsEmpty ? "" : $" binding {string.Join(' ', c.Binding)}"))),
        }.Where(t => t.Length > 0));

    private static KernelPolicy Link()
    {
        var linked = Base.Link(Farm, new() { KeepAttributes = true, CheckNeverAllow = false });
        Assert.True(linked.Succeeded, string.Join('\n', linked.Messages));
        return KernelPolicy.Read(linked.Policy);
    }
}
