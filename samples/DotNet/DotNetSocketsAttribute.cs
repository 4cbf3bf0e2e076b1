using TypedPolicy;

namespace DotNet.Policy;

/// <summary>What System.Net.Sockets needs before a program has asked for any address: it makes sockets to learn whether the machine has IPv6 and Unix sockets. Ports and peers are the service's own.</summary>
[PolicyInterface]
[Allow<Self>(TcpSocketPerms.CreateStream, UdpSocketPerms.CreateSet, UnixStreamSocketPerms.CreateStream, UnixDgramSocketPerms.Create)]
public sealed class DotNetSocketsAttribute : PolicyInterfaceAttribute;
