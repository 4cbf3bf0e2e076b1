using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP7002: a type of the base that this policy gives access or memberships: who owns the type does not see that.</summary>
internal static class ForeignSubjects
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var reported = new HashSet<Origin>();
        foreach (var visit in policy.Rules)
        {
            if (visit is { Through: null, Rule.Origin.Index: >= 0 }
                && SubjectOf(visit.Rule) is { Kind: EntityKind.Type } subject
                && policy.Types.Type(subject.Name) is null
                && policy.Base.Find(subject) is { } known
                && reported.Add(visit.Rule.Origin))
            {
                yield return new Finding(
                    RuleCatalogue.ForeignTypeGivenAccess.GivenFromOutside.With(subject.Name, known.Module.Length > 0 ? $"the module {known.Module} of {policy.Base.Name}" : policy.Base.Name),
                    visit.Rule.Origin);
            }
        }
    }

    private static EntityRef? SubjectOf(Rule rule) => rule switch
    {
        AccessRule { Kind: AccessKind.Allow } access => access.Source,
        MembershipRule { Attribute.Kind: EntityKind.TypeAttribute } membership => membership.Member,
        _ => null,
    };
}
