using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP3007: a domain that is entered through a type of executables which many programs share: each of them enters it.</summary>
internal static class SharedEntrypoints
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var reported = new HashSet<(Origin, string)>();
        foreach (var visit in policy.Rules)
        {
            var place = ReviewedPolicy.Place(visit);
            if (place.Index >= 0 && Entered(visit.Rule) is { } executable && policy.Base.Has(executable.Name, IndexTrait.SharedExecutable)
                && IsAuthors(visit, executable) && reported.Add((place, executable.Name)))
            {
                yield return new Finding(
                    RuleCatalogue.SharedEntrypoint.Shared.With(executable.Name),
                    place);
            }
        }
    }

    /// <summary>Whether the author names the type. An interface of the base that does (<c>corecmd_shell_entry_type</c>) is there for just that.</summary>
    private static bool IsAuthors(RuleVisit visit, EntityRef executable) => visit.OfBase is not { } call || call.Arguments.Any(a => a.Entity == executable);

    private static EntityRef? Entered(Rule rule) => rule switch
    {
        EntrypointRule r => r.Executable,
        DomainTransitionRule r => r.Executable,
        AccessRule { Kind: AccessKind.Allow } r when r.Permissions.Names.Contains("entrypoint") => r.Target,
        _ => null,
    };
}
