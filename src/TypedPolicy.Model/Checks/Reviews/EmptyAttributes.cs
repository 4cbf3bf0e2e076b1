using System.Collections.Immutable;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks.Reviews;

/// <summary>TP1010: an attribute that rules use, that nobody is a member of, and that nobody else can join. secilc takes such rules and drops them.</summary>
internal static class EmptyAttributes
{
    public static IEnumerable<Finding> Run(PolicyModel model, ImmutableArray<RuleVisit> rules, KnownTypes types)
    {
        var empty = model.Declarations
            .OfType<AttributeDeclaration>()
            .Where(a => a.Entity.Kind == EntityKind.TypeAttribute && a.Origin.Index >= 0 && !CanHold(a, types, []))
            .ToDictionary(a => a.Entity.Name, StringComparer.Ordinal);
        if (empty.Count == 0)
        {
            yield break;
        }

        // In an interface, too, a parameter that is put into it is a member.
        var joined = new HashSet<string>(rules.Select(v => v.Rule).OfType<MembershipRule>().Where(m => m.Member.Kind is not EntityKind.TypeAttribute).Select(m => m.Attribute.Name), StringComparer.Ordinal);
        var uses = rules
            .Where(v => v.Rule is not MembershipRule)
            .SelectMany(v => v.Rule.Operands().Select(place => (place.Entity.Name, v.Rule.Origin)))
            .Where(use => use.Origin.Index >= 0 && empty.ContainsKey(use.Name))
            .ToLookup(use => use.Name, use => use.Origin, StringComparer.Ordinal);
        foreach (var attribute in empty.Values.Where(a => !joined.Contains(a.Entity.Name) && uses.Contains(a.Entity.Name)))
        {
            yield return new Finding(
                RuleCatalogue.AttributeWithoutMembers.Empty.With(attribute.Entity.Name, attribute.CSharpName.Split('.').Last()),
                new Spot(attribute.Origin),
                EquatableArray.From(uses[attribute.Entity.Name].Distinct().OrderBy(o => o.Index)));
        }
    }

    /// <summary>Whether a type may be in it: one of this policy, of anyone who may join it, or of an attribute whose members are not known here.</summary>
    private static bool CanHold(AttributeDeclaration attribute, KnownTypes types, ImmutableHashSet<string> around) =>
        attribute.IsOpen
        || types.IsInCil(attribute.Entity.Name)
        || types.Of(attribute.Entity).Count > 0
        || attribute.Set is { All: true }
        || types.NamedMembersOf(attribute.Entity.Name)
            .Concat(attribute.Set?.Included.Select(e => e.Name) ?? [])
            .Where(name => !around.Contains(name))
            .Any(name => types.Attribute(name) is not { } inner || CanHold(inner, types, around.Add(attribute.Entity.Name)));
}
