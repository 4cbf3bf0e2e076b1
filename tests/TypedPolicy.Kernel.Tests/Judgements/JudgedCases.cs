using TypedPolicy.Guest;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Judgements;

/// <summary>The rules that only a kernel can prove: the policy loads, and the service does not do its job.</summary>
public static partial class JudgedCases
{
    public static IReadOnlyList<JudgedCase> All { get; } = [.. Starts, .. Roles, .. Files, .. KernelLog, .. Categories, .. Ports];

    /// <summary>All cases as one module, before and after.</summary>
    internal static Policy Policy { get; } = Policy.Of(
        [JudgedCase.Base, ("Module.cs", "[assembly: TypedPolicy.PolicyModule(\"judged\", Version = \"1.0\")]"), .. All.SelectMany(c => new[] { c.File(isFixed: false), c.File(isFixed: true) })],
        new() { ["TypedPolicyTargets"] = "debian12" });

    /// <summary>Programs of the cases.</summary>
    public static IEnumerable<string> Programs => [.. Names("away", "/opt/{0}/bin/child"), .. Names("tool", "/opt/{0}/bin/tool"), .. Names("operated", "/usr/bin/{0}"), .. Names("taken", "/usr/bin/{0}"), .. Names("tenant", "/usr/bin/{0}")];

    /// <summary>Directories of the cases.</summary>
    public static IEnumerable<string> Directories => [.. Names("notes", "/var/lib/{0}"), .. Names("tree", "/srv/{0}")];

    /// <summary>Files of the cases, which the labels of the cases are for.</summary>
    public static IEnumerable<string> Labelled => Names("pid", "/run/{0}");

    private static IEnumerable<JudgedCase> Starts =>
    [
        new(DiagnosticId.UnreachableProgram, "Away",
            """
            [Domain, Role<SystemR>, DomainTransition<@Child>«|, Allow<Bin>(DirPerms.SearchSet)»] public sealed class @;
            [Domain, Role<SystemR>] public sealed class @Child { [Entrypoint, FileContext("/opt/%/bin/child", FileKind.File)] public sealed class Exec; }
            """,
            (guest, name) => guest.In($"{name}_t", Step.Execute($"/opt/{name}/bin/child")).IsDenied("search", "bin_t"),
            (guest, name) => guest.In($"{name}_t", Step.Execute($"/opt/{name}/bin/child")).Succeeds().EndsIn($"{name}_child_t")),
        new(DiagnosticId.UnreachableLabels, "Tool",
            """
            [Domain, Role<SystemR>, Allow<@Tool.Exec>(FilePerms.Exec)«|, Allow<Bin>(DirPerms.SearchSet)»] public sealed class @;
            [Domain] public sealed class @Tool { [Entrypoint("%_program_t"), FileContext("/opt/%/bin/tool", FileKind.File)] public sealed class Exec; }
            """,
            (guest, name) => guest.In($"{name}_t", Step.Execute($"/opt/{name}/bin/tool")).IsDenied("search", "bin_t"),
            (guest, name) => guest.In($"{name}_t", Step.Execute($"/opt/{name}/bin/tool")).Succeeds().EndsIn($"{name}_t")),
    ];

    private static IEnumerable<JudgedCase> Roles =>
    [
        new(DiagnosticId.RoleMayNotRunDomain, "Operated",
            """
            [RulesFor<Sysadm>, DomainTransition<@>] public static class @ByOperators;
            [Domain, Role<SystemR>«|, Role<SysadmR>»] public sealed class @ { [Entrypoint, FileContext("/usr/bin/%", FileKind.File)] public sealed class Exec; }
            """,
            (guest, name) => IsRefused(guest.In("root:sysadm_r:sysadm_t:s0", Step.Execute($"/usr/bin/{name}")), $"root:sysadm_r:{name}_t:s0"),
            (guest, name) => guest.In("root:sysadm_r:sysadm_t:s0", Step.Execute($"/usr/bin/{name}")).Succeeds().EndsIn($"{name}_t")),

        // user_u may not be in system_r.
        new(DiagnosticId.RoleMayNotRunDomain, "Taken",
            """
            [RulesFor<UserT>, DomainTransition<@>] public static class @ByUsers;
            «[RulesFor<UserR>, RoleAllow<SystemR>, RoleTransition<@.Exec, SystemR>] public static class @Roles;|»
            [Domain, Role<SystemR>, Role<UserR>] public sealed class @ { [Entrypoint, FileContext("/usr/bin/%", FileKind.File)] public sealed class Exec; }
            """,
            (guest, name) => IsRefused(guest.In("user_u:user_r:user_t:s0", Step.Execute($"/usr/bin/{name}")), $"user_u:system_r:{name}_t:s0"),
            (guest, name) => guest.In("user_u:user_r:user_t:s0", Step.Execute($"/usr/bin/{name}")).Succeeds().EndsIn($"{name}_t")),
    ];

    private static IEnumerable<string> Names(string what, string path) => [string.Format(null, path, what + "_before"), string.Format(null, path, what + "_after")];

    /// <summary>The kernel refused to make a context.</summary>
    private static void IsRefused(Outcome outcome, string context)
    {
        outcome.IsForbidden();
        Assert.Contains(outcome.Messages, m => m.Contains("security_compute_sid", StringComparison.Ordinal) && m.Contains(context, StringComparison.Ordinal));
    }
}
