using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// TP3008: a domain that systemd enters by a plain transition: under <c>NoNewPrivileges=</c>, which many of its options imply, the kernel
/// asks for nnp_transition too, and without it the service stays in init_t.
/// </summary>
internal static class RestrictedServices
{
    private const string Systemd = "init_t";

    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var allowed = new HashSet<string>(
            policy.Allowed
                .Where(pair => pair.Access.Source.Name == Systemd && pair.Access.Permissions.Class.Name == "process2" && KnownAccess.Holds(pair.Access.Permissions, "nnp_transition"))
                .SelectMany(pair => policy.Types.Of(pair.Access.Target)),
            StringComparer.Ordinal);
        foreach (var visit in policy.Rules)
        {
            if (visit is { Rule: DomainTransitionRule { Source: { Kind: EntityKind.Type, Name: Systemd }, NoNewPrivileges: false, Origin.Index: >= 0 } rule, Through: null } && !allowed.Contains(rule.Target.Name))
            {
                yield return new Finding(
                    RuleCatalogue.NoNewPrivileges.NoTransition.With(Systemd, rule.Target.Name),
                    rule.Origin);
            }
        }
    }
}
