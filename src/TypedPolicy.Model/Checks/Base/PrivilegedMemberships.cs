using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP5008: a type that joins attributes whose members are let past the guards of the base: once for what puts it there, however many these are.</summary>
internal static class PrivilegedMemberships
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        foreach (var place in policy.Rules.Where(v => ReviewedPolicy.Place(v).Index >= 0).GroupBy(ReviewedPolicy.Place))
        {
            var joined = place.Select(v => v.Rule).OfType<MembershipRule>()
                .Where(m => m.Attribute.Kind == EntityKind.TypeAttribute && policy.Base.Has(m.Attribute.Name, IndexTrait.Privileged))
                .ToArray();
            if (joined.Length > 0)
            {
                yield return new Finding(
                    RuleCatalogue.PrivilegedMembership.Exempt.With(Listed.Names(joined.Select(m => m.Attribute.Name)), Listed.Names(joined.Select(m => m.Member.Name))),
                    place.Key);
            }
        }
    }
}
