using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP5007: changing files of a type that nobody in particular owns, or of an attribute with most types in it.</summary>
internal static class BroadAccess
{
    private static readonly string[] Changes = ["write", "append", "create", "link", "rename", "unlink"];

    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var reported = new HashSet<(Origin, string)>();
        foreach (var (visit, access) in policy.Allowed)
        {
            var target = access.Target.Name;
            var place = ReviewedPolicy.Place(visit);
            if (access.Permissions.Class is not { Kind: EntityKind.ObjectClass, Name: "file" or "lnk_file" }
                || !(policy.Base.Has(target, IndexTrait.Broad) || policy.Base.Has(target, IndexTrait.SharedFile))
                || Changes.FirstOrDefault(change => KnownAccess.Holds(access.Permissions, change)) is not { } change)
            {
                continue;
            }

            if (policy.Base.Has(target, IndexTrait.Broad) && access.Target.Kind == EntityKind.TypeAttribute && reported.Add((place, target)))
            {
                yield return new Finding(RuleCatalogue.BroadAccess.MostFiles.With(target, access.Source.Name, change), place);
            }
            else if (policy.Base.Has(target, IndexTrait.SharedFile) && reported.Add((place, target)))
            {
                yield return new Finding(RuleCatalogue.BroadAccess.SharedFiles.With(target, access.Source.Name, change), place);
            }
        }
    }
}
