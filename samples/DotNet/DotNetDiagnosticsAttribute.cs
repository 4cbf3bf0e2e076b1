using TypedPolicy;

namespace DotNet.Policy;

/// <summary>
/// What a program needs besides whose diagnostics are on, as they are without <c>DOTNET_EnableDiagnostics=0</c>: a socket and two pipes in /tmp, by which debuggers, <c>dotnet-trace</c> and the like
/// get in. Who may use the socket has the program do anything.
/// </summary>
/// <typeparam name="TTemporary">A file type of the domain's own, which the socket and the pipes get.</typeparam>
[PolicyInterface]
[Allow<Base.Tmp>(DirPerms.Rw)]
[TypeTransition<Base.Tmp, Arg1>(typeof(SockFilePerms), typeof(FifoFilePerms))]
[Allow<Arg1>(SockFilePerms.Manage, FifoFilePerms.Manage)]
public sealed class DotNetDiagnosticsAttribute<TTemporary> : PolicyInterfaceAttribute;
