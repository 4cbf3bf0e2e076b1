using TypedPolicy;

namespace Gravitational.Policy;

// Languages and certificates, the names of hosts, the system log.
[ReadTree<Files.Locale>]
[ReadTree<Files.Certificates>]
[ReadTree<Files.NetworkConfiguration>]
[Allow<Network.DnsPort>(TcpSocketPerms.NameConnect)]
[Allow<Systemd.Runtime>(DirPerms.SearchSet)]
[Allow<Logging.Runtime>(DirPerms.SearchSet)]
[Allow<Logging.Socket>(SockFilePerms.WriteSet)]
[Allow<Logging.Daemon>(UnixDgramSocketPerms.Sendto, UnixStreamSocketPerms.Connectto)]
public partial interface IGravityProcess;
