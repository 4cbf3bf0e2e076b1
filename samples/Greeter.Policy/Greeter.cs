using DotNet.Policy;
using TypedPolicy;

namespace Greetings.Policy;

/// <summary>
/// The greeter service, a program of ASP.NET: it answers at its port and at its Unix socket, keeps its visitors in /var/lib/greeter, and tells another service how many there were. Its unit switches
/// the runtime's diagnostics off, so it makes nothing in /tmp.
/// </summary>
[Domain, Role<SystemR>]
[Justified("TP5005", "The runtime compiles: one mapping of a nameless file in memory writes the code, and another executes it.")]
[DotNetRuntime<Memory>, DotNetSockets]
[Allow<Base.Usr>(DirPerms.Watch)]                                                     // changes of appsettings.json
[Allow<HttpPort>(TcpSocketPerms.NameBind), Allow<Base.AnyAddress>(TcpSocketPerms.NodeBind)]
[Allow<BulletinPort>(TcpSocketPerms.NameConnect)]
[Allow<Base.Var>(DirPerms.SearchSet), Allow<Base.VarLib>(DirPerms.SearchSet), Allow<Base.Run>(DirPerms.SearchSet)]
[NeverAllow<Greeter.Exec>(FilePerms.Write | FilePerms.Append | FilePerms.ExecuteNoTrans)]
public sealed class Greeter
{
    /// <summary>Its program: the apphost. What is in the assemblies beside it is read.</summary>
    [Entrypoint, FileContext("/opt/greeter/Greeter", FileKind.File)]
    public sealed class Exec;

    /// <summary>Its state directory.</summary>
    [FileType, FileContextTree("/var/lib/greeter")]
    [AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)]
    public sealed class State;

    /// <summary>Its runtime directory, with its socket.</summary>
    [FileType, FileContextTree("/run/greeter")]
    [AllowFrom<Owner>(DirPerms.Manage, SockFilePerms.Manage)]
    public sealed class Runtime;

    /// <summary>The code that the runtime compiles.</summary>
    [FileType]
    public sealed class Memory;

    /// <summary>Where it answers.</summary>
    [PortType, Port(Protocol.Tcp, 7070)]
    public sealed class HttpPort;
}

/// <summary>Where the other service answers.</summary>
[PortType, Port(Protocol.Tcp, 7071)]
public sealed class BulletinPort;
