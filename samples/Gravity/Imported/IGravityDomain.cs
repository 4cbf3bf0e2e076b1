using TypedPolicy.Base;

namespace Gravitational.Policy;

// Programs with a domain of their own.
[Mount.Domtrans]
[Iptables.Domtrans]
[Sysnet.DomtransIfconfig]
[Modutils.Domtrans]
[Netutils.DomtransPing]
[Seutil.DomtransSetfiles]
public partial interface IGravityDomain;
