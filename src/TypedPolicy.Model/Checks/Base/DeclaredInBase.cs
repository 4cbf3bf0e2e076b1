using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP1002: a name that the base policy declares too: the two cannot be loaded together. Names of the base's module of the same name are this policy's: it takes that one's place.</summary>
internal static class DeclaredInBase
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        // Headers say which module's interfaces speak of a name, which need not be the module that declares it.
        var module = policy.Model.Module.Name;
        bool IsOwn(IndexedName known) => policy.Base.IsReplaceable(module) && (known.Module == module || (!policy.Base.IsComplete && policy.Base.HasModule(module)));
        foreach (var declaration in policy.Model.Declarations.Where(d => d is not ForeignRules && d.Origin.Index >= 0))
        {
            if (policy.Base.Find(declaration.Entity) is { } known && !IsOwn(known))
            {
                var what = new EntityRef(known.Kind, known.Name).Describe();
                yield return new Finding(
                    RuleCatalogue.NameOfBasePolicy.DeclaredInBase.With(policy.Base.Subject, what, known.Name),
                    declaration.Origin)
                {
                    Remedy = new GiveName($"{module.Replace('-', '_').Replace('.', '_')}_{known.Name}"),
                };
            }
        }
    }
}
