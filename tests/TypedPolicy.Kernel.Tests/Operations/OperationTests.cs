using TypedPolicy.Guest;
using TypedPolicy.Testing.Kernel;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Operations;

/// <summary>What a domain may do succeeds, and what it may not is denied for that reason, for operations that no policy of the samples has.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(DebianGuest))]
public sealed class OperationTests(DebianGuest guest)
{
    private readonly DomainUnderTest _able = guest.Typed.In<Able>(), _unable = guest.Typed.In<Unable>(), _peer = guest.Typed.In<Peer>();

    public static TheoryData<CapabilityPerms> Capabilities =>
    [
        CapabilityPerms.Chown, CapabilityPerms.DacReadSearch, CapabilityPerms.Fowner, CapabilityPerms.Setgid, CapabilityPerms.Setuid, CapabilityPerms.Setpcap, CapabilityPerms.NetBindService,
        CapabilityPerms.NetAdmin, CapabilityPerms.NetRaw, CapabilityPerms.IpcLock, CapabilityPerms.SysModule, CapabilityPerms.SysRawio, CapabilityPerms.SysChroot, CapabilityPerms.SysPacct,
        CapabilityPerms.SysAdmin, CapabilityPerms.SysBoot, CapabilityPerms.SysNice, CapabilityPerms.SysResource, CapabilityPerms.SysTime, CapabilityPerms.SysTtyConfig, CapabilityPerms.Mknod,
        CapabilityPerms.Lease, CapabilityPerms.Setfcap, CapabilityPerms.DacOverride,
    ];

    [Theory]
    [MemberData(nameof(Capabilities))]
    public void A_capability_is_what_its_use_takes(CapabilityPerms capability)
    {
        _able.Use(capability).Succeeds();
        _unable.Use(capability).IsDenied<Self>(capability);
    }

    [Fact]
    public void A_capability_that_no_call_here_takes_alone_is_asked_of_the_security_server()
    {
        Assert.Contains("kernel.Allows<T, Self>(CapabilityPerms.SysPtrace)", Assert.Throws<ArgumentException>(() => _able.Use(CapabilityPerms.SysPtrace)).Message, StringComparison.Ordinal);
        guest.Typed.Allows<Able, Self>(CapabilityPerms.SysPtrace);
        guest.Typed.Denies<Unable, Self>(CapabilityPerms.SysPtrace);
    }

    [Fact]
    public void Keys_are_added_and_rings_are_read_by_who_may()
    {
        _able.AddKey().Succeeds();
        _able.ReadKeyRing().Succeeds();
        _unable.AddKey().IsDenied();
    }

    [Fact]
    public void A_netlink_socket_is_of_the_class_of_its_protocol()
    {
        _able.Netlink(0).Succeeds();
        _unable.Netlink(0).IsDenied<Self>(NetlinkRouteSocketPerms.Create);
        _able.Netlink(9).IsDenied<Self>(NetlinkAuditSocketPerms.Create);
    }

    [Fact]
    public void Datagrams_are_sent_to_ports_by_who_has_a_socket_for_it()
    {
        _able.SendTo(Protocol.Udp, 61199).Succeeds();
        _peer.SendTo(Protocol.Udp, 61199).IsDenied<Self>(UdpSocketPerms.Create);
    }

    [Fact]
    public void Datagrams_are_sent_to_the_socket_of_a_process_by_who_may_send_to_it()
    {
        var folder = guest.Typed.DirectoryOf<Meeting>();
        using var receiver = _able.Receive(folder + "/letters");
        _peer.SendTo(folder + "/letters").Succeeds();
        _unable.SendTo(folder + "/letters").IsDenied();
    }

    [Fact]
    public void A_descriptor_arrives_where_the_domain_may_use_it_and_the_file_that_it_is_of()
    {
        var folder = guest.Typed.DirectoryOf<Meeting>();
        using var offers = _able.Offer(folder + "/secrets", guest.Typed.FileOf<Secret>());
        _able.Take(folder + "/secrets").Succeeds();
        _peer.Take(folder + "/secrets").IsDenied<Secret>(FilePerms.Read);
    }
}
