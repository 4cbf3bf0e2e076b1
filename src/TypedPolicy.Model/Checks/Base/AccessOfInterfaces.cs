using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP7001: access to a type of the base that an interface of the base gives: the interface goes on being right when the base changes.</summary>
internal static class AccessOfInterfaces
{
    private const int MaxShown = 4;

    /// <summary>What an interface does beyond what an index has on it, or where it may not be, cannot be weighed.</summary>
    private const InterfaceFlags NoAnswer = InterfaceFlags.Deprecated | InterfaceFlags.Template | InterfaceFlags.NeedsConcreteType | InterfaceFlags.DoesMore;

    /// <summary>Looks at what is allowed.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="guarded">What TP5006 reports: it names an interface that lets its carrier past the guard, and another would bring that back.</param>
    public static IEnumerable<Finding> Run(ReviewedPolicy policy, IEnumerable<Finding> guarded)
    {
        var answered = new HashSet<Origin>(guarded.Select(f => f.Spot.Origin));

        // A rule on the type itself, by its name or by Self, is about nothing of the base.
        var attributes = policy.Rules
            .Where(v => v is { Through: null, Rule: AccessRule { Kind: AccessKind.Allow, Origin.Index: >= 0, Permissions.IsNamed: false, Target.Kind: EntityKind.Type or EntityKind.TypeAttribute } access }
                && access.Target != access.Source
                && !policy.Declared.Contains(access.Origin)
                && !answered.Contains(access.Origin)
                && !IsOfEveryBase(access.Target)
                && policy.Types.Type(access.Source.Name) is not null && policy.Types.Type(access.Target.Name) is null && policy.Types.Attribute(access.Target.Name) is null)
            .GroupBy(v => v.Rule.Origin, v => (v.Conditions, Rule: (AccessRule)v.Rule));
        var always = new Lazy<ILookup<string, AccessRule>>(() => policy.Rules
            .Where(v => v is { Conditions.IsEmpty: true, Optional: null, Rule: AccessRule { Kind: AccessKind.Allow, Permissions.IsNamed: false } })
            .Select(v => (AccessRule)v.Rule)
            .ToLookup(a => a.Source.Name, StringComparer.Ordinal));
        var answers = new Dictionary<string, ImmutableArray<IndexedInterface>>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            var asked = attribute.Select(a => a.Rule).ToArray();
            if (asked.All(a => a.Target == asked[0].Target && a.Source == asked[0].Source)
                && Answers(asked, answers, policy.Base) is { IsEmpty: false } all
                && Best(all, asked, attribute.First().Conditions.IsEmpty, always.Value[asked[0].Source.Name], policy.Base) is var (answer, extra))
            {
                yield return new Finding(
                    RuleCatalogue.RawRuleInsteadOfInterface.InterfaceExists.With(answer.Name, Describe(extra, asked[0].Target.Name), answer.Summary.Length == 0 ? ". " : $": {answer.Summary.TrimEnd('.')}. ", answer.CSharpName),
                    attribute.Key)
                {
                    Remedy = new WriteInterfaces(EquatableArray.Of(answer.CSharpName)),
                };
            }
        }
    }

    /// <summary>An attribute that all bases share, such as <c>port_type</c>, changes as little as an interface does.</summary>
    private static bool IsOfEveryBase(EntityRef target) => target.Kind == EntityKind.TypeAttribute && BaseKnowledge.Small.Find(target) is { Kind: EntityKind.TypeAttribute };

    /// <summary>The interface that gives all of it and the least beside, of what the policy does not give anyway; of several, the first by name.</summary>
    private static (IndexedInterface Interface, ImmutableArray<Access> Extra)? Best(ImmutableArray<IndexedInterface> answers, AccessRule[] asked, bool isUnconditional, IEnumerable<AccessRule> always, BaseKnowledge known)
    {
        (IndexedInterface Interface, ImmutableArray<Access> Extra)? best = null;
        var given = new HashSet<Access>(asked.Concat(always).SelectMany(a => Access.AllOf(a, known)));
        foreach (var found in answers)
        {
            // Some give thousands: to look at one too many is enough.
            if ((isUnconditional || (found.Flags & InterfaceFlags.CallableInIf) != 0)
                && known.GrantsOf(found.Name).SelectMany(g => Access.AllOf(g, known)).Where(a => !given.Contains(a)).Take(InterfaceWeight.MaxExtra + 1).ToImmutableArray() is { Length: <= InterfaceWeight.MaxExtra } extra
                && (best is null || extra.Length < best.Value.Extra.Length))
            {
                best = (found, extra);
            }
        }

        return best;
    }

    /// <summary>The interfaces that give all of it, by name. The classes of a policy ask for the same again and again, so each question is answered once.</summary>
    private static ImmutableArray<IndexedInterface> Answers(AccessRule[] asked, Dictionary<string, ImmutableArray<IndexedInterface>> answers, BaseKnowledge known)
    {
        var target = asked[0].Target.Name;
        var question = string.Join("\n", asked.Select(a => $"{a.Permissions.Class.Name} {string.Join(" ", a.Permissions.Names)}").Prepend(target));
        if (!answers.TryGetValue(question, out var found))
        {
            found =
            [
                .. known.GrantsOn(target)
                    .GroupBy(g => g.Interface, StringComparer.Ordinal)
                    .Select(grants => (Grants: grants, Interface: known.Interface(grants.Key)))
                    .Where(answer => answer.Interface is { Parameters.IsEmpty: true, CSharpName.Length: > 0 } one && (one.Flags & NoAnswer) == 0 && asked.All(a => InterfaceWeight.IsGiven(a, answer.Grants, known)))
                    .Select(answer => answer.Interface!)
                    .OrderBy(answer => answer.Name, StringComparer.Ordinal),
            ];
            answers.Add(question, found);
        }

        return found;
    }

    /// <summary>What an interface gives beside: what changes something first.</summary>
    private static string Describe(ImmutableArray<Access> extra, string target)
    {
        if (extra.IsEmpty)
        {
            return "";
        }

        var shown = extra
            .OrderBy(a => a.Reads).ThenBy(a => a.Target == target ? "" : a.Target, StringComparer.Ordinal).ThenBy(a => a.Class, StringComparer.Ordinal).ThenBy(a => a.Permission, StringComparer.Ordinal)
            .Take(MaxShown)
            .Select(a => $"{a.Class} {(a.Permission == Access.Every ? "everything" : a.Permission)}{(a.Target == target ? "" : $" on {a.Target}")}");
        return $", and {extra.Length} more permission{(extra.Length == 1 ? "" : "s")} ({string.Join(", ", shown)}{(extra.Length > MaxShown ? ", …" : "")})";
    }
}
