using TypedPolicy;

[assembly: PolicyModule("MODULE-NAME", Version = "1.0.0")]

namespace Example.Policy;

/// <summary>The service.</summary>
[Domain, Role<SystemR>]
#if (permissive)
[Permissive]
#endif
[Allow<Self>(TcpSocketPerms.CreateStream)]
[Allow<GreeterPort>(TcpSocketPerms.NameBind), Allow<AnyAddress>(TcpSocketPerms.NodeBind)]
[Allow<Var>(DirPerms.SearchSet), Allow<VarLib>(DirPerms.SearchSet)]
public sealed class Greeter : IDaemon
{
    /// <summary>Its program.</summary>
    [Entrypoint, FileContext("/usr/bin/greeter", FileKind.File)]
    public sealed class Exec;

    /// <summary>What it keeps.</summary>
    [FileType, FileContextTree("/var/lib/greeter")]
    [AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)]
    public sealed class State;
}

/// <summary>systemd starts it, also under NoNewPrivileges=, and makes its directory.</summary>
[RulesFor<InitT>, DomainTransition<Greeter>(NoNewPrivileges = true)]
[Allow<Greeter.State>(DirPerms.Manage)]
public static class StartedBySystemd;

/// <summary>Where it listens.</summary>
[PortType, Port(Protocol.Tcp, 7070)]
public sealed class GreeterPort;
