using TypedPolicy.Guest;
using TypedPolicy.Testing.Kernel;

namespace Gravitational.Policy.Tests;

/// <summary>What the article on Gravity claims, done by processes under a kernel that enforces the policy.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(OnKernel))]
public sealed class KernelTests(OnKernel node)
{
    private const string Planet = "/var/lib/gravity/local/packages/unpacked/gravitational.io/planet/7.0.0/rootfs";
    private readonly KernelUnderTest _kernel = node.Kernel;

    [Fact]
    public void Systemd_starts_gravity_in_its_domain_with_all_categories() =>
        _kernel.In<Systemd.Init>().NoNewPrivileges().Exec("/usr/bin/gravity").Is<Gravity>().HasContext("system_u:system_r:gravity_t:s0-s0:c0.c1023");

    [Fact]
    public void Each_program_of_planet_runs_in_a_domain_by_its_label()
    {
        var init = _kernel.In<GravityContainerInit>();
        init.Exec(Planet + "/usr/bin/kubelet").Is<GravityKubernetes>();
        init.NoNewPrivileges().Exec(Planet + "/usr/bin/kubelet").Is<GravityKubernetes>();
        init.Exec(Planet + "/usr/bin/etcd").Is<GravityService>();
        init.Exec(Planet + "/bin/bash").Is<GravityContainer>();
    }

    [Fact]
    public void From_systemd_to_the_kubelet_each_program_starts_the_next_in_its_domain() => _kernel.In<Systemd.Init>()
        .Through("/usr/bin/gravity").Through(Planet + "/usr/bin/planet").Through(Planet + "/lib/systemd/systemd")
        .Exec(Planet + "/usr/bin/kubelet").Is<GravityKubernetes>();

    [Fact]
    public void The_kubelet_reads_no_passwords_and_the_keys_of_the_cluster()
    {
        _kernel.In<GravityKubernetes>().Read("/etc/shadow").IsDenied();
        _kernel.In<GravityKubernetes>().Read(_kernel.FileOf<Shadow>()).IsDenied<Shadow>(FilePerms.Read);
        _kernel.In<GravityKubernetes>().Read("/var/lib/gravity/secrets/root.key").Succeeds();
        _kernel.In<GravityContainer>().Read("/var/lib/gravity/secrets/root.key").IsDenied();
    }

    [Fact]
    public void Gravity_connects_to_any_port_only_where_the_administrator_allows_it()
    {
        var gravity = _kernel.In<Gravity>();
        gravity.Connect(Protocol.Tcp, 25).IsDenied<MailPort>(TcpSocketPerms.NameConnect);
        using (_kernel.SetBoolean<GravityConnectAny>(true))
        {
            gravity.Connect(Protocol.Tcp, 25).Succeeds();
        }

        gravity.Connect(Protocol.Tcp, 25).IsDenied();
        gravity.Bind(Protocol.Tcp, 3009).Succeeds();
    }

    [Fact]
    public void The_installer_puts_programs_on_the_node_and_runs_none_of_them()
    {
        var installer = _kernel.In<GravityInstaller>();
        installer.Create("/usr/bin/gravity.new").IsLabelled<Gravity.Exec>();
        installer.Rename("/usr/bin/gravity.new", "/usr/bin/gravity2").Succeeds();
        installer.Exec("/usr/bin/gravity2").IsDenied();
        _kernel.In<Gravity>().Create("/usr/bin/other").IsDenied();
    }

    [Fact]
    public void The_installer_reads_home_directories_and_gravity_does_not()
    {
        _kernel.In<GravityInstaller>().Read("/home/ada/notes").Succeeds();
        _kernel.In<Gravity>().Read("/home/ada/notes").IsDenied();
        _kernel.In<Gravity>().Read(_kernel.FileOf<Homes.UserContent>()).IsDenied();
    }

    [Fact]
    public void Only_the_installer_has_a_policy_loaded()
    {
        _kernel.Allows<GravityInstaller, SELinux.Security>(SecurityPerms.LoadPolicy);
        _kernel.Denies<Gravity, SELinux.Security>(SecurityPerms.LoadPolicy);
        _kernel.In<Gravity>().LoadPolicy().IsDenied();
    }

    [Fact]
    public void Directories_get_their_labels_from_setfiles_and_from_who_makes_them()
    {
        _kernel.LabelOf("/run/gravity/").Is<GravityVarRun>();
        _kernel.LabelOf("/var/lib/gravity/secrets/").Is<GravitySecrets>();
        _kernel.In<Gravity>().CreateSocket("/run/gravity/agent.sock").IsLabelled<GravityVarRun>();
    }

    [Fact]
    public void Clients_talk_to_the_socket_of_planet_and_ordinary_containers_do_not()
    {
        using var runtime = _kernel.In<GravityContainerRuntime>().Listen("/run/planet.sock");
        _kernel.In<Gravity>().ConnectTo("/run/planet.sock").Succeeds();
        _kernel.In<Containers.Process>().ConnectTo("/run/planet.sock").IsDenied();
        _kernel.In<Gravity>().Signal(runtime, 15).Succeeds();
        _kernel.In<Containers.Process>().Signal(runtime, 15).IsDenied();
    }

    [Fact]
    public void Gravity_opens_no_raw_socket_and_pings_by_the_program_for_it()
    {
        _kernel.In<Gravity>().Use(CapabilityPerms.NetRaw).IsDenied();
        _kernel.In<Gravity>().Exec("/usr/bin/ping", Step.Socket(2, 3, 1)).Is<Tools.Ping>();
    }

    [Fact]
    public void An_operator_runs_gravity_in_the_role_of_the_system() =>
        _kernel.In("root:sysadm_r:sysadm_t:s0").Exec("/usr/bin/gravity").Is<Gravity>();

    [Fact]
    public void What_is_not_as_it_was_to_be_is_explained_at_the_line()
    {
        var failure = Assert.Throws<PolicyAssertionException>(() => _kernel.In<Gravity>().Bind(Protocol.Tcp, 25).Succeeds());
        Assert.Contains("gravity_t: bind tcp 25: EACCES (permission denied).", failure.Message, StringComparison.Ordinal);
        Assert.Contains("gravity_t is not allowed name_bind on smtp_port_t (tcp_socket).", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Domains/Gravity.cs:", failure.Message, StringComparison.Ordinal);
    }
}
