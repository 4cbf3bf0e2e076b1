using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Samples;

/// <summary>What the comments of samples/Gravity say of the domains on the host.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(DebianGuest))]
public sealed class GravityTests(DebianGuest guest)
{
    [Theory]
    [InlineData("gravity_t", "tcp", 3009)]
    [InlineData("gravity_t", "tcp", 5000)]
    [InlineData("gravity_installer_t", "tcp", 3012)]
    [InlineData("gravity_installer_t", "tcp", 3009)]
    [InlineData("gravity_installer_t", "tcp", 6443)]
    [InlineData("gravity_installer_t", "udp", 8472)]
    [InlineData("gravity_container_runtime_t", "tcp", 7575)]
    [InlineData("gravity_kubernetes_t", "tcp", 6443)]
    [InlineData("gravity_kubernetes_t", "tcp6", 10250)]
    [InlineData("gravity_service_t", "tcp", 2379)]
    [InlineData("gravity_service_t", "tcp", 7575)]
    [InlineData("gravity_service_t", "udp", 8472)]
    [InlineData("gravity_service_t", "udp", 53)]
    [InlineData("gravity_service_t", "tcp", 53)]
    [InlineData("inventory_t", "tcp", 7780)]
    public void A_service_listens_on_its_port(string domain, string protocol, int port) => guest.In(domain, Step.Bind(protocol, port)).Succeeds();

    [Theory]
    [InlineData("gravity_t", 6443)]
    [InlineData("gravity_t", 3012)]
    [InlineData("gravity_t", 7780)]
    [InlineData("gravity_t", 80)]
    [InlineData("gravity_t", 53)]
    [InlineData("gravity_container_runtime_t", 2379)]
    [InlineData("gravity_kubernetes_t", 5000)]
    [InlineData("gravity_container_t", 443)]
    [InlineData("gravity_container_t", 7575)]
    [InlineData("inventory_t", 3080)]
    [InlineData("inventory_backup_t", 443)]
    [InlineData("container_t", 25)]
    public void A_domain_connects_to_the_ports_that_it_needs(string domain, int port) => guest.In(domain, Step.Connect("tcp", port)).IsOnlyRefused();

    [Theory]
    [InlineData("gravity_t", 25, "smtp_port_t")]
    [InlineData("gravity_kubernetes_t", 25, "smtp_port_t")]
    [InlineData("gravity_container_t", 25, "smtp_port_t")]
    [InlineData("inventory_t", 25, "smtp_port_t")]
    public void A_domain_connects_to_no_other_port(string domain, int port, string type) => guest.In(domain, Step.Connect("tcp", port)).IsDenied("name_connect", type);

    [Fact]
    public void A_boolean_lets_gravity_connect_anywhere() => guest.With("gravity_connect_any", () => guest.In("gravity_t", Step.Connect("tcp", 25)).IsOnlyRefused());

    [Theory]
    [InlineData("gravity_t")]
    [InlineData("gravity_installer_t")]
    public void A_domain_of_the_gravity_binary_manages_the_state_and_makes_its_directories_with_their_labels(string domain)
    {
        // Each directory is of a node where it is not yet there: below a state directory of its own.
        guest.Kernel.Run(null, Step.CreateDirectory($"/var/lib/gravity/{domain}"), Step.SetLabel($"/var/lib/gravity/{domain}", "system_u:object_r:gravity_home_t:s0")).Succeeds();
        Creates(domain, Step.CreateDirectory, $"/var/lib/gravity/{domain}/secrets", "gravity_secrets_t");
        Creates(domain, Step.CreateDirectory, $"/var/lib/gravity/{domain}/planet", "gravity_container_home_t");
        Creates(domain, Step.CreateDirectory, $"/var/lib/gravity/{domain}/planet/kubelet", "gravity_kubelet_home_t");
        Creates(domain, Step.BindTo, $"/var/lib/gravity/{domain}/installer.sock", "gravity_var_run_t");
        guest.In(domain, Step.Read("/var/lib/gravity/secrets/root.key"), Step.Write("/var/lib/gravity/site.db", "new")).Succeeds();
    }

    [Theory]
    [InlineData("gravity_t", "gravity-system.log", "gravity_tmp_t")]
    [InlineData("gravity_installer_t", "gravity-install.log", "gravity_installer_tmp_t")]
    public void A_domain_of_the_gravity_binary_has_logs_sockets_and_temporary_files_with_labels_of_their_own(string domain, string log, string temporary)
    {
        Creates(domain, path => Step.Append(path, "begin"), "/var/log/" + log, "gravity_log_t");
        guest.In(domain, Step.Append("/var/log/" + log, "more")).Succeeds();
        guest.In(domain, Step.Write("/var/log/" + log, "nothing was here")).IsDenied("write", "gravity_log_t");
        Creates(domain, Step.Create, $"/tmp/{domain}", temporary);
        Creates(domain, Step.CreateDirectory, $"/var/tmp/{domain}", temporary);
        Creates(domain, Step.BindTo, $"/tmp/{domain}.sock", temporary);
    }

    [Fact]
    public void The_directory_in_run_gets_its_label_when_gravity_makes_it()
    {
        Creates("gravity_t", Step.CreateDirectory, "/run/gravity", "gravity_var_run_t");
        Creates("gravity_t", Step.BindTo, "/run/gravity/agent.sock", "gravity_var_run_t");
    }

    [Fact]
    public void Temporary_files_are_shared_by_no_other_domain_of_gravity()
    {
        guest.In("gravity_installer_t", Step.Create("/tmp/of-the-installer")).Succeeds();
        guest.In("gravity_t", Step.Read("/tmp/of-the-installer")).IsForbidden();
    }

    [Fact]
    public void The_maintenance_domain_has_nothing_of_what_is_the_installers()
    {
        guest.In("gravity_t", Step.Read("/home/ada/notes")).IsForbidden();
        guest.In("gravity_t", Step.Create("/usr/bin/new")).IsForbidden();
        guest.In("gravity_t", Step.Write(Planet.Gravity, "x")).IsForbidden();
        guest.Permits("gravity_t", "security_t", "security", "load_policy", false);
        guest.Permits("gravity_t", "security_t", "security", "setenforce", false);
    }

    [Fact]
    public void The_installer_reads_the_home_directory_that_it_was_unpacked_in()
    {
        guest.In("gravity_installer_t", Step.List("/home/ada"), Step.Read("/home/ada/notes")).Succeeds();
        Creates("gravity_installer_t", Step.CreateDirectory, "/home/ada/.gravity", "gravity_home_t");
        Creates("gravity_installer_t", Step.Create, "/home/ada/.gravity/crashreport.tgz", "gravity_installer_report_t");
        guest.In("gravity_installer_t", Step.Write("/home/ada/notes", "x")).IsForbidden();
    }

    [Fact]
    public void The_installer_puts_programs_on_the_node_with_the_right_label_and_renames_them()
    {
        Creates("gravity_installer_t", Step.Create, "/usr/bin/gravity.new", "gravity_exec_t");
        guest.In("gravity_installer_t", Step.Rename("/usr/bin/gravity.new", "/usr/bin/gravity2")).Succeeds();
        Creates("gravity_installer_t", p => Step.CreateLink(p, Planet.Kubelet), "/usr/bin/kubectl", "gravity_kubernetes_exec_t");
        Creates("gravity_installer_t", p => Step.CreateLink(p, Planet.Kubelet), "/usr/bin/helm", "gravity_kubernetes_exec_t");
        guest.In("gravity_installer_t", Step.Remove("/usr/bin/kubectl")).Succeeds();
        Creates("gravity_installer_t", Step.Create, Planet.Root + "/data", "gravity_container_file_t");
        Creates("gravity_installer_t", Step.Create, Planet.Root + "/lib/new.so", "gravity_container_lib_t");
        Creates("gravity_installer_t", p => Step.CreateCharacterDevice(p, 1, 3), Planet.Root + "/null", "gravity_container_file_t");
        guest.In("gravity_installer_t",
            Step.SetLabel(Planet.Root + "/data", "system_u:object_r:gravity_kubernetes_exec_t:s0"),
            Step.SetFileCreation("system_u:object_r:gravity_service_exec_t:s0"),
            Step.Create(Planet.Root + "/usr/bin/serf")).Succeeds();
        Creates("gravity_installer_t", Step.Create, "/usr/lib/systemd/system/gravity-agent.service", "gravity_unit_file_t");
        Creates("gravity_installer_t", Step.Create, "/etc/modules-load.d/gravity.conf", "etc_runtime_t");
    }

    [Fact]
    public void The_installer_loads_a_policy_until_the_administrator_closes_that_door()
    {
        // The old policy is loaded once more: what is to be seen is whether it may be.
        guest.Permits("gravity_installer_t", "security_t", "security", "load_policy", true);
        guest.With("secure_mode_policyload", () => guest.Permits("gravity_installer_t", "security_t", "security", "load_policy", false));
    }

    [Theory]
    [InlineData("gravity_t")]
    [InlineData("gravity_installer_t")]
    public void A_domain_of_the_gravity_binary_asks_whether_selinux_is_enforcing_and_which_labels_files_should_have(string domain) =>
        guest.In(domain,
            Step.Read("/sys/fs/selinux/enforce"),
            Step.Read("/etc/selinux/config"),
            Step.Read("/etc/selinux/default/contexts/files/file_contexts"),
            Step.Map("/etc/selinux/default/contexts/files/file_contexts"),
            Step.Read("/usr/lib/modules/modules.dep"),
            Step.Read("/etc/passwd"),
            Step.Read("/proc/loadavg"),
            Step.Read("/proc/net/tcp"),
            Step.Read("/proc/sys/net/ipv4/ip_forward"),
            Step.Read("/proc/sys/vm/swappiness"),
            Step.Read("/proc/sys/fs/file-max"),
            Step.List("/sys/class/net")).Succeeds();

    [Theory]
    [InlineData("gravity_t")]
    [InlineData("gravity_installer_t")]
    public void A_domain_of_the_gravity_binary_reads_the_messages_of_the_kernel(string domain) => guest.In(domain, Step.Open("/proc/kmsg")).Succeeds();

    [Fact]
    public void Gravity_opens_no_raw_socket_so_that_ping_needs_a_domain_of_its_own()
    {
        guest.In("gravity_t", Step.Socket(2, 3, 1)).IsForbidden();
        guest.In("gravity_t", Step.Socket(17, 3, 0)).IsForbidden();
        guest.In("gravity_t", Step.Execute("/usr/bin/ping", Step.Socket(2, 3, 1))).Succeeds().EndsIn("ping_t");
    }

    [Fact]
    public void Clients_talk_to_the_socket_of_planet()
    {
        using var runtime = guest.Kernel.Start("system_u:system_r:gravity_container_runtime_t:s0", Step.Listen("/run/planet.sock"));
        guest.Kernel.Run(null, Step.GetLabel("/run/planet.sock")).SaysText("system_u:object_r:container_var_run_t:s0");
        guest.In("gravity_t", Step.ConnectTo("/run/planet.sock")).Succeeds();
        guest.In("gravity_installer_t", Step.ConnectTo("/run/planet.sock")).Succeeds();
        guest.In("inventory_backup_t", Step.ConnectTo("/run/planet.sock")).Succeeds();                // asks planet whether this node leads
        guest.In("inventory_t", Step.ConnectTo("/run/planet.sock")).IsForbidden();
        guest.In("gravity_t", Step.Kill(runtime.Id, 15)).Succeeds();
    }

    private void Creates(string domain, Func<string, Step> creation, string path, string type)
    {
        guest.In(domain, creation(path)).Succeeds();
        guest.Kernel.Run(null, Step.GetLabel(path)).SaysText($"system_u:object_r:{type}:s0");
    }
}
