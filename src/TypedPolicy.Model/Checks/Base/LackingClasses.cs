using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP7008: an object class, or a permission of one, that the base of a target is known not to have: the policy does not link there.</summary>
internal static class LackingClasses
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var own = new HashSet<string>(policy.Model.Declarations.Where(d => d.Entity.Kind == EntityKind.ObjectClass).Select(d => d.Entity.Name), StringComparer.Ordinal);
        own.UnionWith(policy.Model.Upstream.Where(u => u.Kind == EntityKind.ObjectClass).Select(u => u.Name));
        var reported = new HashSet<(Origin, string)>();
        foreach (var visit in policy.Rules.Where(v => ReviewedPolicy.Place(v).Index >= 0))
        {
            foreach (var (@class, permissions) in Used(visit.Rule).Where(u => !own.Contains(u.Class)))
            {
                foreach (var lacking in policy.Base.Bases.Select(b => (b.Name, What: What(b, @class, permissions))).Where(b => b.What is not null).GroupBy(b => b.What!, b => b.Name))
                {
                    if (reported.Add((ReviewedPolicy.Place(visit), lacking.Key)))
                    {
                        var who = $"{Listed.Names(lacking)} {(lacking.Distinct(StringComparer.Ordinal).Count() > 1 ? "have" : "has")} no {lacking.Key}";
                        yield return new Finding(
                            visit.Optional is null ? RuleCatalogue.MissingInTarget.DoesNotLink.With(who) : RuleCatalogue.MissingInTarget.OptionalLeftOut.With(who),
                            ReviewedPolicy.Place(visit));
                    }
                }
            }
        }
    }

    private static string? What(TargetBase @base, string @class, IEnumerable<string> permissions)
    {
        if (@base.Lacks(@class, null))
        {
            return $"object class {@class}";
        }

        var lacking = permissions.Where(p => @base.Lacks(@class, p)).ToArray();
        return lacking.Length == 0 ? null : $"permission{(lacking.Length > 1 ? "s" : "")} {Listed.Names(lacking)} of {@class}";
    }

    private static IEnumerable<(string Class, IEnumerable<string> Permissions)> Used(Rule rule) => rule switch
    {
        TypeRule { Class.Kind: EntityKind.ObjectClass } type => [(type.Class.Name, [])],
        IoctlRule { Class.Kind: EntityKind.ObjectClass } ioctl => [(ioctl.Class.Name, ["ioctl"])],
        RangeTransitionRule { Class.Kind: EntityKind.ObjectClass } range => [(range.Class.Name, [])],
        RoleTransitionRule { Class.Kind: EntityKind.ObjectClass } role => [(role.Class.Name, [])],
        _ => DomainTransitions.Parts(rule).OfType<AccessRule>()
            .Where(access => access.Permissions.Class.Kind == EntityKind.ObjectClass)
            .Select(access => (access.Permissions.Class.Name, (IEnumerable<string>)access.Permissions.Written)),
    };
}
