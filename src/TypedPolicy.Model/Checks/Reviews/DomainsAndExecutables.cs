using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>TP3003, TP3004, TP3006: domains that nothing enters or no role runs, executables that no file is. The toolchain says nothing of them.</summary>
internal static class DomainsAndExecutables
{
    public static IEnumerable<Finding> Run(PolicyModel model, ImmutableArray<ReviewedRule> rules)
    {
        // What was written in CIL may say all of it.
        if (rules.Any(v => v.Rule is RawRule))
        {
            yield break;
        }

        var own = new HashSet<string>(model.Declarations.Select(d => d.Entity.Name), StringComparer.Ordinal) { "domain" };
        var memberships = rules.Select(v => v.Rule).OfType<MembershipRule>().ToLookup(m => m.Member.Name, m => m.Attribute.Name);
        var entered = new HashSet<string>(rules.Select(v => v.Rule).SelectMany(Entered), StringComparer.Ordinal);
        var run = new HashSet<string>(rules.Select(v => v.Rule).OfType<RoleTypeRule>().Select(r => r.Type.Name), StringComparer.Ordinal);
        var labelled = new HashSet<string>(rules.Select(v => v.Rule).SelectMany(Labelled), StringComparer.Ordinal);
        foreach (var type in model.Declarations.OfType<TypeDeclaration>().Where(d => d.Origin.Index >= 0))
        {
            var names = memberships[type.Entity.Name].Append(type.Entity.Name).ToArray();
            if (type.Kind == TypeKind.Domain)
            {
                // An attribute of someone else may bring what is missing: the base policy knows, and this rule does not.
                if (!names.All(own.Contains))
                {
                    continue;
                }

                if (!names.Any(entered.Contains))
                {
                    yield return new Finding(RuleId.TP3003, type.Origin, $"Nothing can enter the domain {type.Entity.Name}: it has no entrypoint. Nest an [Entrypoint] class in it, or add [Entrypoint<TExec>].");
                }

                if (!names.Any(run.Contains))
                {
                    yield return new Finding(RuleId.TP3004, type.Origin, $"No role may run the domain {type.Entity.Name}, so that no process can be in it. Add [Role<SystemR>], or the role of those who start it.");
                }
            }
            else if (type.Kind == TypeKind.Executable && !labelled.Contains(type.Entity.Name))
            {
                yield return new Finding(RuleId.TP3006, type.Origin, $"No file is labelled {type.Entity.Name}, so that its domain is never entered through it. Add [FileContext(\"/usr/bin/…\", FileKind.File)].");
            }
        }
    }

    private static IEnumerable<string> Entered(Rule rule) => rule switch
    {
        EntrypointRule r => [r.Domain.Name],
        DomainTransitionRule r => [r.Target.Name],
        AccessRule { Kind: AccessKind.Allow } r when r.Permissions.Names.Contains("entrypoint") || r.Permissions.Names.Contains("all") => [r.Source.Name],
        AccessRule { Kind: AccessKind.Allow } r when r.Permissions.Names.Contains("dyntransition") => [r.Target.Name],
        _ => [],
    };

    private static IEnumerable<string> Labelled(Rule rule) => rule switch
    {
        FileLabel { Context: { } context } => [context.Type.Name],
        TypeRule r => [r.Result.Name],
        AccessRule { Kind: AccessKind.Allow } r when r.Permissions.Names.Contains("relabelto") => [r.Target.Name],
        _ => [],
    };
}
