using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Samples;

/// <summary>What the comments of the samples say of what runs inside planet, of workloads and of ordinary containers.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(DebianGuest))]
public sealed class ContainerTests(DebianGuest guest)
{
    private const int NotATerminal = 25;
    private const string Secret = "/var/lib/gravity/secrets/root.key";

    [Theory]
    [InlineData("gravity_container_t")]
    [InlineData("gravity_kubernetes_t")]
    [InlineData("gravity_service_t")]
    [InlineData("gravity_container_init_t")]
    public void A_process_inside_planet_writes_data_and_no_programs(string domain)
    {
        guest.In(domain,
            Step.Create($"{Planet.Root}/var/tmp/{domain}"),
            Step.Write(Planet.Root + "/etc/passwd", "root"),
            Step.Read(Planet.Root + "/lib/x86_64-linux-gnu/libc.so.6"),
            Step.MapExecutable(Planet.Root + "/lib/x86_64-linux-gnu/libc.so.6"),
            Step.Read(Planet.Shell),
            Step.Read(Planet.Root + "/lib/systemd/system/etcd.service"),
            Step.Read("/var/lib/gravity/site.db")).Succeeds();
        guest.In(domain, Step.Write(Planet.Root + "/lib/x86_64-linux-gnu/libc.so.6", "x")).IsForbidden();
        guest.In(domain, Step.Write(Planet.Shell, "x")).IsForbidden();
        guest.In(domain, Step.Remove(Planet.Kubelet)).IsForbidden();
    }

    [Theory]
    [InlineData("gravity_kubernetes_t")]
    [InlineData("gravity_service_t")]
    public void Kubernetes_and_the_services_under_it_read_the_secrets(string domain)
    {
        guest.In(domain, Step.List("/var/lib/gravity/secrets"), Step.Read(Secret)).Succeeds();
        guest.In(domain, Step.Write(Secret, "x")).IsForbidden();
    }

    [Theory]
    [InlineData("gravity_container_t")]
    [InlineData("gravity_container_init_t")]
    [InlineData("gravity_container_logger_t")]
    [InlineData("gravity_container_systemctl_t")]
    [InlineData("inventory_t")]
    [InlineData("inventory_backup_t")]
    [InlineData("container_t")]
    public void No_ordinary_container_reads_the_secrets(string domain) => guest.In(domain, Step.Read(Secret)).IsForbidden();

    [Theory]
    [InlineData("gravity_container_t")]
    [InlineData("gravity_kubernetes_t")]
    public void What_runs_inside_planet_sees_and_signals_its_fellows(string domain)
    {
        using var fellow = guest.Kernel.Start("system_u:system_r:gravity_service_t:s0", Step.Wait());
        guest.In(domain, Step.Read($"/proc/{fellow.Id}/stat"), Step.List($"/proc/{fellow.Id}")).Succeeds();
        guest.In("gravity_container_t", Step.Kill(fellow.Id, 0), Step.Kill(fellow.Id, 12)).Succeeds();
        guest.In("container_t", Step.Kill(fellow.Id, 12)).IsForbidden();
    }

    [Theory]
    [InlineData("gravity_kubernetes_t")]
    [InlineData("gravity_container_t")]
    [InlineData("gravity_service_t")]
    public void What_runs_inside_planet_reads_and_writes_the_messages_of_the_kernel(string domain)
    {
        guest.In(domain, Step.OpenBoth("/dev/kmsg")).Succeeds();
        guest.In(domain, Step.Write("/dev/kmsg", "from planet")).Succeeds();
    }

    [Fact]
    public void The_node_problem_detector_reads_the_log_of_the_kernel() => guest.In("gravity_kubernetes_t", Step.KernelLog(3)).Succeeds();

    [Fact]
    public void The_kubelet_manages_its_directory_and_the_volumes_of_pods()
    {
        foreach (var folder in (string[])["device-plugins", "plugins_registry", "pod-resources", "pods"])
        {
            guest.In("gravity_kubernetes_t", Step.CreateDirectory("/var/lib/gravity/planet/kubelet/" + folder)).Succeeds();
            guest.Kernel.Run(null, Step.GetLabel("/var/lib/gravity/planet/kubelet/" + folder)).SaysText("system_u:object_r:container_file_t:s0");
        }

        guest.In("gravity_kubernetes_t",
            Step.Create("/var/lib/gravity/planet/kubelet/config.yaml"),
            Step.Write("/var/lib/gravity/planet/kubelet/plugins/state", "x"),
            Step.CreateDirectory("/var/lib/kubelet/pods/1"),
            Step.SetLabel("/var/lib/kubelet/pods/1", "system_u:object_r:container_file_t:s0:c1,c2"),
            Step.Mount("tmpfs", "/var/lib/kubelet/pods/1", "tmpfs")).Succeeds();
    }

    [Fact]
    public void Etcd_keeps_and_maps_its_database()
    {
        guest.In("gravity_service_t", Step.Create("/var/lib/gravity/planet/etcd/db"), Step.Map("/var/lib/gravity/planet/etcd/db")).Succeeds();
        guest.In("gravity_container_t", Step.Read("/var/lib/gravity/planet/etcd/db")).Succeeds();
        guest.In("gravity_container_t", Step.Write("/var/lib/gravity/planet/etcd/db", "x")).IsForbidden();
    }

    [Fact]
    public void Planets_runtime_mounts_and_no_service_but_the_kubelet_and_init_does()
    {
        guest.In("gravity_container_runtime_t", Step.Mount("proc", Planet.Root + "/var", "proc")).Succeeds();
        guest.In("gravity_container_init_t", Step.Mount("tmpfs", Planet.Root + "/run", "tmpfs")).Succeeds();
        guest.In("gravity_container_init_t", Step.Create(Planet.Root + "/run/init.pid")).Succeeds();
        guest.Kernel.Run(null, Step.GetLabel(Planet.Root + "/run/init.pid")).SaysText("system_u:object_r:gravity_container_var_run_t:s0");
        guest.In("gravity_container_t", Step.Mount("tmpfs", Planet.Root + "/etc", "tmpfs")).IsForbidden();
    }

    [Fact]
    public void Flannel_makes_the_few_requests_of_a_tun_device_and_no_others()
    {
        // Any device will do: a request that the policy lets through is one that /dev/null does not know (ENOTTY).
        guest.Device("/dev/tun-of-flannel", "tun_tap_device_t");
        Assert.Equal(NotATerminal, guest.In("gravity_service_t", Step.Ioctl("/dev/tun-of-flannel", 0x54ca)).Error);
        Assert.Equal(NotATerminal, guest.In("gravity_service_t", Step.Ioctl("/dev/tun-of-flannel", 0x54d2)).Error);
        guest.In("gravity_service_t", Step.Ioctl("/dev/tun-of-flannel", 0x54ce)).IsDenied("ioctl", "tun_tap_device_t");
    }

    [Fact]
    public void Systemctl_inside_planet_asks_its_init_and_shows_its_journal()
    {
        guest.In("gravity_container_init_t", Step.CreateDirectory("/var/lib/gravity/planet/journal"), Step.Append("/var/lib/gravity/planet/journal/log", "entry")).Succeeds();
        guest.In("gravity_container_systemctl_t", Step.Read("/var/lib/gravity/planet/journal/log"), Step.Map("/var/lib/gravity/planet/journal/log")).Succeeds();
        guest.Permits("gravity_container_systemctl_t", "system_u:system_r:gravity_container_init_t:s0", "system", "start", true);
        guest.Permits("gravity_container_systemctl_t", "gravity_unit_file_t", "service", "start", true);
        guest.Permits("gravity_t", "system_u:system_r:init_t:s0", "dbus", "send_msg", true);
    }

    [Fact]
    public void The_kubelet_uses_nfs_where_the_administrator_allows_it()
    {
        guest.Permits("gravity_kubernetes_t", "nfs_t", "file", "write", false);
        guest.With("gravity_kubernetes_use_nfs", () => guest.Permits("gravity_kubernetes_t", "nfs_t", "file", "write", true));
    }

    [Fact]
    public void A_workload_starts_its_own_program_on_the_node_again() =>
        guest.In("inventory_t", Step.Execute(Planet.Inventory)).Succeeds().EndsIn("inventory_t");

    [Fact]
    public void The_logger_keeps_its_volume()
    {
        guest.In("gravity_container_logger_t", Step.Create("/var/lib/gravity/logrange/chunk"), Step.Map("/var/lib/gravity/logrange/chunk")).Succeeds();
        guest.In("gravity_t", Step.Read("/var/lib/gravity/logrange/chunk")).Succeeds();
        guest.In("inventory_t", Step.Read("/var/lib/gravity/logrange/chunk")).IsForbidden();
    }

    [Fact]
    public void The_inventory_has_a_volume_that_no_other_container_opens()
    {
        guest.In("inventory_t",
            Step.Create("/srv/inventory/new.db"),
            Step.Map("/srv/inventory/new.db"),
            Step.Rename("/srv/inventory/new.db", "/srv/inventory/items2.db"),
            Step.Read("/etc/inventory/inventory.yaml"),
            Step.Create("/srv/inventory/import/list.csv")).Succeeds();
        guest.Kernel.Run(null, Step.GetLabel("/srv/inventory/import/list.csv")).SaysText("system_u:object_r:inventory_import_t:s0");
        guest.In("inventory_backup_t", Step.Read("/srv/inventory/items.db"), Step.Create("/srv/inventory-backup/tuesday")).Succeeds();
        guest.In("inventory_backup_t", Step.Write("/srv/inventory/items.db", "x")).IsForbidden();
        guest.In("inventory_t", Step.Write("/etc/inventory/inventory.yaml", "x")).IsForbidden();
        guest.In("container_t", Step.Read("/srv/inventory/items.db")).IsForbidden();
        guest.In("gravity_container_t", Step.Read("/srv/inventory/items.db")).IsForbidden();
        guest.In("gravity_kubernetes_t", Step.List("/srv/inventory")).Succeeds();
    }

    [Fact]
    public void The_inventory_fetches_prices_where_the_administrator_allows_it()
    {
        guest.In("inventory_t", Step.Connect("tcp", 9999)).IsForbidden();
        guest.With("inventory_fetch_prices", () => guest.In("inventory_t", Step.Connect("tcp", 9999)).IsOnlyRefused());
    }

    [Fact]
    public void An_image_with_the_inventory_runs_in_its_domain_where_the_pod_asks_for_it() =>
        guest.In("init_t", Step.SetExecution("system_u:system_r:inventory_t:s0:c1,c2"), Step.Execute(Planet.Volume)).IsForbidden();

    [Fact]
    public void Categories_keep_containers_apart()
    {
        guest.In("system_u:system_r:container_t:s0:c1,c2", Step.Create("/var/lib/containers/storage/of-one"), Step.Read("/var/lib/containers/storage/of-one")).Succeeds();
        guest.Kernel.Run(null, Step.GetLabel("/var/lib/containers/storage/of-one")).SaysText("system_u:object_r:container_file_t:s0:c1,c2");
        guest.In("system_u:system_r:container_t:s0:c3,c4", Step.Read("/var/lib/containers/storage/of-one")).IsDenied("read", "container_file_t");
        guest.In("system_u:system_r:container_t:s0:c3,c4", Step.Append("/var/lib/containers/storage/of-one", "x")).IsForbidden();
        guest.In("system_u:system_r:container_t:s0:c3,c4", Step.Remove("/var/lib/containers/storage/of-one")).IsForbidden();
        using var one = guest.Kernel.Start("system_u:system_r:container_t:s0:c1,c2", Step.Wait());
        guest.In("system_u:system_r:container_t:s0:c3,c4", Step.Kill(one.Id, 12)).IsForbidden();
        guest.In("system_u:system_r:container_t:s0:c1,c2", Step.Kill(one.Id, 12)).Succeeds();
        guest.In("gravity_kubernetes_t", Step.Read("/var/lib/containers/storage/of-one")).Succeeds();
    }

    [Fact]
    public void A_container_installs_programs_into_its_own_files_and_runs_them_and_has_the_network()
    {
        guest.In("container_t",
            Step.Create("/var/lib/containers/storage/installed"),
            Step.BindTo("/var/lib/containers/storage/socket"),
            Step.Bind("tcp", 8080),
            Step.Bind("udp", 5353),
            Step.Connect("tcp", 443)).IsOnlyRefused();
        guest.In("container_t", Step.Execute(Planet.ImageStore, Step.Fork())).Succeeds().EndsIn("container_t");
    }
}
