using TypedPolicy;

namespace Gravitational.Policy;

// Programs with a domain of their own.
[DomainTransition<Tools.MountExecutable, Tools.Mount>]
[DomainTransition<Tools.IptablesExecutable, Tools.Iptables>]
[DomainTransition<Tools.IfconfigExecutable, Tools.Ifconfig>]
[DomainTransition<Tools.KmodExecutable, Tools.Kmod>]
[DomainTransition<Tools.PingExecutable, Tools.Ping>]
[DomainTransition<SELinux.SetfilesExecutable, SELinux.Setfiles>]
public partial interface IGravityDomain;
