namespace Gravitational.Policy.Tests;

/// <summary>gravity checks the network between nodes: by the program for it, and not by itself.</summary>
[Trait("Needs", "toolchain")]
public sealed class PingTests(OnDebian node) : IClassFixture<OnDebian>
{
    [Fact]
    public void Gravity_pings_only_through_the_domain_of_ping()
    {
        node.Policy.Transition<Gravity, Tools.PingExecutable>().Is<Tools.Ping>();
        node.Policy.Denies<Gravity, Tools.PingExecutable>(FilePerms.ExecuteNoTrans);
        node.Policy.Denies<Gravity, Gravity>(RawipSocketPerms.Create);
        node.Policy.Denies<Gravity, Gravity>(CapabilityPerms.NetRaw);
    }
}
