using TypedPolicy.Guest;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Kernel.Tests.Judgements;

/// <content>The kernel's log, and the network: one act, several permissions.</content>
public static partial class JudgedCases
{
    private const int ReadLog = 3;

    private static IEnumerable<JudgedCase> KernelLog =>
    [
        new(DiagnosticId.IncompleteKernelLogAccess, "Klog",
            """
            [Domain, Role<SystemR>, Allow<ProcKmsg>(FilePerms.ReadSet), MemberOf<IMayReceiveKernelMessages>«|, Allow<Self>(Capability2Perms.Syslog), Allow<Kernel>(SystemPerms.SyslogMod)»] public sealed class @;
            """,
            (guest, name) => guest.In($"{name}_t", Step.Open("/proc/kmsg")).IsForbidden(),
            (guest, name) => guest.In($"{name}_t", Step.Open("/proc/kmsg")).Succeeds()),
        new(DiagnosticId.IncompleteKernelLogAccess, "Dev",
            """
            [Domain, Role<SystemR>, Allow<Kmsg>(ChrFilePerms.ReadSet)«|, Allow<Self>(Capability2Perms.Syslog), Allow<Kernel>(SystemPerms.SyslogRead)»] public sealed class @;
            """,
            (guest, name) => OpensDevice(guest, name).IsForbidden(),
            (guest, name) => OpensDevice(guest, name).Succeeds()),
        new(DiagnosticId.IncompleteKernelLogAccess, "Call",
            """
            [Domain, Role<SystemR>, Allow<Kernel>(SystemPerms.SyslogRead)«|, Allow<Self>(Capability2Perms.Syslog)»] public sealed class @;
            """,
            (guest, name) => guest.In($"{name}_t", Step.KernelLog(ReadLog)).IsForbidden(),
            (guest, name) => guest.In($"{name}_t", Step.KernelLog(ReadLog)).Succeeds()),
    ];

    private static IEnumerable<JudgedCase> Ports =>
    [
        Binds("Bound", "tcp", "[PortType, Port(Protocol.Tcp, «7151|7152»)] public sealed class @Port;", "@Port", 7151, 7152),
        Binds("Datagram", "udp", "[PortType, Port(Protocol.Udp, «7151|7152»)] public sealed class @Port;", "@Port", 7151, 7152),
        Binds("Unreserved", "tcp", "", "Unreserved", 7161, 7161),
        Binds("High", "tcp", "", "HighReserved", 741, 741, "[RulesFor<@>, Allow<Self>(CapabilityPerms.NetBindService)] public static class @Capability;"),
        Privileged("Low", "[PortType, Port(Protocol.Tcp, «76|78»)] public sealed class @Port;", "@Port", 76, 78),
        Privileged("Nobody", "", "HighReserved", 742, 742),
    ];

    private static JudgedCase Binds(string what, string protocol, string port, string type, int before, int after, string more = "")
    {
        var (@class, set) = protocol == "tcp" ? ("TcpSocketPerms", "CreateStream") : ("UdpSocketPerms", "CreateSet");
        return new(DiagnosticId.PortWithoutAddress, what,
            $"{port}{more}[Domain, Role<SystemR>, Allow<Self>({@class}.{set}), Allow<{type}>({@class}.NameBind)«|, Allow<AnyAddress>({@class}.NodeBind)»] public sealed class @;",
            (guest, name) => guest.In($"{name}_t", Step.Bind(protocol, before)).IsDenied("node_bind", "node_t"),
            (guest, name) => guest.In($"{name}_t", Step.Bind(protocol, after)).Succeeds());
    }

    private static JudgedCase Privileged(string what, string port, string type, int before, int after) => new(DiagnosticId.LowPortWithoutCapability, what,
        $"{port}[Domain, Role<SystemR>, Allow<Self>(TcpSocketPerms.CreateStream), Allow<{type}>(TcpSocketPerms.NameBind), Allow<AnyAddress>(TcpSocketPerms.NodeBind)«|, Allow<Self>(CapabilityPerms.NetBindService)»] public sealed class @;",
        (guest, name) => guest.In($"{name}_t", Step.Bind("tcp", before)).IsDenied("net_bind_service", $"{name}_t"),
        (guest, name) => guest.In($"{name}_t", Step.Bind("tcp", after)).Succeeds());

    private static Outcome OpensDevice(DebianGuest guest, string name)
    {
        guest.Kernel.Run(null, Step.CreateCharacterDevice($"/{name}", 1, 11), Step.SetLabel($"/{name}", "system_u:object_r:kmsg_device_t:s0")).Succeeds();
        return guest.In($"{name}_t", Step.Open($"/{name}"));
    }
}
