using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP3005: a type that does something with processes and is not in the attribute domain: a neverallow of the base refuses that.</summary>
internal static class OutsideDomain
{
    private const string Domain = "domain";

    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (visit, access) in policy.Allowed)
        {
            if (access.Permissions.Class is { Kind: EntityKind.ObjectClass, Name: "process" }
                && access.Source.Kind == EntityKind.Type
                && policy.Types.Type(access.Source.Name) is { Kind: not TypeKind.Domain, Origin.Index: >= 0 } type
                && policy.Types.IsFullyKnown(type.Entity.Name)
                && !policy.Types.NamesOf(type.Entity.Name).Contains(Domain)
                && reported.Add(type.Entity.Name))
            {
                yield return new Finding(
                    RuleCatalogue.OutsideDomainAttribute.ActsOnProcesses.With(type.Entity.Name),
                    new Spot(type.Origin),
                    EquatableArray.Of(ReviewedPolicy.Place(visit)))
                {
                    Remedy = new ChangeKind("Domain"),
                    Severity = policy.Base.SeverityOfGuards,
                };
            }
        }
    }
}
