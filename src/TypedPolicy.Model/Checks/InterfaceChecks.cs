using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks;

/// <summary>TP0006: an interface that applies itself, through whatever others. TP0008: interfaces that stand for more rules than any policy has.</summary>
internal static class InterfaceChecks
{
    public static IEnumerable<Finding> Run(PolicyModel model, InterfaceTable interfaces)
    {
        foreach (var finding in Grown(model, interfaces))
        {
            yield return finding;
        }

        foreach (var declaration in model.Declarations.OfType<InterfaceDeclaration>())
        {
            if (interfaces.AppliesItself(declaration))
            {
                yield return new Finding(RuleCatalogue.InterfaceNotExpressible.AppliesItself.With(declaration.CSharpName), declaration.Origin);
            }

            foreach (var finding in Misused(declaration, declaration.Rules))
            {
                yield return finding;
            }
        }
    }

    /// <summary>An interface of the policy that is the first to be too large, a call of a foreign one that is, and the call with which all are too many.</summary>
    private static IEnumerable<Finding> Grown(PolicyModel model, InterfaceTable interfaces)
    {
        var growth = interfaces.Growth;
        foreach (var declaration in model.Declarations)
        {
            var called = InterfaceGrowth.Calls(declaration.Rules).Select(c => (Call: c, Interface: interfaces.Find(c.Interface))).Where(c => c.Interface is not null).ToArray();
            if (declaration is InterfaceDeclaration own)
            {
                if (growth.IsTooLarge(own) && !called.Any(c => growth.IsTooLarge(c.Interface!)))
                {
                    yield return TooLarge(own, own.Origin);
                }
                else if (growth.IsTooDeep(own) && !called.Any(c => growth.IsTooDeep(c.Interface!)))
                {
                    yield return TooDeep(own, own.Origin);
                }
            }

            foreach (var (call, imported) in called.Where(c => c.Interface!.IsImported))
            {
                if (growth.IsTooLarge(imported!))
                {
                    yield return TooLarge(imported!, call.Origin);
                }
                else if (growth.IsTooDeep(imported!))
                {
                    yield return TooDeep(imported!, call.Origin);
                }
            }
        }

        if (interfaces.Growth.Excess is { } excess)
        {
            yield return new Finding(RuleCatalogue.EndlessExpansion.PolicyTooLarge.With(InterfaceGrowth.MaxRulesOfPolicy), excess.Origin);
        }

        static Finding TooDeep(InterfaceDeclaration declaration, Origin origin) =>
            new(RuleCatalogue.EndlessExpansion.TooDeep.With(declaration.CSharpName, InterfaceGrowth.MaxDepth), origin);

        static Finding TooLarge(InterfaceDeclaration declaration, Origin origin) =>
            new(RuleCatalogue.EndlessExpansion.TooLarge.With(declaration.CSharpName, InterfaceGrowth.MaxRules), origin);
    }

    /// <summary>Placeholders of parameters that the interface lacks, or that are of another kind.</summary>
    private static IEnumerable<Finding> Misused(InterfaceDeclaration declaration, IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            if (rule is Block block)
            {
                foreach (var finding in Misused(declaration, block.Rules))
                {
                    yield return finding;
                }
            }

            foreach (var (name, kind) in Placeholders(rule).Distinct())
            {
                var parameter = declaration.Parameters.FirstOrDefault(p => p.Name == name);
                if (parameter.Name is null)
                {
                    yield return new Finding(RuleCatalogue.InterfaceNotExpressible.MissingParameter.With(declaration.CSharpName, Words(name)), rule.Origin);
                }
                else if (kind is { } used && used != parameter.Kind)
                {
                    yield return new Finding(RuleCatalogue.InterfaceNotExpressible.ParameterKind.With(Words(name), declaration.CSharpName, Words(parameter.Kind), Words(used)), rule.Origin);
                }
            }
        }
    }

    private static IEnumerable<(string Name, ParameterKind? Kind)> Placeholders(Rule rule)
    {
        var places = rule.Operands().Select(p => p.Entity);
        var entities = (rule is InterfaceCall call ? call.Arguments.Select(a => a.Entity).OfType<EntityRef>() : places).SelectMany(Placeholder);
        return rule switch
        {
            AccessRule r => entities.Concat(Placeholder(r.Permissions)),
            TypeRule { FileName: { IsParameter: true } word } => entities.Append((word.Text, ParameterKind.Name)),
            Block r => r.Conditions.SelectMany(c => Placeholder(c.Subject)),
            InterfaceCall r => entities
                .Concat(r.Arguments.Where(a => a.Text is { IsParameter: true }).Select(a => (a.Text!.Value.Text, (ParameterKind?)ParameterKind.Name)))
                .Concat(r.Arguments.SelectMany(a => a.Permissions).SelectMany(Placeholder)),
            _ => entities,
        };
    }

    private static IEnumerable<(string Name, ParameterKind? Kind)> Placeholder(EntityRef entity) => entity.Kind switch
    {
        EntityKind.Argument when entity != EntityRef.Subject => [(entity.Name, null)],
        EntityKind.Parameter => [(entity.Name, ParameterKind.Class)],
        _ => [],
    };

    private static IEnumerable<(string Name, ParameterKind? Kind)> Placeholder(PermissionSet set) =>
        set.Class.Kind == EntityKind.Parameter && set.Names.Count == 0 ? [(set.Class.Name, ParameterKind.Permissions)] : [];

    private static string Words(string placeholder) =>
        placeholder.StartsWith("arg", StringComparison.Ordinal) ? $"type argument {placeholder.Substring(3)}" : $"constructor parameter {placeholder.Substring(5)}";

    private static string Words(ParameterKind kind) => kind switch
    {
        ParameterKind.Name => "a file name (string)",
        ParameterKind.Class => "an object class (Type)",
        ParameterKind.Permissions => "permissions (object, params object[] or a permission enum)",
        _ => "a type argument",
    };
}
