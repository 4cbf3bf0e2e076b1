using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>TP3003, TP3004, TP3006: domains that nothing enters or no role runs, executables that no file is. The toolchain says nothing of them.</summary>
internal static class DomainsAndExecutables
{
    public static IEnumerable<Finding> Run(PolicyModel model, ImmutableArray<RuleVisit> rules, KnownTypes types)
    {
        var entered = new HashSet<string>(rules.Select(v => v.Rule).SelectMany(Entered), StringComparer.Ordinal);
        var run = TypesOfRoles(rules);
        var given = new HashSet<string>(rules.Select(v => v.Rule).SelectMany(UnseenFileTypes.GivenBy), StringComparer.Ordinal);
        foreach (var type in model.Declarations.OfType<TypeDeclaration>().Where(d => d.Origin.Index >= 0))
        {
            var name = type.Entity.Name;

            // An attribute of someone else may bring what is missing: the base policy knows, and these rules do not.
            if (type.Kind == TypeKind.Domain && types.IsFullyKnown(name))
            {
                if (!types.NamesOf(name).Any(entered.Contains))
                {
                    yield return new Finding(RuleCatalogue.DomainWithoutEntrypoint.NoEntrypoint.With(name), type.Origin);
                }

                if (IsWithoutRole(type, run, types))
                {
                    yield return new Finding(RuleCatalogue.DomainWithoutRole.NoRole.With(name), type.Origin);
                }
            }
            else if (type.Kind == TypeKind.Executable && !types.IsInCil(name) && !types.NamesOf(name).Any(given.Contains))
            {
                var program = NameOf.Stem(name, EntityKind.Type);
                var path = "/usr/bin/" + (program.EndsWith("_exec", StringComparison.Ordinal) ? program.Substring(0, program.Length - 5) : program).Replace('_', '-');
                yield return new Finding(RuleCatalogue.ExecutableWithoutLabel.NoLabel.With(name, path), type.Origin) { Remedy = new LabelPath(path) };
            }
        }
    }

    /// <summary>The types that the policy lets a role run.</summary>
    public static HashSet<string> TypesOfRoles(ImmutableArray<RuleVisit> rules) => new(rules.Select(v => v.Rule).OfType<RoleTypeRule>().Select(r => r.Type.Name), StringComparer.Ordinal);

    /// <summary>Whether no role may run a domain: TP3004.</summary>
    public static bool IsWithoutRole(TypeDeclaration type, HashSet<string> run, KnownTypes types) =>
        type is { Kind: TypeKind.Domain, Origin.Index: >= 0 } && types.IsFullyKnown(type.Entity.Name) && !types.NamesOf(type.Entity.Name).Any(run.Contains);

    private static IEnumerable<string> Entered(Rule rule) => rule switch
    {
        EntrypointRule r => [r.Domain.Name],
        DomainTransitionRule r => [r.Target.Name],
        AccessRule { Kind: AccessKind.Allow } r when r.Permissions.Names.Contains("entrypoint") || r.Permissions.Names.Contains("all") => [r.Source.Name],
        AccessRule { Kind: AccessKind.Allow } r when r.Permissions.Names.Contains("dyntransition") => [r.Target.Name],
        _ => [],
    };
}
