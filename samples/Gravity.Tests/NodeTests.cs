namespace Gravitational.Policy.Tests;

/// <summary>What the policy of a node promises.</summary>
[Trait("Needs", "toolchain")]
public sealed class NodeTests(OnDebian node) : IClassFixture<OnDebian>
{
    private const string Planet = "/var/lib/gravity/local/packages/unpacked/gravitational.io/planet/7.0.0/rootfs";
    private readonly PolicyUnderTest _policy = node.Policy;

    [Fact]
    public void Systemd_starts_gravity_in_its_domain() => _policy.DomainOf("/usr/bin/gravity", startedBy: typeof(Systemd.Init)).Is<Gravity>();

    [Fact]
    public void The_kubelet_starts_in_the_domain_of_Kubernetes()
    {
        _policy.DomainOf(Planet + "/usr/bin/kubelet", startedBy: typeof(GravityContainerInit)).Is<GravityKubernetes>();
        _policy.Transition<GravityContainerInit, GravityKubernetes.Exec>().Is<GravityKubernetes>();
        _policy.Path<Systemd.Init, GravityKubernetes>().IsPossible();
    }

    [Fact]
    public void The_label_of_a_socket_is_the_same_by_both_spellings_of_its_path()
    {
        _policy.LabelOf("/run/gravity/agent.sock", FileKind.Socket).Is<GravityVarRun>();
        _policy.LabelOf("/var/run/gravity/agent.sock", FileKind.Socket).Is<GravityVarRun>();
        _policy.LabelOf("/run/planet.sock", FileKind.Socket).Is<Containers.VarRun>();
        _policy.LabelOf("/var/run/planet.sock", FileKind.Socket).Is<Containers.VarRun>();
    }

    [Fact]
    public void Only_the_installer_reads_home_directories()
    {
        _policy.Allows<GravityInstaller, Homes.UserContent>(FilePerms.Read | FilePerms.Open);
        _policy.Denies<Gravity, Homes.UserContent>(FilePerms.Read | FilePerms.Write | FilePerms.Append | FilePerms.Open);
    }

    [Fact]
    public void Gravity_connects_to_any_port_only_where_the_administrator_allows_it()
    {
        _policy.Allows<Gravity, GravityPort>(TcpSocketPerms.NameConnect | TcpSocketPerms.NameBind);
        _policy.Denies<Gravity, MailPort>(TcpSocketPerms.NameConnect);
        _policy.With<GravityConnectAny>(true).Allows<Gravity, MailPort>(TcpSocketPerms.NameConnect);
    }

    [Fact]
    public void The_installer_puts_programs_on_the_node_and_runs_none_of_them()
    {
        _policy.Allows<GravityInstaller, Gravity.Exec>(FilePerms.Create | FilePerms.Write);
        _policy.Denies<GravityInstaller, Gravity.Exec>(FilePerms.Execute | FilePerms.ExecuteNoTrans);
        _policy.NewObject<GravityInstaller, Files.Bin>(typeof(FilePerms)).Is<Gravity.Exec>();
    }

    [Fact]
    public void The_domains_of_the_gravity_binary_are_two() => _policy.MembersOf<IGravityDomain>().Are(typeof(Gravity), typeof(GravityInstaller));

    [Fact]
    public void A_container_has_no_way_to_the_passwords_of_the_host()
    {
        _policy.Denies<Containers.Process, Shadow>(FilePerms.Read | FilePerms.Write | FilePerms.Append | FilePerms.Open);
        _policy.Denies<GravityContainer, Shadow>(FilePerms.Read | FilePerms.Write | FilePerms.Append | FilePerms.Open);
        _policy.Path<GravityContainer, SELinux.LoadPolicy>().IsImpossible();
    }

    [Fact]
    public void The_container_types_keep_what_their_last_version_promised() =>
        PolicyUnderTest.Of<ContainerTypes.Policy.ContainerT>(target: "debian12").KeepsApiOf(Path.Combine(AppContext.BaseDirectory, "Released", "container_types-1.0.0.cil"));
}
