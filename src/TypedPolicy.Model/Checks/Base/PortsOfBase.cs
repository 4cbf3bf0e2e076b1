using System.Globalization;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>TP6002: a port, or exactly a range of them, that the base labels otherwise. A range within another one is no contradiction: the narrower counts.</summary>
internal static class PortsOfBase
{
    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        foreach (var visit in policy.Rules)
        {
            if (visit is { Rule: PortLabel label, Through: null }
                && label.Origin.Index >= 0
                && policy.Base.Ports.FirstOrDefault(p => p.Low == label.Low && p.High == label.High && p.Protocol == label.Protocol) is { } known
                && known.Type != label.Context.Type.Name)
            {
                var ports = label.Low == label.High
                    ? $"port {label.Protocol} {label.Low.ToString(CultureInfo.InvariantCulture)}"
                    : $"ports {label.Protocol} {label.Low.ToString(CultureInfo.InvariantCulture)}-{label.High.ToString(CultureInfo.InvariantCulture)}";
                yield return new Finding(RuleId.TP6002, label.Origin, $"{policy.Base.Subject} labels {ports} with {known.Type} already, and a port has one label. Allow access to that type, or label another port.");
            }
        }
    }
}
