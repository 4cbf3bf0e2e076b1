using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>TP5005: files that one domain may both write and execute: anyone who takes it over runs what they like.</summary>
internal static class WritableExecutables
{
    private static readonly ImmutableArray<string> Writing = ["write", "append"];

    public static IEnumerable<Finding> Run(ImmutableArray<RuleVisit> rules, KnownTypes types)
    {
        var files = rules
            .Where(v => !v.InInterface)
            .SelectMany(v => DomainTransitions.Parts(v.Rule), (v, part) => (Visit: v, Rule: part as AccessRule))
            .Where(v => v.Rule is { Kind: AccessKind.Allow, Origin.Index: >= 0, Permissions.Class: { Kind: EntityKind.ObjectClass, Name: "file" } } && v.Rule.Target.Kind != EntityKind.Self)
            .Select(v => (v.Visit, Rule: v.Rule!))
            .ToArray();
        var executed = files
            .Where(v => KnownAccess.Holds(v.Rule.Permissions, "execute"))
            .SelectMany(v => types.Of(v.Rule.Target), (v, target) => (target, v))
            .ToLookup(pair => pair.target, pair => pair.v, StringComparer.Ordinal);
        foreach (var write in files.Where(v => Writing.Any(p => KnownAccess.Holds(v.Rule.Permissions, p))).GroupBy(v => v.Rule.Origin))
        {
            if (Executed(write, executed, types) is { } found)
            {
                yield return new Finding(
                    RuleCatalogue.WritableExecutable.WriteAndExecute.With(found.Source, found.Target),
                    new Spot(write.Key),
                    found.Other == write.Key ? EquatableArray<Origin>.Empty : EquatableArray.Of(found.Other));
            }
        }
    }

    private static (string Source, string Target, Origin Other)? Executed(
        IEnumerable<(RuleVisit Visit, AccessRule Rule)> writes, ILookup<string, (RuleVisit Visit, AccessRule Rule)> executed, KnownTypes types)
    {
        foreach (var (visit, rule) in writes)
        {
            var writers = types.Of(rule.Source);
            foreach (var target in types.Of(rule.Target).OrderBy(t => t, StringComparer.Ordinal))
            {
                foreach (var execute in executed[target])
                {
                    if (!Exclude(visit.Conditions, execute.Visit.Conditions)
                        && types.Of(execute.Rule.Source).Where(writers.Contains).OrderBy(s => s, StringComparer.Ordinal).FirstOrDefault() is { } source)
                    {
                        return (source, target, execute.Rule.Origin);
                    }
                }
            }
        }

        return null;
    }

    private static bool Exclude(ImmutableArray<Condition> some, ImmutableArray<Condition> others) =>
        some.Any(c => others.Contains(c with { IsTrue = !c.IsTrue }));
}
