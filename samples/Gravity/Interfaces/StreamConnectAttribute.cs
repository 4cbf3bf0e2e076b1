using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Lets the subject connect to a server's Unix socket.</summary>
/// <typeparam name="TSocket">The type of the socket's file and of the directory that it is in.</typeparam>
/// <typeparam name="TServer">The domain that listens.</typeparam>
[PolicyInterface]
[Allow<Arg1>(DirPerms.SearchSet, SockFilePerms.WriteSet)]
[Allow<Arg2>(UnixStreamSocketPerms.Connectto)]
public sealed class StreamConnectAttribute<TSocket, TServer> : PolicyInterfaceAttribute;
