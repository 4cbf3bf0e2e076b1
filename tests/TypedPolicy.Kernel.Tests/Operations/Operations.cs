using TypedPolicy.Tests.Support;

namespace TypedPolicy.Kernel.Tests.Operations;

/// <summary>Two domains: one that has what the operations take, and one that has nothing of it.</summary>
internal static class Operations
{
    public static Policy Policy { get; } = Policy.Of(
        [("Policy.cs",
            """
            using TypedPolicy;
            [assembly: PolicyModule("operations", Version = "1.0")]
            namespace Operations;
            [External("node_t")] public sealed class AnyAddress;
            [External("inetd_child_port_t")] public sealed class LowestPort;
            [FileType] public sealed class Secret;
            [FileType] public sealed class Meeting;

            [Domain, Role<SystemR>]
            [Allow<Self>(UdpSocketPerms.CreateSet, TcpSocketPerms.CreateStream, RawipSocketPerms.CreateSet, NetlinkRouteSocketPerms.CreateSet, ProcessPerms.Setsched | ProcessPerms.Setrlimit | ProcessPerms.Setcap)]
            [Allow<AnyAddress>(TcpSocketPerms.NodeBind), Allow<LowestPort>(TcpSocketPerms.NameBind)]
            [Allow<Self>(CapabilityPerms.All, SystemPerms.ModuleLoad, KeyPerms.All, UnixStreamSocketPerms.CreateStream | UnixStreamSocketPerms.Connectto, UnixDgramSocketPerms.CreateSet)]
            [Allow<Meeting>(DirPerms.Rw, SockFilePerms.Manage), Allow<Secret>(FilePerms.ReadSet)]
            public sealed class Able;

            [Domain, Role<SystemR>]
            [Allow<Self>(UdpSocketPerms.CreateSet, TcpSocketPerms.CreateStream, RawipSocketPerms.CreateSet, ProcessPerms.Setsched | ProcessPerms.Setrlimit | ProcessPerms.Setcap)]
            [Allow<AnyAddress>(TcpSocketPerms.NodeBind), Allow<LowestPort>(TcpSocketPerms.NameBind)]
            public sealed class Unable;

            [Domain, Role<SystemR>, Allow<Self>(UnixStreamSocketPerms.CreateStream, UnixDgramSocketPerms.CreateSet)]
            [Allow<Meeting>(DirPerms.SearchSet, SockFilePerms.WriteSet), Allow<Able>(UnixStreamSocketPerms.Connectto, UnixDgramSocketPerms.Sendto, FdPerms.Use)]
            public sealed class Peer;
            """)],
        new() { ["TypedPolicyTargets"] = "debian12" });
}

[External("able_t")]
public sealed class Able;

[External("unable_t")]
public sealed class Unable;

[External("peer_t")]
public sealed class Peer;

[External("secret_t")]
public sealed class Secret;

[External("meeting_t")]
public sealed class Meeting;
