using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>
/// TP2012: a list of ioctl requests to log, or to keep out of the log, where no rule lists requests to allow: any list makes the kernel look requests up, and what no
/// allow rule lists is denied (services_compute_xperms_drivers and avc_has_extended_perms of Linux). TP2013: a list of requests of an ioctl that nothing grants.
/// </summary>
internal static class IoctlRulesAlone
{
    public static IEnumerable<Finding> Run(ImmutableArray<RuleVisit> rules, KnownTypes types, KnownAccess access)
    {
        var lists = rules.Where(v => !v.InInterface && v.Rule is IoctlRule { Class.Kind: EntityKind.ObjectClass }).ToArray();
        var allowed = lists.Select(v => (IoctlRule)v.Rule).Where(r => r.Kind == AccessKind.Allow).ToLookup(r => r.Class);
        var reported = new HashSet<Origin>();
        foreach (var visit in lists)
        {
            var rule = (IoctlRule)visit.Rule;
            if (rule.Kind != AccessKind.NeverAllow
                && visit.OfBase is null
                && rule.Origin.Index >= 0
                && Judge(rule, Pairs(rule, types), types, access, allowed[rule.Class]) is { } finding
                && reported.Add(rule.Origin))
            {
                yield return finding;
            }
        }
    }

    private static Finding? Judge(IoctlRule rule, IEnumerable<(string Source, string Target)> pairs, KnownTypes types, KnownAccess access, IEnumerable<IoctlRule> allowed)
    {
        var (mayHaveEffect, any) = (false, false);
        foreach (var (source, target) in pairs)
        {
            any = true;
            var granted = access.MayAllow(source, target, rule.Class.Name, "ioctl");
            mayHaveEffect |= granted || !types.IsFullyKnown(source);
            if (rule.Kind != AccessKind.Allow
                && (granted || rule.Kind == AccessKind.AuditAllow)
                && !(types.IsInCil(source) && types.IsInCil(target))
                && !allowed.Any(list => Covers(list, source, target, types)))
            {
                var what = rule.Kind == AccessKind.AuditAllow ? "logged" : "kept out of the log";
                return new(
                    RuleCatalogue.IoctlListDeniesOthers.OthersDenied.With(what, source, target, rule.Class.Name),
                    rule.Origin);
            }
        }

        // That a denial is hidden makes sense without any right.
        return any && !mayHaveEffect && rule.Kind != AccessKind.DontAudit
            ? new(RuleCatalogue.IoctlListWithoutGrant.NotGranted.With(rule.Source.Name, Name(rule.Target), rule.Class.Name), rule.Origin)
            : null;
    }

    private static IEnumerable<(string Source, string Target)> Pairs(IoctlRule rule, KnownTypes types) =>
        from source in types.Of(rule.Source).OrderBy(s => s, StringComparer.Ordinal)
        from target in rule.Target.Kind == EntityKind.Self ? [source] : types.Of(rule.Target).OrderBy(t => t, StringComparer.Ordinal).AsEnumerable()
        select (source, target);

    private static bool Covers(IoctlRule list, string source, string target, KnownTypes types) =>
        types.NamesOf(source).Contains(list.Source.Name)
        && (list.Target.Kind == EntityKind.Self ? source == target : types.NamesOf(target).Contains(list.Target.Name));

    private static string Name(EntityRef target) => target.Kind == EntityKind.Self ? "itself" : target.Name;
}
