using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP7001: access to a type of the base that an interface of the base gives: the interface goes on being right when the base changes.</summary>
internal static class AccessOfInterfaces
{
    /// <summary>More than this beside what is asked for is no answer any more.</summary>
    private const int MostExtra = 12;

    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var attributes = policy.Rules
            .Where(v => v is { Through: null, Rule: AccessRule { Kind: AccessKind.Allow, Origin.Index: >= 0, Permissions.IsNamed: false } access }
                && policy.Types.Type(access.Source.Name) is not null && policy.Types.Type(access.Target.Name) is null)
            .GroupBy(v => v.Rule.Origin, v => (AccessRule)v.Rule);
        foreach (var attribute in attributes)
        {
            var asked = attribute.ToArray();
            if (asked.All(a => a.Target == asked[0].Target && a.Source == asked[0].Source && !a.Permissions.Names.Contains("all"))
                && Best(asked, policy.Base) is var (answer, extra))
            {
                yield return new Finding(
                    RuleId.TP7001,
                    attribute.Key,
                    $"The interface {answer.Name} gives this{(extra == 0 ? "" : $", with {extra} permission{(extra == 1 ? "" : "s")} more")}: {(answer.Summary.Length == 0 ? "" : answer.Summary.TrimEnd('.') + ". ")}Write [{answer.CSharpName}].")
                {
                    Instead = answer.CSharpName,
                };
            }
        }
    }

    /// <summary>The interface that gives all of it and the least beside; of several, the first by name.</summary>
    private static (IndexedInterface Interface, int Extra)? Best(AccessRule[] asked, BaseKnowledge known)
    {
        (IndexedInterface Interface, int Extra)? best = null;
        var wanted = asked.Sum(a => a.Permissions.Names.Count);
        var answers = known.GrantsOn(asked[0].Target.Name)
            .GroupBy(g => g.Interface, StringComparer.Ordinal)
            .Where(grants => asked.All(a => a.Permissions.Names.All(p => grants.Any(g => g.Class == a.Permissions.Class.Name && g.Permissions.Contains(p)))))
            .OrderBy(grants => grants.Key, StringComparer.Ordinal);
        foreach (var grants in answers)
        {
            if (known.Interface(grants.Key) is { Parameters.IsEmpty: true } found
                && (found.Flags & (InterfaceFlags.Deprecated | InterfaceFlags.Template | InterfaceFlags.NeedsConcreteType)) == 0
                && known.GrantsOf(grants.Key).Sum(g => g.Permissions.Length) - wanted is var extra
                && extra <= MostExtra
                && (best is null || extra < best.Value.Extra))
            {
                best = (found, extra);
            }
        }

        return best;
    }
}
