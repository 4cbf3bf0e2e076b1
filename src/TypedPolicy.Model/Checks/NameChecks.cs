using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks;

/// <summary>TP1001, TP1003: names that SELinux refuses, or that are declared twice.</summary>
internal static class NameChecks
{
    public static IEnumerable<Finding> Run(PolicyModel model)
    {
        if (NameRules.ModuleProblem(model.Module.Name) is { } moduleProblem)
        {
            yield return new Finding(RuleCatalogue.InvalidName.ModuleName.With(NameRules.Show(model.Module.Name), moduleProblem), model.Module.Origin);
        }

        var names = Declared(model).ToArray();
        foreach (var (entity, csharp, origin) in names)
        {
            if (NameRules.Problem(entity.Name, entity.Kind) is { } problem)
            {
                yield return new Finding(RuleCatalogue.InvalidName.Refused.With(NameRules.Show(entity.Name), $"the SELinux name of {csharp}", problem), origin) { Remedy = NameRules.Mend(entity, model.Module.Name) is { } mended ? new GiveName(mended) : null };
            }
        }

        foreach (var twice in names.GroupBy(n => (Space(n.Entity.Kind), n.Entity.Name)).Where(g => g.Count() > 1))
        {
            var all = twice.ToArray();
            foreach (var one in all)
            {
                var others = all.Where(o => o != one).ToArray();
                yield return new Finding(
                    RuleCatalogue.NameDeclaredTwice.Twice.With(Capital(one.Entity.Describe()), one.CSharp, string.Join(", ", others.Select(o => o.CSharp).Distinct())),
                    new Spot(one.Origin),
                    EquatableArray.From(others.Select(o => o.Origin)));
            }
        }

        var upstream = model.Upstream.ToLookup(u => (Space(u.Kind), u.Name), u => u.Assembly);
        foreach (var (entity, csharp, origin) in names)
        {
            foreach (var assembly in upstream[(Space(entity.Kind), entity.Name)].Take(1))
            {
                yield return new Finding(RuleCatalogue.NameDeclaredTwice.InPackage.With(Capital(entity.Describe()), csharp, assembly), origin);
            }
        }
    }

    /// <summary>The kinds whose names may not meet: libsepol keeps each of these groups in one symbol table.</summary>
    internal static string Space(EntityKind kind) => kind switch
    {
        EntityKind.Type or EntityKind.TypeAttribute => "types",
        EntityKind.Role or EntityKind.RoleAttribute => "roles",
        EntityKind.User => "users",
        EntityKind.Boolean => "booleans",
        EntityKind.Tunable => "tunables",
        EntityKind.ObjectClass or EntityKind.ClassMap => "classes",
        EntityKind.ClassPermission => "class permissions",
        _ => "interfaces",
    };

    private static IEnumerable<(EntityRef Entity, string CSharp, Origin Origin)> Declared(PolicyModel model)
    {
        foreach (var declaration in model.Declarations.Where(d => d is not ForeignRules))
        {
            if (declaration.Entity.Kind == EntityKind.ClassPermission)
            {
                foreach (var member in ((ClassMapDeclaration)declaration).Members)
                {
                    yield return (new EntityRef(EntityKind.ClassPermission, member.Name), declaration.CSharpName, member.Origin);
                }

                continue;
            }

            yield return (declaration.Entity, declaration.CSharpName, declaration.Origin);
            foreach (var alias in declaration.Rules.OfType<AliasRule>())
            {
                yield return (new EntityRef(EntityKind.Type, alias.Name), $"the alias of {declaration.CSharpName}", alias.Origin);
            }
        }
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
