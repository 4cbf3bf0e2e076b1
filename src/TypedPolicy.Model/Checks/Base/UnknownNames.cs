using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// TP7003: a name that neither this policy, a referenced one nor the base declares: the policy does not link. TP1012: one in an optional
/// block that is nearly a name of the base: the block is left out silently. Where not all names of the base are known, a warning, of a slip of the finger in one that is. What an interface
/// of the base names in an optional block, of modules that need not be there, its caller did not misspell; nor is a name misspelt that interfaces of the
/// base speak of, though the installed policy lacks it.
/// </summary>
internal static class UnknownNames
{
    private static readonly HashSet<EntityKind> Kinds =
        [EntityKind.Type, EntityKind.TypeAttribute, EntityKind.Role, EntityKind.RoleAttribute, EntityKind.User, EntityKind.Boolean, EntityKind.Tunable];

    // A base has thousands of names: container_runtime_t is not a misspelt courier_runtime_t.
    private const int SlipOfTheHand = 2;

    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var isComplete = policy.Base.IsComplete;
        var declared = new HashSet<(EntityKind, string)>(policy.Model.Declarations.Where(d => d is not ForeignRules).Select(d => (d.Entity.Kind, d.Entity.Name)));
        declared.UnionWith(policy.Model.Upstream.Select(u => (u.Kind, u.Name)));

        // An interface that is given several types may make a set of them.
        declared.UnionWith(policy.Rules.Select(v => v.Rule).OfType<TypeSetRule>().Select(s => (s.Attribute.Kind, s.Attribute.Name)));
        var aliases = new HashSet<string>(policy.Rules.Select(v => v.Rule).OfType<AliasRule>().Select(a => a.Name), StringComparer.Ordinal);
        var reported = new HashSet<(Origin, string)>();
        var missing = new List<(EntityRef Entity, Spot Spot, string? Near)>();
        var nearest = new Dictionary<EntityRef, string?>();
        foreach (var visit in policy.Rules)
        {
            foreach (var (entity, spot) in UsedNames.Of(visit))
            {
                if (!Kinds.Contains(entity.Kind) || declared.Contains((entity.Kind, entity.Name)) || aliases.Contains(entity.Name)
                    || policy.Types.IsInCil(entity.Name) || policy.Base.Find(entity) is not null || (visit.Optional is not null && IsOfBase(entity, visit.OfBase, policy.Base)) || spot.Origin.Index < 0 || !reported.Add((spot.Origin, entity.Name)))
                {
                    continue;
                }

                if (!isComplete)
                {
                    if (Slip(entity, declared, policy.Base) is { } meant)
                    {
                        yield return new Finding(
                            (visit.Optional is null ? RuleCatalogue.UndeclaredName.Slip : RuleCatalogue.MisspeltNameInOptional.Slip).With(entity.Describe(), meant),
                            spot,
                            EquatableArray<Origin>.Empty)
                        {
                            Severity = RuleSeverity.Warning,
                            Remedy = new CorrectName(entity.Name, meant),
                        };
                    }

                    continue;
                }

                // Thousands of names are looked at, and what is in an optional block of one class is often in that of many.
                if (!nearest.TryGetValue(entity, out var near))
                {
                    near = Similar.To(entity.Name, policy.Base.NamesLike(entity).Concat(declared.Where(d => d.Item1 == entity.Kind).Select(d => d.Item2)), SlipOfTheHand);
                    nearest.Add(entity, near);
                }

                if (visit.Optional is null)
                {
                    missing.Add((entity, spot, near));
                }
                else if (near is not null)
                {
                    yield return new Finding(RuleCatalogue.MisspeltNameInOptional.InBlock.With(entity.Describe(), near), spot, EquatableArray<Origin>.Empty) { Remedy = new CorrectName(entity.Name, near) };
                }
            }
        }

        foreach (var finding in Missing(missing, policy.Base))
        {
            yield return finding;
        }
    }

    /// <summary>Once for each cause: a name where it is used first, with the other places beside; names that one thing uses first, such as a call for which the base lacks a module, together.</summary>
    private static IEnumerable<Finding> Missing(List<(EntityRef Entity, Spot Spot, string? Near)> missing, BaseKnowledge known) => missing
        .GroupBy(m => m.Entity)
        .GroupBy(uses => (uses.First().Spot, Alone: uses.First().Near is null ? null : uses.Key.Name))
        .Select(cause =>
        {
            var (entity, spot, near) = cause.First().First();
            var names = cause.Count() == 1 ? entity.Describe() : Listed.Names(cause.Select(uses => uses.Key.Name));
            var related = new EquatableArray<Origin>([.. cause.SelectMany(uses => uses).Select(m => m.Spot.Origin).Where(o => o != spot.Origin).Distinct()]);
            return new Finding(
                near is null
                    ? RuleCatalogue.UndeclaredName.NotFound.With(names, known.Name, cause.Count() == 1 ? "it" : "them")
                    : RuleCatalogue.UndeclaredName.Misspelt.With(names, known.Name, near),
                spot,
                related)
            {
                Remedy = near is null ? null : new CorrectName(entity.Name, near),
            };
        });

    /// <summary>The name that a type or an attribute is surely meant for, where few of a base's names are known.</summary>
    private static string? Slip(EntityRef entity, HashSet<(EntityKind Kind, string Name)> declared, BaseKnowledge known) =>
        entity.Kind is not (EntityKind.Type or EntityKind.TypeAttribute) || known.FamiliarNames.Contains(entity.Name) ? null
            : known.FamiliarNames.Concat(declared.Where(d => d.Kind == entity.Kind).Select(d => d.Name)).Where(name => Similar.IsSlip(entity.Name, name)).OrderBy(name => name, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Whether the base names it: in an interface, whose call was not given it, or in what its interfaces give.</summary>
    private static bool IsOfBase(EntityRef entity, InterfaceCall? call, BaseKnowledge known) =>
        (call is not null && call.Subject != entity && !call.Arguments.Any(a => a.Entity == entity)) || known.GrantsOn(entity.Name).Any();
}
