using TypedPolicy.Guest;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Samples;

/// <summary>Which domain a program of the samples runs in, whoever starts it.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(DebianGuest))]
public sealed class TransitionTests(DebianGuest guest)
{
    private const string All = "s0-s0:c0.c1023";

    [Theory]
    [InlineData("init_t", Planet.Gravity, "gravity_t", All)]
    [InlineData("init_t", Planet.Installer, "gravity_installer_t")]
    [InlineData("init_t", Planet.Runtime, "gravity_container_runtime_t", All)]
    [InlineData("gravity_t", Planet.Runtime, "gravity_container_runtime_t")]
    [InlineData("gravity_container_runtime_t", Planet.Init, "gravity_container_init_t")]
    [InlineData("gravity_container_init_t", Planet.Kubelet, "gravity_kubernetes_t")]
    [InlineData("gravity_container_init_t", Planet.Etcd, "gravity_service_t")]
    [InlineData("gravity_container_init_t", Planet.GravityInside, "gravity_t")]
    [InlineData("gravity_container_init_t", Planet.Systemctl, "gravity_container_systemctl_t")]
    [InlineData("gravity_container_init_t", Planet.Shell, "gravity_container_t")]
    [InlineData("gravity_container_init_t", Planet.Plugin, "gravity_container_t")]
    [InlineData("gravity_container_init_t", Planet.Volume, "gravity_container_t")]
    [InlineData("gravity_container_init_t", Planet.ImageStore, "gravity_container_t")]
    [InlineData("gravity_container_t", Planet.Inventory, "inventory_t")]
    public void A_service_starts_in_its_domain_with_no_new_privileges_too(string source, string program, string domain, string level = "s0")
    {
        var context = $"system_u:system_r:{domain}:{level}";
        Assert.Equal(context, guest.In(source, Step.Execute(program)).Succeeds().Context);
        if (source != "gravity_t")
        {
            Assert.Equal(context, guest.In(source, Step.NoNewPrivileges(), Step.Execute(program)).Succeeds().Context);
        }
    }

    [Theory]
    [InlineData("gravity_t", Planet.Gravity, "gravity_t")]                                  // for its subcommands
    [InlineData("gravity_t", "/usr/bin/ordinary", "gravity_t")]
    [InlineData("gravity_t", "/usr/bin/bash", "gravity_t")]
    [InlineData("gravity_t", "/usr/bin/mount", "mount_t")]
    [InlineData("gravity_t", "/usr/sbin/iptables", "iptables_t")]
    [InlineData("gravity_t", "/usr/bin/ip", "ifconfig_t")]
    [InlineData("gravity_t", "/usr/bin/kmod", "kmod_t")]
    [InlineData("gravity_t", "/usr/bin/ping", "ping_t")]
    [InlineData("gravity_t", "/usr/sbin/restorecon", "setfiles_t")]
    [InlineData("gravity_installer_t", "/usr/sbin/semodule", "semanage_t")]
    [InlineData("gravity_installer_t", "/usr/sbin/load_policy", "load_policy_t")]
    [InlineData("gravity_installer_t", "/usr/sbin/useradd", "useradd_t")]
    [InlineData("gravity_installer_t", "/usr/sbin/groupadd", "groupadd_t")]
    [InlineData("gravity_container_t", Planet.GravityInside, "gravity_t")]
    [InlineData("gravity_container_t", Planet.Systemctl, "gravity_container_systemctl_t")]
    [InlineData("gravity_container_t", Planet.Plugin, "gravity_container_t")]               // programs of images and volumes are run
    [InlineData("gravity_container_t", Planet.Volume, "gravity_container_t")]
    [InlineData("gravity_container_systemctl_t", Planet.Root + "/bin/systemd-tty-ask-password-agent", "gravity_container_init_t")]
    [InlineData("gravity_kubernetes_t", Planet.Root + "/usr/bin/systemd-run", "gravity_kubernetes_t")]
    [InlineData("container_t", Planet.ImageStore, "container_t")]
    public void A_program_that_a_domain_starts_runs_in_the_right_one(string source, string program, string domain) =>
        guest.In(source, Step.Execute(program)).Succeeds().EndsIn(domain);

    [Theory]
    [InlineData("gravity_container_runtime_t", "/bin/systemd", Planet.Init, "gravity_container_init_exec_t", "gravity_container_init_t")]
    [InlineData("gravity_container_init_t", "/usr/bin/etcdctl-cmd", Planet.Etcd, "gravity_service_exec_t", "gravity_service_t")]
    public void A_program_starts_by_the_link_to_it_too(string source, string link, string program, string type, string domain)
    {
        guest.Kernel.Run(null, Step.CreateLink(Planet.Root + link, program), Step.SetLabel(Planet.Root + link, $"system_u:object_r:{type}:s0")).Succeeds();
        guest.In(source, Step.Execute(Planet.Root + link)).Succeeds().EndsIn(domain);
    }

    [Theory]
    [InlineData("gravity_installer_t", Planet.Kubelet)]                                     // it never runs what it puts on the node
    [InlineData("gravity_installer_t", Planet.Gravity)]
    [InlineData("gravity_container_t", Planet.Root + "/etc/passwd")]                        // data of planet's root is never executed
    [InlineData("inventory_t", "/srv/inventory/import")]
    [InlineData("container_t", Planet.Inventory)]
    public void A_program_that_a_domain_may_not_start_is_not_started(string source, string program) => guest.In(source, Step.Execute(program)).IsForbidden();

    [Theory]
    [InlineData("root:sysadm_r:sysadm_t:s0", "root")]
    [InlineData("sysadm_u:sysadm_r:sysadm_t:s0", "sysadm_u")]
    [InlineData("staff_u:sysadm_r:sysadm_t:s0", "staff_u")]
    [InlineData("unconfined_u:unconfined_r:unconfined_t:s0-s0:c0.c1023", "unconfined_u")]
    public void An_operator_runs_gravity_and_the_installer_in_the_role_of_the_system(string shell, string user)
    {
        Assert.StartsWith($"{user}:system_r:gravity_t:", guest.In(shell, Step.Execute(Planet.Gravity)).Succeeds().Context, StringComparison.Ordinal);
        Assert.StartsWith($"{user}:system_r:gravity_installer_t:", guest.In(shell, Step.Execute(Planet.Installer)).Succeeds().Context, StringComparison.Ordinal);
    }
}
