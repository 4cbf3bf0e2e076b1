using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP3012: a domain transition whose program lies, by all of its labels, below directories that the source may not search: it is never started.</summary>
internal static class UnreachablePrograms
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var labels = policy.Rules
            .Where(v => v.Rule is FileLabel { Context: not null })
            .Select(v => (FileLabel)v.Rule)
            .ToLookup(l => l.Context!.Type.Name, StringComparer.Ordinal);
        var reported = new HashSet<(Origin Place, string Source, string Program)>();
        foreach (var visit in policy.Rules)
        {
            if (ReviewedPolicy.Place(visit) is not { Index: >= 0 } place)
            {
                continue;
            }

            foreach (var entry in DomainTransitions.Parts(visit.Rule).OfType<TypeRule>().Where(r => r is { Kind: TypeRuleKind.Transition, Class.Name: "process" }))
            {
                foreach (var program in policy.Types.Of(entry.Target).Where(p => policy.Types.Type(p) is not null && labels[p].Any()).OrderBy(p => p, StringComparer.Ordinal))
                {
                    foreach (var source in policy.Types.Of(entry.Source).OrderBy(s => s, StringComparer.Ordinal))
                    {
                        if (WayToFiles.Find(source, [.. labels[program]], isInside: true, policy) is { } obstacles && reported.Add((place, source, program)))
                        {
                            yield return Describe(source, entry, obstacles, visit, place, policy);
                        }
                    }
                }
            }
        }
    }

    private static Finding Describe(string source, TypeRule entry, Obstacles obstacles, RuleVisit visit, Origin place, ReviewedPolicy policy)
    {
        var (text, answer, missing) = obstacles.Proposal(policy);
        var canStand = entry.Source.Kind == EntityKind.Type && (visit.Through is { } call ? call.Subject == entry.Source : policy.Carriers.Contains((visit.Rule.Origin, entry.Source)));
        return new Finding(
            RuleCatalogue.UnreachableProgram.ProgramNotReached.With(source, entry.Result.Name, policy.On(obstacles.Base), obstacles.Text, obstacles.Destination, text),
            place)
        {
            Remedy = canStand ? new AddAccess(missing, answer, Class: null) : policy.Types.Type(source) is { } own ? new AddAccess(missing, Interface: null, own.CSharpName) : null,
        };
    }
}
