using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Debian;

/// <summary>What the domains of the samples may do in Debian's whole policy, and what they may not.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(DebianLinks))]
public class DebianAccessTests(DebianLinks links)
{
    public static TheoryData<string> Allowed =>
        [
            "allow gravity_t gravity_exec_t file entrypoint",
            "allow gravity_t gravity_exec_t file execute_no_trans",
            "allow gravity_t gravity_secrets_t file write",
            "allow gravity_t gravity_port_t tcp_socket name_bind",
            "allow gravity_t gravity_kubernetes_port_t tcp_socket name_connect",
            "allow gravity_t proc_kmsg_t file read",
            "allow gravity_t init_t dbus send_msg",
            "allow init_t gravity_t dbus send_msg",
            "allow gravity_t gravity_unit_file_t service start",
            "allow gravity_t gravity_container_runtime_t unix_stream_socket connectto",
            "allow gravity_installer_t user_home_t file read",
            "allow gravity_installer_t user_home_t file open",
            "allow gravity_installer_t gravity_kubernetes_exec_t file create",
            "allow gravity_installer_t gravity_install_port_t tcp_socket name_bind",
            "allow gravity_installer_t gravity_installer_report_t file write",
            "allow gravity_container_runtime_t gravity_container_init_t process transition",
            "allow gravity_container_runtime_t container_var_run_t sock_file create",
            "allow gravity_container_runtime_t gravity_container_file_t dir mounton",
            "allow gravity_container_init_t gravity_kubernetes_t process transition",
            "allow gravity_container_init_t gravity_kubernetes_t process2 nnp_transition",
            "allow gravity_kubernetes_t gravity_kubernetes_exec_t file entrypoint",
            "allow gravity_kubernetes_t gravity_container_init_t process sigchld",
            "allow gravity_kubernetes_t gravity_secrets_t file read",
            "allow gravity_kubernetes_t gravity_kubernetes_port_t tcp_socket name_bind",
            "allow gravity_kubernetes_t container_file_t dir relabelto",
            "allow gravity_kubernetes_t inventory_storage_t dir mounton",
            "allow gravity_service_t gravity_container_home_t file map",
            "allow gravity_service_t dns_port_t udp_socket name_bind",
            "allow gravity_service_t tun_tap_device_t chr_file ioctl",
            "allow gravity_container_systemctl_t gravity_container_init_t system start",
            "allow gravity_container_t container_file_t file entrypoint",
            "allow gravity_container_t gravity_home_t file read",
            "allow gravity_container_t gravity_container_lib_t file execute",
            "allow inventory_t inventory_storage_t file write",
            "allow inventory_t inventory_port_t tcp_socket name_bind",
            "allow inventory_backup_t inventory_storage_t file read",
            "allow gravity_t inventory_port_t tcp_socket name_connect",
        ];

    public static TheoryData<string> Conditional =>
        [
            "allow gravity_t ssh_port_t tcp_socket name_connect if gravity_connect_any",
            "allow gravity_kubernetes_t nfs_t file write if gravity_kubernetes_use_nfs",
            "allow inventory_t http_cache_port_t tcp_socket name_connect if inventory_fetch_prices",
            "allow gravity_installer_t security_t security load_policy if !secure_mode_policyload",
        ];

    public static TheoryData<string> NeverAllowed =>
        [
            "allow gravity_t security_t security load_policy",
            "allow gravity_t user_home_t file read",
            "allow gravity_t gravity_exec_t file write",
            "allow gravity_t shadow_t file read",
            "allow gravity_t gravity_t capability sys_admin",
            "allow gravity_installer_t gravity_installer_exec_t file write",
            "allow gravity_installer_t gravity_kubernetes_exec_t file execute",
            "allow gravity_installer_t shadow_t file read",
            "allow gravity_container_runtime_t gravity_container_runtime_t capability dac_override",
            "allow gravity_container_t gravity_secrets_t file read",
            "allow gravity_container_t gravity_container_file_t file execute",
            "allow gravity_container_t gravity_container_exec_t file write",
            "allow gravity_kubernetes_t gravity_kubernetes_exec_t file write",
            "allow gravity_service_t gravity_container_lib_t file write",
            "allow gravity_container_init_t security_t security load_policy",
            "allow container_t gravity_secrets_t file read",
            "allow container_t inventory_storage_t file read",
            "allow inventory_t gravity_secrets_t file read",
            "allow inventory_t gravity_home_t file write",
            "allow inventory_backup_t inventory_storage_t file write",
            "allow gravity_container_t inventory_storage_t file read",
            "allow gravity_t bin_t file entrypoint",
            "allow gravity_t gravity_container_t file write",
        ];

    public static TheoryData<string> Transitions =>
        [
            "typetransition gravity_container_init_t gravity_kubernetes_exec_t process gravity_kubernetes_t",
            "typetransition gravity_container_init_t gravity_service_exec_t process gravity_service_t",
            "typetransition gravity_container_init_t gravity_exec_t process gravity_t",
            "typetransition gravity_container_init_t gravity_container_systemctl_exec_t process gravity_container_systemctl_t",
            "typetransition gravity_container_init_t gravity_container_exec_t process gravity_container_t",
            "typetransition gravity_container_init_t container_file_t process gravity_container_t",
            "typetransition init_t gravity_exec_t process gravity_t",
            "typetransition init_t gravity_installer_exec_t process gravity_installer_t",
            "typetransition init_t gravity_container_runtime_exec_t process gravity_container_runtime_t",
            "typetransition gravity_t gravity_container_runtime_exec_t process gravity_container_runtime_t",
            "typetransition gravity_container_runtime_t gravity_container_init_exec_t process gravity_container_init_t",
            "typetransition unconfined_t gravity_installer_exec_t process gravity_installer_t",
            "typetransition gravity_container_t inventory_exec_t process inventory_t",
        ];

    [Theory]
    [MemberData(nameof(Allowed))]
    public void It_is_allowed(string fact) => Assert.Contains("", links.WithSamples.Dump.ConditionsOf(fact));

    [Theory]
    [MemberData(nameof(Conditional))]
    public void It_is_allowed_under_one_boolean_alone(string fact)
    {
        var parts = fact.Split(" if ");
        Assert.Equal([parts[1]], links.WithSamples.Dump.ConditionsOf(parts[0]));
    }

    [Theory]
    [MemberData(nameof(NeverAllowed))]
    public void It_is_not_allowed_however_the_booleans_are_set(string fact) => Assert.Empty(links.WithSamples.Dump.ConditionsOf(fact));

    [Theory]
    [MemberData(nameof(Transitions))]
    public void It_changes_domain(string fact) => Assert.Contains(fact, links.WithSamples.Dump.Texts);

    [Fact]
    public void Setools_agree()
    {
        Assert.Contains("allow gravity_installer_t security_t:security", Sesearch("gravity_installer_t", "security_t", "security", "load_policy"));
        Assert.Equal("", Sesearch("gravity_t", "security_t", "security", "load_policy").Trim());
        Assert.Equal("", Sesearch("container_t", "inventory_storage_t", "file", "read").Trim());
    }

    private string Sesearch(string source, string target, string @class, string permission) =>
        Tool.Sesearch.Run("-A", "-s", source, "-t", target, "-c", @class, "-p", permission, links.WithSamples.Binary).Succeeded().Output;
}
