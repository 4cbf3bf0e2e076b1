using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>TP6002 where the base labels the port: a judgement by the index, beside the check of the policy itself.</summary>
public sealed class BasePortTests
{
    private const string Index = JudgementCases.Debian + "port\ttcp\t22\t22\tssh_port_t\nport\ttcp\t600\t1023\treserved_port_t\n";

    [Theory]
    [InlineData("[PortType, Port(Protocol.Tcp, 22)] sealed class P;", "TP6002 «Port(Protocol.Tcp, 22)» debian12 labels tcp port 22 with ssh_port_t already, and a port has one label. Allow access to that type, or label another port.")]
    [InlineData("[PortType, Port(Protocol.Tcp, 600, 1023)] sealed class P;", "TP6002 «Port(Protocol.Tcp, 600, 1023)» debian12 labels tcp ports 600-1023 with reserved_port_t already, and a port has one label. Allow access to that type, or label another port.")]
    public async Task A_port_of_the_base_has_its_label(string policy, string expected) =>
        Assert.Equal([expected], await PolicyProject.Of([policy], ["TP6002"], index: Index).Squiggles());

    [Theory]
    [InlineData("[PortType, Port(Protocol.Udp, 22)] sealed class P;")]
    [InlineData("[PortType, Port(Protocol.Tcp, 700)] sealed class P;")]
    [InlineData("[External(\"ssh_port_t\")] sealed class Ssh; [Domain, Port<Ssh>(Protocol.Tcp, 22)] sealed class D;")]
    public async Task Another_protocol_a_narrower_range_and_the_same_label_are_left_alone(string policy) =>
        Assert.Empty(await PolicyProject.Of([policy], ["TP6002"], index: Index).Squiggles());
}
