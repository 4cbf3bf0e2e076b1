using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>TP2010: an attribute with an exclusion that the policy compiler is told to write out: each rule becomes one for every type that is left.</summary>
internal static class ExpandedExclusions
{
    public static IEnumerable<Finding> Run(PolicyModel model) => model.Declarations
        .OfType<AttributeDeclaration>()
        .Where(a => a is { Expand: true, Set.Excluded.Count: > 0, Origin.Index: >= 0 })
        .Select(a => new Finding(
            RuleCatalogue.ExclusionWrittenOut.Expanded.With(a.Entity.Name),
            a.Origin));
}
