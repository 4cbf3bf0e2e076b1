using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>
/// TP3001, TP3010: a type transition grants nothing by itself; without the permissions beside it the process is not started, or the file
/// not made. Only where all rules of the subject are in this policy.
/// </summary>
internal static class IncompleteTransitions
{
    private static readonly ImmutableHashSet<string> OfFiles =
        ImmutableHashSet.Create(StringComparer.Ordinal, "file", "dir", "lnk_file", "chr_file", "blk_file", "sock_file", "fifo_file");

    public static IEnumerable<Finding> Run(ImmutableArray<RuleVisit> rules, KnownTypes types, KnownAccess access)
    {
        foreach (var visit in rules)
        {
            if (visit.InInterface || visit.Through is not null || visit.Rule is not TypeRule { Kind: TypeRuleKind.Transition, Origin.Index: >= 0 } rule)
            {
                continue;
            }

            if (rule.Class.Name == "process" && MissingOfProcess(rule, types, access) is { Length: > 0 } ofProcess)
            {
                yield return new Finding(
                    RuleCatalogue.IncompleteDomainTransition.ProcessAccess.With(string.Join(", nor ", ofProcess)),
                    rule.Origin);
            }
            else if (OfFiles.Contains(rule.Class.Name) && MissingOfFile(rule, types, access) is { Length: > 0 } ofFile)
            {
                yield return new Finding(
                    RuleCatalogue.IncompleteFileTransition.FileAccess.With(string.Join(", nor ", ofFile), rule.Class.Name),
                    rule.Origin)
                {
                    Remedy = new AllowFileTransition(EquatableArray.From(ofFile.Select(m => new TransitionAccess(m.Class == "dir" && m.Permission == "add_name", m.Class, m.Permission)))),
                };
            }
        }
    }

    private static MissingAccess[] MissingOfProcess(TypeRule rule, KnownTypes types, KnownAccess access) =>
    [
        .. Missing(rule.Source, rule.Target, "file", "execute", types, access),
        .. Missing(rule.Source, rule.Result, "process", "transition", types, access),
        .. Missing(rule.Result, rule.Target, "file", "entrypoint", types, access),
    ];

    private static MissingAccess[] MissingOfFile(TypeRule rule, KnownTypes types, KnownAccess access) =>
    [
        .. Missing(rule.Source, rule.Result, rule.Class.Name, "create", types, access),
        .. Missing(rule.Source, rule.Target, "dir", "add_name", types, access),
    ];

    /// <summary>What no type of the subject may do to any type of the target.</summary>
    private static IEnumerable<MissingAccess> Missing(EntityRef source, EntityRef target, string @class, string permission, KnownTypes types, KnownAccess access)
    {
        var sources = types.Of(source);
        var targets = types.Of(target);
        if (sources.Count > 0 && targets.Count > 0
            && sources.All(types.IsFullyKnown)
            && !targets.Any(types.IsInCil)
            && !sources.Any(from => targets.Any(to => access.MayAllow(from, to, @class, permission))))
        {
            yield return new MissingAccess(source.Name, target.Name, @class, permission);
        }
    }

    private readonly record struct MissingAccess(string Source, string Target, string Class, string Permission)
    {
        public override string ToString() => $"{Source} {Permission} on {Target} ({Class})";
    }
}
