using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP4017: a path that the base labels otherwise: the two contradict each other.</summary>
internal static class LabelsOfBase
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        foreach (var visit in policy.Rules)
        {
            if (visit is { Rule: FileLabel { Origin.Index: >= 0 } label, Through: null }
                && policy.Base.LabelsOf(label.Path.Text, label.Kind.CilName()).FirstOrDefault() is { } known
                && known.Type != (label.Context?.Type.Name ?? ""))
            {
                yield return new Finding(
                    RuleCatalogue.LabelDiffersFromBase.OtherLabel.With(policy.Base.Subject, label.Path.Text, known.Type.Length == 0 ? known.Context : known.Type),
                    label.Origin);
            }
        }
    }
}
