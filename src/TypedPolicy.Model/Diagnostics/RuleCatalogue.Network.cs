#pragma warning disable CS1591 // The text of a message is its documentation.

namespace TypedPolicy.Model.Diagnostics;

/// <content>TP6xxx: ports, addresses and network interfaces.</content>
public static partial class RuleCatalogue
{
    /// <summary>TP6001.</summary>
    public static class InvalidPort
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.InvalidPort, "Port out of range or inverted", Categories.Network, RuleScope.Policy, "secilc is silent", hasFix: true);
        public static readonly RuleMessage Unreadable = new(DiagnosticId.InvalidPort, "{0}"); // The sentence of Model/Security/NumberRanges.cs
    }

    /// <summary>TP6002.</summary>
    public static class ConflictingNetworkLabels
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.ConflictingNetworkLabels, "Port, host or network interface labelled twice", Categories.Network, RuleScope.Policy, "secilc -v");
        public static readonly RuleMessage LabelledTwice = new(DiagnosticId.ConflictingNetworkLabels, "{0} is labelled {1} here and {2} elsewhere. Keep one of them.");
        public static readonly RuleMessage PortOfBase = new(DiagnosticId.ConflictingNetworkLabels, "{0} labels {1} with {2} already, and a port has one label. Allow access to that type, or label another port.");
        public static readonly RuleMessage PortsOfBase = new(DiagnosticId.ConflictingNetworkLabels, "{0} labels {1}, so {2} not all get {3}. Label ports that are free, or allow access to {4} too.");
    }

    /// <summary>TP6003.</summary>
    public static class InvalidAddress
    {
        public static readonly RuleMetadata Rule = Blocking(DiagnosticId.InvalidAddress, "Network address or name cannot be read", Categories.Network, RuleScope.Policy, "secilc");
        public static readonly RuleMessage InvalidInterfaceName = new(DiagnosticId.InvalidAddress, "'{0}' is not the name of {1}: letters, digits and _ - . : @ make one.");
        public static readonly RuleMessage Unreadable = new(DiagnosticId.InvalidAddress, "{0}"); // The sentence of Model/Security/NetworkAddress.cs
    }

    /// <summary>TP6004.</summary>
    public static class PortWithoutAddress
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.PortWithoutAddress, "Domain may bind a port, but no address", Categories.Network, RuleScope.Base, "the kernel; secilc is silent", hasFix: true);
        public static readonly RuleMessage NoAddress = new(DiagnosticId.PortWithoutAddress, "{0} may bind {1}, but no rule{2} lets it bind to an address ({3} node_bind), and the kernel checks both. Add {4}.");
    }

    /// <summary>TP6005.</summary>
    public static class LowPortWithoutCapability
    {
        public static readonly RuleMetadata Rule = Warning(DiagnosticId.LowPortWithoutCapability, "Port below 1024 is bound without the capability", Categories.Network, RuleScope.Base, "the kernel; secilc is silent", hasFix: true);
        public static readonly RuleMessage NoCapability = new(DiagnosticId.LowPortWithoutCapability, "{0} may bind {1}, but no rule{2} lets it use the capability {3}, which the kernel requires below port {4}. Add [Allow<Self>(CapabilityPerms.NetBindService)].");
    }
}
