using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Security;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks;

/// <summary>
/// TP2009: what an allow rule of the policy gives and a neverallow of the policy forbids, for types that the policy itself puts where both
/// meet. What the base policy forbids, or who of it is in an attribute, is known when the policy is linked.
/// </summary>
internal static class NeverAllowChecks
{
    public static IEnumerable<Finding> Run(PolicyAnalysis policy)
    {
        var applied = policy.Applied;
        var forbidden = applied.OfType<AccessRule>().Where(r => r.Kind == AccessKind.NeverAllow && IsKnown(r)).Distinct().ToArray();
        var forbiddenRequests = applied.OfType<IoctlRule>().Where(r => r.Kind == AccessKind.NeverAllow).Distinct().ToArray();
        if (forbidden.Length + forbiddenRequests.Length == 0)
        {
            yield break;
        }

        var types = policy.Types;
        var forbiddenBySource = BySource(forbidden, r => (r.Permissions.Class, r.Source), types);
        var requestsBySource = BySource(forbiddenRequests, r => (r.Class, r.Source), types);
        var reported = new HashSet<(Origin, Origin)>();
        foreach (var rule in applied.SelectMany(DomainTransitions.Parts))
        {
            if (rule is AccessRule { Kind: AccessKind.Allow } access && IsKnown(access))
            {
                foreach (var never in Candidates(access.Permissions.Class, access.Source, forbiddenBySource, types))
                {
                    if (Common(access.Permissions, never.Permissions) is { } permission
                        && Meet(access.Source, access.Target, never.Source, never.Target, types) is { } pair
                        && reported.Add((access.Origin, never.Origin)))
                    {
                        yield return Violation(access.Origin, never.Origin, $"{pair.Source} {permission} on {pair.Target} ({access.Permissions.Class.Name})");
                    }
                }
            }
            else if (rule is IoctlRule { Kind: AccessKind.Allow } requests)
            {
                foreach (var never in Candidates(requests.Class, requests.Source, requestsBySource, types))
                {
                    // Without ioctl itself the requests are as good as not there, and secilc passes over them.
                    if (Common(requests.Requests, never.Requests) is { } range
                        && Meet(requests.Source, requests.Target, never.Source, never.Target, types) is { } pair
                        && policy.Access.MayAllow(pair.Source, pair.Target, requests.Class.Name, "ioctl")
                        && reported.Add((requests.Origin, never.Origin)))
                    {
                        yield return Violation(requests.Origin, never.Origin, $"{pair.Source} the ioctl {range} on {pair.Target} ({requests.Class.Name})");
                    }
                }
            }
        }
    }

    /// <summary>The neverallow rules about a class and a source, in their order: to try each with each allow rule would take the square of the policy.</summary>
    private static Dictionary<(EntityRef Class, string Source), List<(int Number, T Rule)>> BySource<T>(T[] forbidden, Func<T, (EntityRef Class, EntityRef Source)> about, KnownTypes types)
    {
        var bySource = new Dictionary<(EntityRef Class, string Source), List<(int Number, T Rule)>>();
        for (var i = 0; i < forbidden.Length; i++)
        {
            var (@class, sources) = about(forbidden[i]);
            foreach (var source in types.Of(sources))
            {
                if (!bySource.TryGetValue((@class, source), out var rules))
                {
                    bySource.Add((@class, source), rules = []);
                }

                rules.Add((i, forbidden[i]));
            }
        }

        return bySource;
    }

    /// <summary>The neverallow rules that are about a class and one of the sources of an allow rule, in their order.</summary>
    private static IEnumerable<T> Candidates<T>(EntityRef @class, EntityRef source, Dictionary<(EntityRef Class, string Source), List<(int Number, T Rule)>> bySource, KnownTypes types)
    {
        if (source.Kind == EntityKind.Type)
        {
            return bySource.TryGetValue((@class, source.Name), out var rules) ? rules.Select(r => r.Rule) : [];
        }

        return types.Of(source)
            .SelectMany(type => bySource.TryGetValue((@class, type), out var rules) ? rules : [])
            .GroupBy(r => r.Number)
            .OrderBy(same => same.Key)
            .Select(same => same.First().Rule);
    }

    private static Finding Violation(Origin allow, Origin never, string access) => new(
        RuleCatalogue.NeverAllowViolated.Forbidden.With(access),
        new Spot(allow.Index >= 0 ? allow : never),
        EquatableArray.Of(allow.Index >= 0 ? never : allow));

    /// <summary>Class maps, named permissions and parameters are only known when the policy is linked.</summary>
    private static bool IsKnown(AccessRule rule) => rule.Permissions.Class.Kind == EntityKind.ObjectClass;

    private static string? Common(PermissionSet allow, PermissionSet never) =>
        never.Names.Contains("all") ? allow.Names[0]
        : allow.Names.Contains("all") ? never.Names[0]
        : allow.Names.FirstOrDefault(never.Names.Contains);

    private static IoctlRange? Common(IoctlRequests allow, IoctlRequests never)
    {
        foreach (var range in allow.Ranges)
        {
            foreach (var other in never.Ranges)
            {
                if (other.Low <= range.High && range.Low <= other.High)
                {
                    return new IoctlRange(Math.Max(range.Low, other.Low), Math.Min(range.High, other.High));
                }
            }
        }

        return null;
    }

    /// <summary>A pair of types that both rules are about. With self on one side, the pair is a type and itself.</summary>
    private static (string Source, string Target)? Meet(EntityRef allowSource, EntityRef allowTarget, EntityRef neverSource, EntityRef neverTarget, KnownTypes types)
    {
        var sources = types.Of(neverSource);
        foreach (var source in types.Of(allowSource).Where(sources.Contains).OrderBy(s => s, StringComparer.Ordinal))
        {
            var targets = Targets(source, neverTarget, types);
            if (Targets(source, allowTarget, types).Where(targets.Contains).OrderBy(t => t, StringComparer.Ordinal).FirstOrDefault() is { } target)
            {
                return (source, target);
            }
        }

        return null;
    }

    private static IReadOnlyCollection<string> Targets(string source, EntityRef target, KnownTypes types) =>
        target.Kind == EntityKind.Self ? [source] : types.Of(target);
}
