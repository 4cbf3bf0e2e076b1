using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP7005: a name of a module that a machine may lack, outside of every optional block: the policy does not link there.</summary>
internal static class ModulesApart
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var own = new HashSet<(EntityKind, string)>(policy.Model.Declarations.Where(d => d is not ForeignRules).Select(d => (d.Entity.Kind, d.Entity.Name)));
        own.UnionWith(policy.Model.Upstream.Select(u => (u.Kind, u.Name)));
        var reported = new HashSet<Origin>();
        foreach (var visit in policy.Rules)
        {
            if (visit.Optional is not null || visit.Rule is Rules.Block { IsOptional: true })
            {
                continue;
            }

            foreach (var (entity, spot) in UsedNames.Of(visit))
            {
                if (spot.Origin.Index >= 0 && !own.Contains((entity.Kind, entity.Name)) && policy.Base.Find(entity) is { } known && policy.Base.IsApart(known.Module) && reported.Add(spot.Origin))
                {
                    yield return new Finding(
                        RuleCatalogue.DependencyOutsideOptional.OptionalModule.With(entity.Name, known.Module, policy.Base.Name),
                        spot.Origin)
                    {
                        Remedy = new MoveToOptionalBlock(known.Module),
                    };
                }
            }
        }
    }
}
