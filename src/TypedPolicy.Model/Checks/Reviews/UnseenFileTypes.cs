using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>TP4016: a file type that no path is labelled with, no transition makes and nobody may relabel to.</summary>
internal static class UnseenFileTypes
{
    public static IEnumerable<Finding> Run(PolicyModel model, ImmutableArray<RuleVisit> rules, KnownTypes types)
    {
        var given = new HashSet<string>(rules.Select(v => v.Rule).SelectMany(GivenBy), StringComparer.Ordinal);
        foreach (var type in model.Declarations.OfType<TypeDeclaration>())
        {
            if (type is { Kind: TypeKind.File, Origin.Index: >= 0 } && !types.NamesOf(type.Entity.Name).Any(name => given.Contains(name) || types.IsInCil(name)))
            {
                yield return new Finding(
                    RuleCatalogue.FileTypeWithoutLabel.NoFile.With(type.Entity.Name),
                    type.Origin);
            }
        }
    }

    /// <summary>The types that a rule brings onto files.</summary>
    public static IEnumerable<string> GivenBy(Rule rule) => rule switch
    {
        FileLabel { Context: { } context } => [context.Type.Name],
        GenfsLabel label => [label.Context.Type.Name],
        FsUseLabel label => [label.Context.Type.Name],
        TypeRule transition => [transition.Result.Name],
        AccessRule { Kind: AccessKind.Allow } access when KnownAccess.Holds(access.Permissions, "relabelto") || access.Permissions.Class.Kind != EntityKind.ObjectClass => [access.Target.Name],
        _ => [],
    };
}
