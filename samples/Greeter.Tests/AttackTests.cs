using Greetings.Policy;
using TypedPolicy.Guest;

namespace Greetings.Tests;

/// <summary>What somebody tries who has taken the service over: processes in its domain.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(OnKernel))]
public sealed class AttackTests(OnKernel node)
{
    private readonly TypedPolicy.Testing.Kernel.DomainUnderTest _attacker = node.Kernel.In<Greeter>();

    [Fact]
    public void Passwords_are_not_read() => _attacker.Read("/etc/shadow").IsDenied();

    [Fact]
    public void The_program_and_its_assemblies_are_not_written_over()
    {
        _attacker.Write("/opt/greeter/Greeter").IsDenied<Greeter.Exec>(FilePerms.Write);
        _attacker.Write("/opt/greeter/Greeter.dll").IsDenied<Base.Usr>(FilePerms.Write);
        _attacker.Create("/opt/greeter/More.dll").IsDenied();
    }

    [Fact]
    public void Only_the_other_service_is_connected_to()
    {
        _attacker.Connect(Protocol.Tcp, 7071).Succeeds();
        _attacker.Connect(Protocol.Tcp, 25).IsDenied();
        _attacker.Connect(Protocol.Tcp, 443).IsDenied();
    }

    [Fact]
    public void No_other_port_is_bound()
    {
        _attacker.Bind(Protocol.Tcp, 7071).IsDenied<BulletinPort>(TcpSocketPerms.NameBind);
        _attacker.Bind(Protocol.Tcp, 4444).IsDenied();
        _attacker.Bind(Protocol.Udp, 7070).IsDenied();
    }

    [Fact]
    public void No_shell_is_executed_and_nothing_that_was_brought_along()
    {
        _attacker.Exec("/bin/sh").IsDenied();
        _attacker.Do(Step.Create("/var/lib/greeter/tool"), Step.ChangeMode("/var/lib/greeter/tool", "0755"), Step.Execute("/var/lib/greeter/tool")).IsDenied<Greeter.State>(FilePerms.Execute);
        _attacker.Exec("/opt/greeter/Greeter").IsDenied<Greeter.Exec>(FilePerms.ExecuteNoTrans);
    }

    [Fact]
    public void No_memory_is_written_and_executed_by_one_mapping_and_no_other_memory_is_in_reach()
    {
        _attacker.MapExecutableMemory().IsDenied<Self>(ProcessPerms.Execmem);
        _attacker.MapExecutable(node.Kernel.FileOf<DotNet.Policy.Base.Memory>()).IsDenied();
    }
}
