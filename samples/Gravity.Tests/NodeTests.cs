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
    public void The_kubelet_starts_in_gravity_kubernetes_t()
    {
        _policy.DomainOf(Planet + "/usr/bin/kubelet", startedBy: typeof(GravityContainerInit)).Is<GravityKubernetes>();
        _policy.Transition<GravityContainerInit, GravityKubernetes.Exec>().Is<GravityKubernetes>();
        _policy.Path<Systemd.Init, GravityKubernetes>().IsPossible();
    }

    [Fact]
    public void The_label_of_planets_socket_is_the_same_by_both_spellings_of_its_path()
    {
        _policy.LabelOf("/run/gravity/agent.sock", FileKind.Socket).Is<GravityVarRun>();
        _policy.LabelOf("/var/run/gravity/agent.sock", FileKind.Socket).Is<GravityVarRun>();
        _policy.LabelOf("/run/planet.sock", FileKind.Socket).Is<Containers.VarRun>();
        _policy.LabelOf("/var/run/planet.sock", FileKind.Socket).Is<Containers.VarRun>();
    }

    [Fact]
    public void The_maintenance_domain_cannot_read_home_directories_while_the_installer_can()
    {
        _policy.Allows<GravityInstaller, Homes.UserContent>(FilePerms.Read | FilePerms.Open);
        _policy.NeverAllows<Gravity, Homes.UserContent>(FilePerms.Read | FilePerms.Write | FilePerms.Append | FilePerms.Open);
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
    public void A_container_reads_no_passwords_of_the_host_and_becomes_no_domain_that_changes_them()
    {
        _policy.NeverAllows<Containers.Process, Shadow>(FilePerms.Read | FilePerms.Write | FilePerms.Append | FilePerms.Open | FilePerms.Map);
        _policy.NeverAllows<IGravityContainerDomain, Shadow>(FilePerms.Read | FilePerms.Write | FilePerms.Append | FilePerms.Open | FilePerms.Map);
        _policy.Path<Containers.Process, Passwd>().IsImpossible();
        _policy.Path<GravityContainer, Passwd>().IsImpossible();
        _policy.Path<GravityContainer, SELinux.LoadPolicy>().IsImpossible();
    }

    /// <summary>
    /// Debian's policy as a whole lets information of anybody get there: what may read every process and write every file carries it, such as
    /// httpd_unconfined_script_t. So the claim leaves out the domains that Debian itself trusts with the passwords, and nobody else: those that
    /// may write or relabel them, mount, which may label file systems, and memlockd, which keeps the file in memory. None of them is of Gravity.
    /// </summary>
    [Fact]
    public void Information_of_a_container_gets_to_the_passwords_only_through_domains_that_Debian_trusts_with_them()
    {
        Type[] trusted = [typeof(IMayWritePasswords), typeof(IMayRelabelPasswords), typeof(Tools.Mount), typeof(Memlockd)];
        _policy.Flow<Containers.Process, Shadow>(exclude: trusted).IsImpossible();
        _policy.Flow<GravityContainerFile, Shadow>(exclude: trusted).IsImpossible();
        _policy.Flow<Containers.Process, Shadow>().IsPossible();
        Assert.DoesNotContain(_policy.MembersOf<IMayWritePasswords>().Names, n => n.StartsWith("gravity_", StringComparison.Ordinal));
        Assert.DoesNotContain(_policy.MembersOf<IMayRelabelPasswords>().Names, n => n.StartsWith("gravity_", StringComparison.Ordinal));
    }

    [Fact]
    public void No_domain_of_the_gravity_binary_opens_a_raw_socket_so_that_ping_needs_a_domain_of_its_own() =>
        _policy.NeverAllows<IGravityDomain, Self>(RawipSocketPerms.Create | RawipSocketPerms.Write, PacketSocketPerms.Create);

    [Fact]
    public void Packet_filters_addresses_and_mounts_are_changed_in_the_domains_of_their_programs()
    {
        _policy.Transition<Gravity, Tools.IptablesExecutable>().Is<Tools.Iptables>();
        _policy.Transition<Gravity, Tools.IfconfigExecutable>().Is<Tools.Ifconfig>();
        _policy.Transition<Gravity, Tools.MountExecutable>().Is<Tools.Mount>();
        _policy.NeverAllows<IGravityDomain, Tools.IptablesExecutable>(FilePerms.ExecuteNoTrans);
    }

    [Fact]
    public void Only_the_installer_has_a_policy_loaded()
    {
        _policy.Path<GravityInstaller, SELinux.LoadPolicy>().IsPossible();
        _policy.NeverAllows<Gravity, SELinux.Security>(SecurityPerms.LoadPolicy);
        _policy.NeverAllows<IGravityContainerDomain, SELinux.Security>(SecurityPerms.LoadPolicy);
    }
}
