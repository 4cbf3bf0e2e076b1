using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP5008: a type that joins an attribute whose members are let past the guards of the base.</summary>
internal static class PrivilegedMemberships
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var reported = new HashSet<(Origin, string)>();
        foreach (var visit in policy.Rules)
        {
            if (visit.Rule is MembershipRule { Attribute.Kind: EntityKind.TypeAttribute } membership
                && policy.Base.Has(membership.Attribute.Name, IndexTrait.Privileged)
                && ReviewedPolicy.Place(visit) is { Index: >= 0 } place
                && reported.Add((place, membership.Attribute.Name)))
            {
                yield return new Finding(
                    RuleId.TP5008,
                    place,
                    $"Members of {membership.Attribute.Name} are let past the guards of the base policy, and this puts {membership.Member.Name} there. Allow what it needs, or say why it must be with [Justified(\"TP5008\", \"…\")].");
            }
        }
    }
}
