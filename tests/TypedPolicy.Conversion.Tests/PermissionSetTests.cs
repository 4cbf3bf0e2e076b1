using Xunit;

namespace TypedPolicy.Conversion.Tests;

/// <summary>Permission sets of a distribution that are larger than the library's, as Fedora's are.</summary>
public sealed class PermissionSetTests
{
    private const string Head = "policy_module(till, 1.0)\ntype till_t;\ntype drawer_t;\nshop_file(drawer_t)\n";

    [Theory]
    [InlineData("allow till_t drawer_t:file keep_file_perms;", "[Allow<Drawer>(Perms.File.Keep)]")]
    [InlineData("allow till_t drawer_t:dir keep_dir_perms;", "[Allow<Drawer>(Perms.Dir.Keep)]")]
    [InlineData("allow till_t self:tcp_socket serve_socket_perms;", "[Allow<Self>(Perms.TcpSocket.Serve)]")]
    [InlineData("allow till_t self:{ tcp_socket udp_socket } serve_socket_perms;", "[Allow<Self>(Perms.TcpSocket.Serve, Perms.UdpSocket.Serve)]")]
    [InlineData("allow till_t drawer_t:file { keep_file_perms execute };", "[Allow<Drawer>(Perms.File.Keep | FilePerms.Execute)]")]
    [InlineData("allow till_t drawer_t:file { keep_file_perms getattr };", "[Allow<Drawer>(Perms.File.Keep)]")]
    [InlineData("allow till_t drawer_t:file keep_file_perms;\nallow till_t drawer_t:file { getattr execute };\nallow till_t drawer_t:dir keep_dir_perms;", "[Allow<Drawer>(Perms.File.Keep | FilePerms.Execute, Perms.Dir.Keep)]")]
    [InlineData("allow till_t drawer_t:file getattr;\nallow till_t drawer_t:file keep_file_perms;", "[Allow<Drawer>(Perms.File.Keep)]")]
    [InlineData("type perms_t;\nshop_file(perms_t)\nallow till_t perms_t:file keep_file_perms;", "[Allow<PermsType>(Perms.File.Keep)]")]
    public void A_set_of_the_headers_is_that_of_their_bindings(string rule, string attribute) => A_set_is_said_by_the_librarys_largest_sets_and_the_rest(rule, attribute);

    [Theory]
    [InlineData("allow till_t drawer_t:fifo_file keep_file_perms;", "[Allow<Drawer>(FifoFilePerms.Manage | FifoFilePerms.Watch | FifoFilePerms.WatchReads)]")]
    [InlineData("allow till_t drawer_t:file { create open getattr setattr read write append rename link unlink ioctl lock watch watch_reads };", "[Allow<Drawer>(FilePerms.Manage | FilePerms.Watch | FilePerms.WatchReads)]")]
    [InlineData("allow till_t drawer_t:file { getattr open read lock ioctl map };", "[Allow<Drawer>(FilePerms.ReadSet | FilePerms.Map)]")]
    [InlineData("allow till_t drawer_t:file same_file_perms;", "[Allow<Drawer>(FilePerms.ReadSet)]")]
    [InlineData("allow till_t drawer_t:file { look_file_perms lock ioctl };", "[Allow<Drawer>(FilePerms.ReadSet)]")]
    public void A_set_is_said_by_the_librarys_largest_sets_and_the_rest(string rule, string attribute) =>
        Assert.Contains(attribute + "\n", Text(Head + rule + "\n"), StringComparison.Ordinal);

    [Fact]
    public void A_few_permissions_stay_as_their_author_wrote_them() =>
        Assert.Contains("[Allow<Drawer>(FilePerms.Create | FilePerms.Write | FilePerms.Getattr)]\n", Text(Head + "allow till_t drawer_t:file { create write getattr };\n"), StringComparison.Ordinal);

    [Fact]
    public void What_no_set_can_say_is_broken_into_lines()
    {
        var text = Text(Head + "allow till_t self:capability { chown dac_override dac_read_search fowner fsetid kill setgid setuid net_admin sys_nice };\n");

        Assert.Contains("[Allow<Self>(\n    CapabilityPerms.Chown | CapabilityPerms.DacOverride | ", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 160));
    }

    [Fact]
    public void A_long_summary_is_broken_into_lines()
    {
        var summary = string.Join(' ', Enumerable.Repeat("counts what lies in the drawer", 8));
        var text = Text(Head, $"## <summary>{summary}</summary>\n## <param name=\"domain\"><summary>Who.</summary></param>\ninterface(`till_count',`\n gen_require(` type drawer_t; ')\n allow $1 drawer_t:file getattr;\n')\n");

        Assert.Contains("    /// <summary>\n    /// counts what lies in the drawer", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 165));
    }

    private static string Text(string te, string? interfaces = null) => string.Join("\n", SmallPolicy.Convert(te, interfaces).Files.Select(f => f.Text));
}
