using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary><c>show</c>, on headers of a farm.</summary>
public sealed class ShowTests : IDisposable
{
    private const string Support = """
        define(`gen_require',`require { $1 }')
        define(`tunable_policy',`require { bool $1; } if ($1) { $2 }')
        define(`read_file_perms',`{ getattr read open }')
        define(`graze_pattern',`allow $1 $2:dir search; allow $1 $3:file read_file_perms;')
        """;

    private const string Barn = """
        ## <summary>Graze.</summary>
        ## <desc><p>All day.</p></desc>
        ## <param name="domain"><summary>Who grazes.</summary></param>
        ## <param name="meadow"><summary>Where.</summary></param>
        interface(`barn_graze',`
        	gen_require(`type hay_t;')
        	# slowly
        	graze_pattern($1, $2, hay_t)

        	tunable_policy(`barn_day',`allow $1 hay_t:file write;')
        ')
        """;

    private readonly TemporaryFolder _folder = new();

    public ShowTests()
    {
        Directory.CreateDirectory(_folder.At("headers/farm"));
        _folder.Write("headers/macros.spt", Support);
        _folder.Write("headers/farm/barn.if", Barn);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("usr_t", "files")]
    [InlineData("tmp_t", "files")]
    [InlineData("bin_t", "corecommands")]
    [InlineData("init_t", "init")]
    [InlineData("urandom_device_t", "devices")]
    [InlineData("fs_t", "filesystem")]
    [InlineData("proc_t", "kernel")]
    [InlineData("unlabeled_t", "kernel")]
    [InlineData("net_conf_t", "sysnetwork")]
    [InlineData("var_log_t", "logging")]
    [InlineData("user_home_t", "userdomain")]
    [InlineData("xserver_t", "xserver")]
    [InlineData("systemd_logind_t", "systemd")]
    [InlineData("passwd_t", "usermanage")]
    [InlineData("dbusd_etc_t", "dbus")]
    [Trait("Needs", "toolchain")]
    public void A_type_of_Debian_is_shown_with_the_module_that_declares_it(string type, string module)
    {
        var lines = TypedPolicyCommand.Run("show", type).Succeeds().Output.Split('\n');
        Assert.Equal($"{type}, type of {module}", lines[0]);
        Assert.Contains($"/{module}.if:", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list_dir_perms")]
    [InlineData("DirPerms.List")]
    [InlineData("DirPerms.ListSet")]
    [Trait("Needs", "toolchain")]
    public void A_set_of_permissions_is_shown_by_either_name(string word) =>
        Assert.StartsWith("list_dir_perms, permission set\n", TypedPolicyCommand.Run("show", word).Succeeds().Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("barn_graze")]
    [InlineData("Barn.Graze")]
    [InlineData("[Barn.Graze]")]
    public void An_interface_is_shown_with_its_place_source_expansion_grants_and_requirements(string name) =>
        Assert.Equal(
            $$"""
            barn_graze, interface of barn
            {{_folder.At("headers")}}/farm/barn.if:5
              Graze.
              All day.
            C#:
              [Barn.Graze<TMeadow>]
            parameters:
              $1 domain (the class that carries the attribute): Who grazes.
              $2 meadow (type argument): Where.
            source:
              interface(`barn_graze',`
                  gen_require(`type hay_t;')
                  # slowly
                  graze_pattern($1, $2, hay_t)
              
                  tunable_policy(`barn_day',`allow $1 hay_t:file write;')
              ')
            expansion:
              (require (type hay_t) (boolean barn_day))
              (allow {subject} {arg1} (dir (search)))
              (allow {subject} hay_t (file (getattr read open)))
              (if barn_day
              (true
              (allow {subject} hay_t (file (write)))
              ))
            grants $1:
              $2:dir search
              hay_t:file { getattr open read }
            grants $1 where barn_day:
              hay_t:file write
            requires:
              type hay_t
              boolean barn_day


            """,
            Show(name).Succeeds().Output);

    [Fact]
    public void A_permission_set_is_what_C_sharp_calls_it_and_a_pattern_is_written_out()
    {
        var set = Show("read_file_perms", "--format", "json").Succeeds().Json().GetProperty("found")[0];
        Assert.Equal(("permissionSet", "Perms.File.ReadSet", "macros.spt", 3), (set.GetProperty("kind").GetString(), set.GetProperty("csharp").GetString(), set.GetProperty("file").GetString(), set.GetProperty("line").GetInt32()));
        Assert.Contains("allow $1 $3:file { getattr read open };", Show("graze_pattern").Succeeds().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_permission_set_is_found_by_what_the_bindings_call_it()
    {
        Assert.StartsWith("read_file_perms, permission set\n", Show("Perms.File.ReadSet").Succeeds().Output, StringComparison.Ordinal);
        Assert.Equal("The headers have no 'Perms.File.Reed'.\n", Show("Perms.File.Reed").EndsWith(ExitCode.No).Error);
    }

    [Fact]
    public void A_type_is_shown_with_the_interfaces_that_have_rules_about_it() =>
        Assert.Equal($"hay_t, type of barn\nfirst named in {_folder.At("headers")}/farm/barn.if:5\nC#:\n  Hay\ninterfaces with rules about it:\n  barn_graze\n\n", Show("hay_t").Succeeds().Output);

    [Fact]
    public void A_name_that_is_not_there_ends_with_1_and_brings_others_to_mind()
    {
        Assert.Equal("The headers have no 'barn_graez'.\nDid you mean barn_graze?\n", Show("barn_graez").EndsWith(ExitCode.No).Error);
        Assert.Equal("barn_graze", Show("barn_graez", "--format", "json").EndsWith(ExitCode.No).Json().GetProperty("didYouMean")[0].GetString());
    }

    private CommandRun Show(params string[] arguments) => TypedPolicyCommand.Run(["show", "--headers", _folder.At("headers"), .. arguments]);
}
