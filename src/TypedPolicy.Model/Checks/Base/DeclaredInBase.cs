using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP1002: a name that the base policy declares too: the two cannot be loaded together. Names of the base's module of the same name are this policy's: it takes that one's place.</summary>
internal static class DeclaredInBase
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        foreach (var declaration in policy.Model.Declarations.Where(d => d is not ForeignRules && d.Origin.Index >= 0))
        {
            if (policy.Base.Find(declaration.Entity) is { } known && !(known.Module == policy.Model.Module.Name && policy.Base.IsReplaceable(known.Module)))
            {
                var what = new EntityRef(known.Kind, known.Name).Describe();
                yield return new Finding(
                    DiagnosticId.NameOfBasePolicy,
                    declaration.Origin,
                    $"{policy.Base.Subject} declares {what} already. Write [External(\"{known.Name}\")] where that one is meant, or give this one a name of its own.")
                {
                    Instead = $"{policy.Model.Module.Name.Replace('-', '_').Replace('.', '_')}_{known.Name}",
                };
            }
        }
    }
}
