using System.Collections.Immutable;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Checks;

/// <summary>TP6002: one port range, host, interface or file system with two labels. libsepol 3.4 takes the first silently.</summary>
internal static class NetworkLabelChecks
{
    public static IEnumerable<Finding> Run(ImmutableArray<RuleVisit> rules)
    {
        var seen = new Dictionary<string, (string Label, Origin Origin)>(StringComparer.Ordinal);
        foreach (var visit in rules.Where(v => !v.InInterface))
        {
            if (Key(visit.Rule) is not { } key)
            {
                continue;
            }

            if (!seen.TryGetValue(key.What, out var first))
            {
                seen.Add(key.What, (key.Label, visit.Rule.Origin));
            }
            else if (first.Label != key.Label)
            {
                yield return Conflict(key.What, key.Label, first.Label, visit.Rule.Origin, first.Origin);
                yield return Conflict(key.What, first.Label, key.Label, first.Origin, visit.Rule.Origin);
            }
        }
    }

    private static Finding Conflict(string what, string label, string other, Origin origin, Origin otherOrigin) => new(
        RuleCatalogue.ConflictingNetworkLabels.LabelledTwice.With(what, label, other),
        new Spot(origin),
        EquatableArray.Of(otherOrigin));

    private static (string What, string Label)? Key(Rule rule) => rule switch
    {
        PortLabel r => (r.Low == r.High ? $"The {r.Protocol} port {r.Low}" : $"The {r.Protocol} port range {r.Low}-{r.High}", r.Context.ToString()),
        NodeLabel r => ($"Network {r.Address} {r.Mask}", r.Context.ToString()),
        NetifLabel r => ($"Network interface {r.Name}", $"{r.Context}, packets {r.PacketContext}"),
        GenfsLabel r => ($"Path {r.Path} of {r.Filesystem} ({r.Kind})", r.Context.ToString()),
        FsUseLabel r => ($"File system {r.Filesystem}", $"{r.Kind} {r.Context}"),
        InfinibandPkeyLabel r => ($"Partition keys {r.SubnetPrefix} {r.Low}-{r.High}", r.Context.ToString()),
        InfinibandEndPortLabel r => ($"End port {r.Device} {r.Port}", r.Context.ToString()),
        _ => null,
    };
}
