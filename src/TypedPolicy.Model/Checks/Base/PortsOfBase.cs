using System.Globalization;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// TP6002: ports that the base labels otherwise. Of two ranges the narrower decides, so a range of the policy within a wider one of the base is right; one that is as wide
/// contradicts it, and a narrower one of the base keeps its ports.
/// </summary>
internal static class PortsOfBase
{
    private const int MaxShown = 3;

    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        foreach (var visit in policy.Rules)
        {
            if (visit is { Rule: PortLabel { Origin.Index: >= 0 } label, Through: null }
                && policy.Base.Bases.Select(b => Describe(label, b)).FirstOrDefault(problem => problem is not null) is { } message)
            {
                yield return new Finding(message, label.Origin);
            }
        }
    }

    private static RuleText? Describe(PortLabel label, TargetBase @base)
    {
        var others = @base.Ports.Where(p => p.Protocol == label.Protocol && p.Low <= label.High && label.Low <= p.High && p.High - p.Low <= label.High - label.Low && p.Type != label.Context.Type.Name)
            .OrderBy(p => p.Low).ThenBy(p => p.High)
            .ToArray();
        return others switch
        {
            [] => null,
            [var one] when one.Low == label.Low && one.High == label.High =>
                RuleCatalogue.ConflictingNetworkLabels.PortOfBase.With(@base.Name, Describe(label.Protocol, label.Low, label.High), one.Type),
            _ => RuleCatalogue.ConflictingNetworkLabels.PortsOfBase.With(
                @base.Name,
                $"{string.Join(", ", others.Take(MaxShown).Select(p => $"{Describe(p.Protocol, p.Low, p.High)} with {p.Type}"))}{(others.Length > MaxShown ? $" and {Number(others.Length - MaxShown)} more" : "")}",
                $"{Describe(label.Protocol, label.Low, label.High)} {(label.Low == label.High ? "does" : "do")}",
                label.Context.Type.Name,
                others.Length == 1 ? "that type" : "those types"),
        };
    }

    private static string Describe(string protocol, int low, int high) =>
        low == high ? $"{protocol} port {Number(low)}" : $"{protocol} ports {Number(low)}-{Number(high)}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
