using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP4013: files with a type that is neither in file_type nor, as those below /dev, in device_node: nothing that handles files in general may touch them, restorecon neither.</summary>
internal static class LabelsOutsideFiles
{
    private const string Files = "file_type";

    private static readonly string[] Handled = [Files, "device_node"];

    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var visit in policy.Rules)
        {
            if (visit.Rule is not FileLabel { Context: { Type.Kind: EntityKind.Type } context } || ReviewedPolicy.Place(visit) is not { Index: >= 0 } place || !reported.Add(context.Type.Name))
            {
                continue;
            }

            var name = context.Type.Name;
            if (policy.Types.Type(name) is { Kind: TypeKind.Policy, Origin.Index: >= 0 } own && policy.Types.IsFullyKnown(name) && !policy.Types.NamesOf(name).Intersect(Handled).Any())
            {
                yield return new Finding(RuleCatalogue.LabelNotFileType.DeclareFileType.With(name, Files), new Spot(own.Origin), EquatableArray.Of(place)) { Remedy = new ChangeKind("FileType") };
            }
            else if (policy.Base.IsComplete && policy.Base.Find(context.Type) is { Kind: EntityKind.Type } known && !known.Attributes.Intersect(Handled).Any())
            {
                yield return new Finding(RuleCatalogue.LabelNotFileType.LabelWithFileType.With(name, Files), place);
            }
        }
    }
}
