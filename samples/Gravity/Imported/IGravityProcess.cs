using TypedPolicy.Base;

namespace Gravitational.Policy;

// Languages and certificates, the names of hosts, the system log.
[Miscfiles.ReadLocalization]
[Miscfiles.ReadGenericCerts]
[Sysnet.DnsNameResolve]
[TypedPolicy.Base.Logging.SendSyslogMsg]
public partial interface IGravityProcess;
