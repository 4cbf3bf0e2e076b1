using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// TP5009: a domain that may open the kernel's log, or ask for it by syslog(2), and lacks what the kernel asks for besides (check_syslog_permissions and selinux_syslog):
/// the capability, and a permission of class system on the kernel.
/// </summary>
internal static class KernelLog
{
    private const string Kernel = "kernel_t";

    /// <summary>What reads or changes the log, what the kernel asks for on itself then, and whether it asks for the capability even if every user may read the log.</summary>
    private static readonly Use[] Uses =
    [
        new("proc_kmsg_t", "file", "read", "/proc/kmsg", "syslog_mod", NeedsCapability: true),
        new("kmsg_device_t", "chr_file", "read", "/dev/kmsg", "syslog_read", NeedsCapability: false),
        new(Kernel, "system", "syslog_mod", "the kernel's log", null, NeedsCapability: true),
        new(Kernel, "system", "syslog_console", "the kernel's log level", null, NeedsCapability: true),
        new(Kernel, "system", "syslog_read", "the kernel's log", null, NeedsCapability: false),
    ];

    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var reported = new HashSet<(string Domain, MissingAccess Missing)>();
        foreach (var use in Uses)
        {
            foreach (var (visit, access) in policy.Allowed)
            {
                if (access.Permissions.Class.Name != use.Class || !KnownAccess.Holds(access.Permissions, use.Permission) || !IsTarget(access.Target, use.Target, policy))
                {
                    continue;
                }

                foreach (var domain in policy.Types.Of(access.Source).Where(type => policy.Types.Type(type) is not null).OrderBy(type => type, StringComparer.Ordinal))
                {
                    foreach (var side in policy.Effective)
                    {
                        var missing = Missing(use, domain, side).Where(m => !reported.Contains((domain, m))).ToArray();
                        if (missing.Length > 0)
                        {
                            reported.UnionWith(missing.Select(m => (domain, m)));
                            yield return Describe(use, domain, missing, visit, access, side, policy);
                            break;
                        }
                    }
                }
            }
        }
    }

    private static IEnumerable<MissingAccess> Missing(Use use, string domain, Side side)
    {
        // Where every user may read the log, as kernels of Fedora are built, looking takes no capability (kernel.dmesg_restrict).
        if ((use.NeedsCapability || IsRestricted(side.Base.Target))
            && side.Access.Allows(domain, domain, "capability2", "syslog") == false && side.Access.Allows(domain, domain, "capability", "sys_admin") == false)
        {
            yield return new MissingAccess(EntityRef.Self.Name, null, "capability2", "syslog");
        }

        if (use.System is { } permission && side.Access.Allows(domain, Kernel, "system", permission) == false)
        {
            yield return new MissingAccess(Kernel, null, "system", permission);
        }
    }

    private static Finding Describe(Use use, string domain, MissingAccess[] missing, RuleVisit visit, AccessRule access, Side side, ReviewedPolicy policy)
    {
        var proposals = missing.Select(m => AccessProposal.For(m.Target, m.ObjectClass, m.Permission!, policy)).ToArray();
        return new Finding(
            RuleCatalogue.IncompleteKernelLogAccess.SecondPermission.With(domain, use.Permission == "read" || use.Permission == "syslog_read" ? "read" : "change", use.What, policy.On(side.Base), string.Join(" and ", missing.Select(m => $"{m.ObjectClass} {m.Permission}")), string.Join(" and ", proposals.Select(p => p.Text))),
            ReviewedPolicy.Place(visit))
        {
            Remedy = new AddAccess(EquatableArray.Of(missing), proposals is [var one] ? one.Interface : null, AccessProposal.ClassOf(AccessProposal.CanStandBeside(access, visit, policy), domain, policy)),
        };
    }

    private static bool IsRestricted(Target target) => target.Name == Target.Debian12.Name;

    private static bool IsTarget(EntityRef target, string name, ReviewedPolicy policy) => target.Name == name || policy.Types.Of(target).Contains(name);

    private sealed record Use(string Target, string Class, string Permission, string What, string? System, bool NeedsCapability);
}
