using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Debian;

/// <summary>What becomes of new processes and files on Debian.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(DebianLink))]
public class DebianTransitionTests(DebianLink link, ITestOutputHelper output)
{
    [Fact]
    public void Every_type_transition_that_setools_lists_is_made()
    {
        var lines = Setools.Ask("transitions.py", [], link.Path);
        output.WriteLine($"{lines.Length} transitions");
        Assert.True(lines.Length > 9000);
        foreach (var line in lines)
        {
            if (line.Split(' ') is [var source, var target, var @class, var name, var result, "always"])
            {
                Assert.Equal(result, link.Policy.NewType(source, target, @class, name == "-" ? null : name));
            }
        }
    }

    [Theory]
    [InlineData("system_u:system_r:init_t:s0", "system_u:object_r:sshd_exec_t:s0", "process", "system_u:system_r:sshd_t:s0")]
    [InlineData("system_u:system_r:init_t:s0", "system_u:object_r:gravity_exec_t:s0", "process", "system_u:system_r:gravity_t:s0-s0:c0.c1023")]
    [InlineData("system_u:system_r:gravity_container_init_t:s0", "system_u:object_r:gravity_kubernetes_exec_t:s0", "process", "system_u:system_r:gravity_kubernetes_t:s0")]
    [InlineData("system_u:system_r:sshd_t:s0", "system_u:object_r:tmp_t:s0", "file", "system_u:object_r:sshd_tmp_t:s0")]
    [InlineData("system_u:system_r:sshd_t:s0-s0:c0.c1023", "system_u:object_r:etc_t:s0", "file", "system_u:object_r:etc_t:s0")]
    [InlineData("system_u:system_r:sshd_t:s0-s0:c0.c1023", "system_u:system_r:sshd_t:s0", "tcp_socket", "system_u:system_r:sshd_t:s0-s0:c0.c1023")]
    [InlineData("system_u:system_r:sshd_t:s0-s0:c0.c1023", "system_u:object_r:etc_t:s0", "netlink_route_socket", "system_u:system_r:sshd_t:s0-s0:c0.c1023")]
    [InlineData("system_u:system_r:sshd_t:s0-s0:c0.c1023", "system_u:object_r:etc_t:s0", "obsolete_netlink_firewall_socket", "system_u:object_r:etc_t:s0")]
    [InlineData("system_u:system_r:sshd_t:s0-s0:c0.c1023", "system_u:object_r:etc_t:s0", "obsolete_netlink_ip6fw_socket", "system_u:object_r:etc_t:s0")]
    [InlineData("unconfined_u:unconfined_r:unconfined_t:s0", "system_u:object_r:bin_t:s0", "process", "unconfined_u:unconfined_r:unconfined_t:s0")]
    public void A_new_context_is_made_of_both(string source, string target, string @class, string result) =>
        Assert.Equal(result, link.Policy.NewContext(source, target, @class));
}
