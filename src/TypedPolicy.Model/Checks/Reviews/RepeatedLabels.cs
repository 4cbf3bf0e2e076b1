using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>TP4010, TP4011: a label that is repeated, or covered by another one; a label for every kind of file beside another for one kind.</summary>
internal static class RepeatedLabels
{
    public static IEnumerable<Finding> Run(ImmutableArray<RuleVisit> rules, ImmutableArray<Place> places)
    {
        var labels = rules
            .Where(v => !v.InInterface && v.Optional is null && v.Through is null && v.Rule is FileLabel { Origin.Index: >= 0 })
            .Select(v => (FileLabel)v.Rule)
            .Where(l => places[l.Origin.Index].Outer.Index < 0);
        foreach (var finding in NeverWinning([.. labels]))
        {
            yield return finding;
        }

        foreach (var path in labels.GroupBy(l => l.Path.Text))
        {
            var all = path.OrderBy(l => l.Origin.Index).ToArray();
            for (var i = 1; i < all.Length; i++)
            {
                if (all.Take(i).FirstOrDefault(l => l.Kind == all[i].Kind && l.Context == all[i].Context) is { } first && first.Origin != all[i].Origin)
                {
                    yield return new Finding(RuleCatalogue.RedundantLabel.Repeated.With(path.Key), new Spot(all[i].Origin), EquatableArray.Of(first.Origin));
                }
            }

            var any = all.FirstOrDefault(l => l.Kind == FileKind.Any);
            foreach (var one in all.Where(l => any is not null && l.Kind != FileKind.Any && l.Context != any.Context))
            {
                yield return new Finding(
                    RuleCatalogue.LabelOfEveryAndOneKind.DiffersBetweenReleases.With(path.Key, one.Kind.CilName()),
                    new Spot(one.Origin),
                    EquatableArray.Of(any!.Origin));
            }
        }
    }

    // One pair takes no more than its own limit, and all of them no more than the policy's.
    private static bool Covers(PathPattern outer, PathPattern inner, ref long left)
    {
        var own = Math.Min(left, PathCoverage.MaxStates);
        var before = own;
        var covers = outer.Covers(inner, ref own);
        left -= before - own;
        return covers;
    }

    /// <summary>
    /// Patterns that another one, which is looked at first, covers. A literal path is looked at before every pattern, so only patterns can
    /// be covered, and only by one that begins with what they begin with.
    /// </summary>
    private static IEnumerable<Finding> NeverWinning(FileLabel[] labels)
    {
        var patterns = labels.Where(l => l.Path is { HasMetacharacters: true, IsValid: true }).OrderBy(l => l.Path.Text, StringComparer.Ordinal).ThenBy(l => l.Origin.Index).ToArray();
        var left = (long)PathCoverage.MaxStatesOfPolicy;
        var texts = Array.ConvertAll(patterns, l => l.Path.Text);
        foreach (var one in patterns)
        {
            var stem = one.Path.Text.Substring(0, Math.Min(one.Path.StemLength, one.Path.Text.Length));
            var first = Array.BinarySearch(texts, stem, StringComparer.Ordinal);
            for (var i = first < 0 ? ~first : first; i < patterns.Length && texts[i].StartsWith(stem, StringComparison.Ordinal); i++)
            {
                var other = patterns[i];
                if (other.Context != one.Context
                    && (other.Kind == FileKind.Any || other.Kind == one.Kind)
                    && other.Path.Text != one.Path.Text
                    && PathOrder.Compare(one.Path, one.Kind, other.Path, other.Kind) < 0
                    && left > 0
                    && Covers(other.Path, one.Path, ref left))
                {
                    yield return new Finding(
                        RuleCatalogue.RedundantLabel.Shadowed.With(one.Path.Text, other.Path.Text),
                        new Spot(one.Origin),
                        EquatableArray.Of(other.Origin));
                    break;
                }
            }
        }
    }
}
