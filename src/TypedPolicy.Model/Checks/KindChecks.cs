using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks;

/// <summary>TP0004, TP0005, TP1005, TP1006, TP4014: each place of a rule takes names of a certain kind.</summary>
internal static class KindChecks
{
    public static IEnumerable<Finding> Run(PolicyModel model, ImmutableArray<RuleVisit> rules)
    {
        var domains = new HashSet<string>(
            model.Declarations.OfType<TypeDeclaration>().Where(d => d.Kind == TypeKind.Domain).Select(d => d.Entity.Name),
            StringComparer.Ordinal);
        foreach (var visit in rules)
        {
            foreach (var (entity, expected, role) in visit.Rule.Operands())
            {
                // An argument that declares nothing is reported once, at the call.
                if (!(entity.Kind == EntityKind.None && visit.Through is not null) && Check(entity, expected, role, domains) is { } wrong)
                {
                    var through = visit.Through is null ? "" : $" (through the interface {visit.Through.Interface})";
                    yield return new Finding(wrong.Then(through), visit.Rule.Origin) { Remedy = wrong.Rule == DiagnosticId.AttributeInsteadOfType ? new WriteMember(entity.Name) : null };
                }
            }

            if (visit is { Rule: InterfaceCall call, Through: null })
            {
                foreach (var nothing in call.Arguments.Select(a => a.Entity).Append(call.Base is { SpeaksOfCarrier: false } ? null : call.Subject).OfType<EntityRef>().Where(e => e.Kind == EntityKind.None).Distinct())
                {
                    yield return new Finding(Check(nothing, Expected.Types, "an argument of an interface", domains)!.Value, call.Origin);
                }
            }
        }

        foreach (var (condition, place) in model.Declarations.SelectMany(d => d.Rules).Concat(model.Rules).SelectMany(Conditions))
        {
            if (Check(condition.Subject, Expected.Condition, "the condition", domains) is { } wrong)
            {
                yield return new Finding(wrong, place);
            }
        }

        foreach (var declaration in model.Declarations)
        {
            foreach (var (entity, expected, role) in declaration.Operands())
            {
                if (Check(entity, expected, role, domains) is { } wrong)
                {
                    yield return new Finding(wrong, declaration.Origin) { Remedy = wrong.Rule == DiagnosticId.AttributeInsteadOfType ? new WriteMember(entity.Name) : null };
                }
            }
        }
    }

    /// <summary>The conditions of a block and of those in it, and the attributes that say them.</summary>
    private static IEnumerable<(Condition Condition, Origin Place)> Conditions(Rule rule) => rule is not Block block ? []
        : block.Conditions.Select((c, i) => (c, i < block.ConditionPlaces.Count ? block.ConditionPlaces[i] : block.Origin)).Concat(block.Rules.SelectMany(Conditions));

    private static RuleText? Check(EntityRef entity, Expected expected, string place, HashSet<string> domains)
    {
        if (entity.Kind == EntityKind.None)
        {
            return (entity.Misplaced switch
            {
                Misplacement.OpenTemplate => RuleCatalogue.ClassDeclaresNothing.OpenTemplate,
                Misplacement.OutsideInterface => RuleCatalogue.ClassDeclaresNothing.OutsideInterface,
                Misplacement.NoOwner => RuleCatalogue.ClassDeclaresNothing.NoOwner,
                _ => RuleCatalogue.ClassDeclaresNothing.NoKind,
            }).With(entity.Name, place);
        }

        if (entity.Kind == EntityKind.Argument || Fits(entity, expected))
        {
            return expected == Expected.LabelType && domains.Contains(entity.Name)
                ? RuleCatalogue.LabelIsDomainOrAttribute.Domain.With(entity.Name)
                : null;
        }

        return (entity.Kind, expected) switch
        {
            (EntityKind.TypeAttribute, Expected.LabelType) =>
                RuleCatalogue.LabelIsDomainOrAttribute.Attribute.With(entity.Name),
            (EntityKind.TypeAttribute, Expected.OneType) =>
                RuleCatalogue.AttributeInsteadOfType.Attribute.With(entity.Name, place),
            (EntityKind.RoleAttribute, Expected.OneRole) =>
                RuleCatalogue.AttributeInsteadOfType.RoleAttribute.With(entity.Name, place),
            (EntityKind.Type, Expected.TypeAttribute) =>
                RuleCatalogue.TypeInsteadOfAttribute.Type.With(entity.Name, place),
            _ => RuleCatalogue.WrongKindOfName.OtherKind.With(Capital(entity.Describe()), place, Words(expected)),
        };
    }

    private static bool Fits(EntityRef entity, Expected expected) => expected switch
    {
        Expected.Types => entity.IsTypes,
        Expected.TypesOrSelf => entity.IsTypes || entity.Kind == EntityKind.Self,
        Expected.OneType or Expected.LabelType => entity.IsOneType,
        Expected.TypeAttribute => entity.Kind == EntityKind.TypeAttribute,
        Expected.Roles => entity.IsRoles,
        Expected.OneRole => entity.IsOneRole,
        Expected.RoleAttribute => entity.Kind == EntityKind.RoleAttribute,
        Expected.User => entity.Kind == EntityKind.User,
        Expected.Class => entity.IsClass,
        Expected.ClassOrMap => entity.IsClass || entity.Kind == EntityKind.ClassMap,
        _ => entity.Kind is EntityKind.Boolean or EntityKind.Tunable,
    };

    private static string Words(Expected expected) => expected switch
    {
        Expected.Types => "a type or an attribute",
        Expected.TypesOrSelf => "a type, an attribute or Self",
        Expected.OneType or Expected.LabelType => "a type",
        Expected.TypeAttribute => "an attribute",
        Expected.Roles => "a role or a role attribute",
        Expected.OneRole => "a role",
        Expected.RoleAttribute => "a role attribute",
        Expected.User => "a user",
        Expected.Class => "an object class, named by its permissions (FilePerms)",
        Expected.ClassOrMap => "an object class or a class map",
        _ => "a boolean or a tunable",
    };

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
