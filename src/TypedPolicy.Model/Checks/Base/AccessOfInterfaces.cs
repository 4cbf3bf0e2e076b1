using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP7001: access to a type of the base that an interface of the base gives: the interface goes on being right when the base changes.</summary>
internal static class AccessOfInterfaces
{
    /// <summary>More than this beside what is asked for is no answer any more.</summary>
    public const int MaxExtra = 12;

    private const int MaxShown = 4;
    private const string Every = "*";

    /// <summary>What an interface does beyond what an index says of it, or where it may not stand, cannot be weighed.</summary>
    private const InterfaceFlags NoAnswer = InterfaceFlags.Deprecated | InterfaceFlags.Template | InterfaceFlags.NeedsConcreteType | InterfaceFlags.DoesMore;

    /// <summary>Looks at what is allowed.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="guarded">What TP5006 says: it names an interface that lets its carrier past the guard, and another would bring that back.</param>
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
                    DiagnosticId.RawRuleInsteadOfInterface,
                    attribute.Key,
                    $"The interface {answer.Name} gives this{Describe(extra, asked[0].Target.Name)}{(answer.Summary.Length == 0 ? ". " : $": {answer.Summary.TrimEnd('.')}. ")}Write [{answer.CSharpName}].")
                {
                    Instead = answer.CSharpName,
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
        var given = new HashSet<Access>(asked.Concat(always).SelectMany(a => AllOf(a, known)));
        foreach (var found in answers)
        {
            // Some give thousands: to look at one too many is enough.
            if ((isUnconditional || (found.Flags & InterfaceFlags.CallableInIf) != 0)
                && known.GrantsOf(found.Name).SelectMany(g => AllOf(g, known)).Where(a => !given.Contains(a)).Take(MaxExtra + 1).ToImmutableArray() is { Length: <= MaxExtra } extra
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
                    .Where(answer => answer.Interface is { Parameters.IsEmpty: true, CSharpName.Length: > 0 } one && (one.Flags & NoAnswer) == 0 && asked.All(a => IsGiven(a, answer.Grants, known)))
                    .Select(answer => answer.Interface!)
                    .OrderBy(answer => answer.Name, StringComparer.Ordinal),
            ];
            answers.Add(question, found);
        }

        return found;
    }

    /// <summary>Whether an interface gives all that rules say of a target, and how much beside that.</summary>
    public static (bool IsAll, int Extra) Weigh(IndexedInterface answer, IReadOnlyCollection<AccessRule> asked, BaseKnowledge known)
    {
        var given = new HashSet<Access>(asked.SelectMany(a => AllOf(a, known)));
        var grants = known.GrantsOf(answer.Name).ToArray();
        return (
            asked.All(a => IsGiven(a, grants.Where(g => g.Target == (a.Target == a.Source ? EntityRef.Self.Name : a.Target.Name)), known)),
            grants.SelectMany(g => AllOf(g, known)).Distinct().Count(a => !given.Contains(a)));
    }

    /// <summary>What an interface gives beside permissions on a target: how much that does more than look, and how much in all. Past one more than <see cref="MaxExtra"/> nothing is counted.</summary>
    public static (int Changing, int All) Beside(IndexedInterface answer, string target, string @class, IEnumerable<string> permissions, BaseKnowledge known)
    {
        var asked = new HashSet<Access>(AllOf(target, @class, permissions, known));
        var beside = known.GrantsOf(answer.Name).SelectMany(g => AllOf(g, known)).Where(a => !asked.Contains(a)).Distinct().Take(MaxExtra + 1).ToArray();
        return (beside.Count(a => !a.Reads), beside.Length);
    }

    /// <summary>Whether an interface's grants on the target hold all that a rule says.</summary>
    private static bool IsGiven(AccessRule asked, IEnumerable<IndexedGrant> grants, BaseKnowledge known)
    {
        var of = grants.Where(g => g.Class == asked.Permissions.Class.Name).SelectMany(g => g.Permissions).ToArray();
        if (of.Contains(Every))
        {
            return true;
        }

        var all = known.PermissionsOf(asked.Permissions.Class.Name);
        return asked.Permissions.Names.Contains("all") ? !all.IsEmpty && all.All(of.Contains) : asked.Permissions.Names.All(of.Contains);
    }

    private static IEnumerable<Access> AllOf(AccessRule rule, BaseKnowledge known) =>
        AllOf(rule.Target == rule.Source ? EntityRef.Self.Name : rule.Target.Name, rule.Permissions.Class.Name, rule.Permissions.Names.Contains("all") ? [Every] : rule.Permissions.Names, known);

    private static IEnumerable<Access> AllOf(IndexedGrant grant, BaseKnowledge known) => AllOf(grant.Target, grant.Class, grant.Permissions, known);

    /// <summary>Each permission apart. All of a class whose permissions are not known stay one.</summary>
    private static IEnumerable<Access> AllOf(string target, string @class, IEnumerable<string> permissions, BaseKnowledge known) =>
        permissions.SelectMany(p => p == Every && !known.PermissionsOf(@class).IsEmpty ? known.PermissionsOf(@class) : [p]).Select(p => new Access(target, @class, p));

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
            .Select(a => $"{a.Class} {(a.Permission == Every ? "everything" : a.Permission)}{(a.Target == target ? "" : $" on {a.Target}")}");
        return $", with {extra.Length} permission{(extra.Length == 1 ? "" : "s")} more ({string.Join(", ", shown)}{(extra.Length > MaxShown ? ", …" : "")})";
    }

    /// <summary>One permission on one target.</summary>
    private readonly record struct Access(string Target, string Class, string Permission)
    {
        private static readonly HashSet<string> Reading = new(["getattr", "ioctl", "list", "lock", "map", "open", "read", "search", "use"], StringComparer.Ordinal);

        /// <summary>Whether it looks only.</summary>
        public bool Reads => Reading.Contains(Permission);
    }
}
