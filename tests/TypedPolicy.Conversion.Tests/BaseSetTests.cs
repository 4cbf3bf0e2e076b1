using TypedPolicy.Conversion.Base;
using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Tests.Headers;
using TypedPolicy.Tests.Hostile;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Conversion.Tests;

/// <summary>The permission sets of headers as constants of bindings.</summary>
public sealed class BaseSetTests
{
    private const string Lift = "define(`lift_file_perms',`{ open getattr read watch }')\n";

    [Fact]
    public void A_set_is_a_constant_of_the_enum_of_the_class_that_its_name_says()
    {
        var text = Sets([.. BaseBindings.Write(BindingNames.Of(HeaderTree.Read([new HeaderFile("support/sets.spt", Lift)])))]);

        Assert.Contains("""
                    public static class File
                    {
                        /// <summary>The permission set <c>lift_file_perms</c> of the base policy: open, getattr, read, watch.</summary>
                        public const global::TypedPolicy.FilePerms Lift = global::TypedPolicy.FilePerms.Open | global::TypedPolicy.FilePerms.Getattr | global::TypedPolicy.FilePerms.Read | global::TypedPolicy.FilePerms.Watch;
                    }
                """, text, StringComparison.Ordinal);
        Assert.DoesNotContain("class Dir", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("manage_fifo_file_perms", "write", "Perms.FifoFile.Manage")]
    [InlineData("read_file_perms", "read", "Perms.File.ReadSet")]
    [InlineData("create_socket_perms", "create bind", "Perms.UdpSocket.CreateSet")]
    [InlineData("file_perms", "read execute_no_trans map entrypoint", "Perms.File.FileSet")]
    [InlineData("nudge_perms", "signal sigkill", "Perms.Process.Nudge")]
    [InlineData("use_line_perms", "read write open execute_no_trans", "Perms.File.UseLine")]
    [InlineData("serve_socket_perms", "listen name_connect", "Perms.TcpSocket.Serve")]
    [InlineData("say_netlink_socket_perms", "nlmsg_tty_audit", "Perms.NetlinkAuditSocket.SayNetlink")]
    public void A_set_whose_name_says_no_single_class_stands_with_each_class_that_has_its_permissions(string set, string permissions, string word) =>
        Assert.Contains(word, Words(SetOf(set, permissions)));

    [Fact]
    public void A_set_of_sockets_is_none_of_files_and_a_set_of_no_class_none_of_sockets()
    {
        Assert.All(Words(SetOf("talk_socket_perms", "read write")), word => Assert.EndsWith("Socket.Talk", word, StringComparison.Ordinal));
        Assert.All(Words(SetOf("use_line_perms", "read write")), word => Assert.DoesNotContain("Socket", word, StringComparison.Ordinal));
        Assert.All(Words(SetOf("say_netlink_socket_perms", "read")), word => Assert.StartsWith("Perms.Netlink", word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lift_file_perms", "open levitate")]
    [InlineData("all_file_perms", "open read")]
    [InlineData("lift_fd_perms", "read")]
    [InlineData("every_dccp_socket_perms", "ioctl read write create getattr setattr lock relabelfrom relabelto append map bind connect listen accept getopt setopt shutdown recvfrom sendto name_bind node_bind name_connect")]
    public void A_set_that_the_enum_cannot_say_just_so_is_left_out(string set, string permissions) =>
        Assert.Empty(Words(SetOf(set, permissions)));

    [Fact]
    public void A_class_that_the_library_lacks_has_its_sets_too()
    {
        var files = Write(SetOf("knock_door_perms", "knock shove"), "interface(`mist_knock',`gen_require(`type pond_t; class door { knock shove };') allow $1 pond_t:door { knock shove };')\n");

        Assert.Contains("public const global::TypedPolicy.Base.DoorPerms KnockSet = global::TypedPolicy.Base.DoorPerms.Knock | global::TypedPolicy.Base.DoorPerms.Shove;", Sets(files), StringComparison.Ordinal);
        Compile(files);
    }

    [Fact]
    public void Interfaces_and_types_give_way_to_the_class_of_sets()
    {
        var files = Write(Lift, "interface(`perms_look',`gen_require(`type perms_t, PERMS_t;') allow $1 perms_t:file read; allow $1 PERMS_t:file read;')\n");

        Assert.Contains(files, f => f.Name == "Perms2.cs");
        Assert.Equal(files.Length, files.Select(f => f.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Compile(files);
    }

    [Fact]
    public void Names_that_C_sharp_takes_for_one_are_told_apart()
    {
        var files = Write(string.Concat(((string[])["Read_file_perms", "read_file_perms", "READ_FILE_perms", "__file_perms", "_perms", "1_perms", "equals_file_perms", "get_hash_code_file_perms", "File_file_perms", "a__b_file_perms", "a_b_file_perms", "read_perms_perms", "file_file_perms"]).Select(set => SetOf(set, "read"))),
            "interface(`mist_x',`gen_require(`type pond_t; class perms { read }; class perms_perms { read }; class File { read };') allow $1 pond_t:perms read;')\n");

        Compile(files);
    }

    [Fact]
    public void A_thousand_damaged_support_files_become_C_sharp_that_compiles()
    {
        var mutations = new TextMutations(7);
        for (var batch = 0; batch < 50; batch++)
        {
            // Each name once: twenty trees in one.
            var files = Enumerable.Range(0, 20).Select(i => new HeaderFile($"support/mist{i}.spt", mutations.Damage($"define(`lift{i}_file_perms',`{{ read open }}')\ndefine(`lift{i}_socket_perms',`{{ read }}')\n")));
            Compile([.. BaseBindings.Write(BindingNames.Of(SmallTree.Read([.. files])))]);
        }
    }

    [Fact]
    public void The_order_of_the_files_changes_nothing()
    {
        HeaderFile[] files = [new("support/a.spt", Lift), new("support/b.spt", SetOf("drop_socket_perms", "read write")), new("support/c.spt", SetOf("nudge_perms", "signal"))];

        Assert.Equal(BaseBindings.Write(BindingNames.Of(SmallTree.Read(files))).AsEnumerable(), BaseBindings.Write(BindingNames.Of(SmallTree.Read([.. files.Reverse()]))));
    }

    private static string SetOf(string name, string permissions) => $"define(`{name}',`{{ {permissions} }}')\n";

    private static List<string> Words(string support) => [.. BaseSets.Of(BindingNames.Of(HeaderTree.Read([new HeaderFile("support/sets.spt", support)]))).Classes.SelectMany(c => c.Sets).Select(s => s.Word)];

    private static (string Name, string Text)[] Write(string support, string interfaces = "") =>
        [.. BaseBindings.Write(BindingNames.Of(SmallTree.Read(new HeaderFile("support/sets.spt", support), new HeaderFile("nature/mist.if", interfaces))))];

    private static string Sets((string Name, string Text)[] files) => Assert.Single(files, f => f.Name == "_PermissionSet.cs").Text;

    private static void Compile((string Name, string Text)[] files)
    {
        var errors = Policy.Compile(files).GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(5)));
    }
}
