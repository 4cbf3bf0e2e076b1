using TypedPolicy.Tool.Shell;
using TypedPolicy.Toolchain.Tests.Tools;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Installing;

/// <summary><c>typedpolicy install</c> and <c>uninstall</c> in a system below a folder: libsemanage does the transaction, setfiles knows the labels.</summary>
[Trait("Needs", "toolchain")]
public sealed class InstallTests : IDisposable
{
    private readonly InstalledSystem _system = new(
        "/usr/bin/greeter", "/usr/bin/other", "/var/lib/greeter/notes", "/var/lib/greeter/a b\nc'$(x)", "/var/lib/greeter/deep/er/file", "/var/lib/greeters/file", "/srv/greeter.d/x", "/run/greeter.sock", "/home/");

    public void Dispose() => _system.Dispose();

    [Fact]
    public void Exactly_the_files_get_another_label_that_setfiles_gives_one()
    {
        // One file was labelled by hand before: it is none of the change's business.
        _system.SetLabel("/usr/bin/other", "system_u:object_r:kernel_t:s0");
        Agrees(() => _system.Run("install", _system.Labelling("greeter", "1.0", "/var/lib/greeter(/.*)?", "/srv/[^/]*\\.d(/.*)?", "/usr/bin/greeter")), changed: 9);
        Agrees(() => _system.Run("install", _system.Labelling("greeter", "2.0", "/var/lib/greeter(/.*)?", "/var/lib/greeter/deep", "/run/greeter\\.sock", "/usr/bin/greeter")), changed: 3);
        Agrees(() => _system.Run("uninstall", "greeter"), changed: 8);
        Assert.Equal("system_u:object_r:kernel_t:s0", _system.Labels["/usr/bin/other"]);
    }

    [Fact]
    public void A_dry_run_lists_what_an_installation_does_and_changes_nothing()
    {
        var module = _system.Labelling("greeter", "1.0", "/var/lib/greeter(/.*)?");
        var (store, labels) = (_system.Store, _system.Labels);
        var tried = _system.Run("install", "--dry-run", "--format", "json", module).Succeeds().Json().GetProperty("outcome").GetProperty("labels").ToString();

        Assert.Equal(store, _system.Store);
        Assert.Equal(labels, _system.Labels);
        Assert.Equal(tried, _system.Run("install", "--format", "json", module).Succeeds().Json().GetProperty("outcome").GetProperty("labels").ToString());
        Assert.Contains("greeter_t", tried, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_that_is_there_keeps_its_user_and_level_and_one_that_an_administrator_set_stays()
    {
        _system.SetLabel("/var/lib/greeter/notes", "root:object_r:default_t:s0:c0");
        _system.SetLabel("/var/lib/greeter/deep", "system_u:object_r:by_hand_t:s0");
        _system.Run("install", _system.Labelling("greeter", "1.0", "/var/lib/greeter(/.*)?")).Succeeds();

        Assert.Equal("root:object_r:greeter_t:s0:c0", _system.Labels["/var/lib/greeter/notes"]);
        Assert.Equal("system_u:object_r:by_hand_t:s0", _system.Labels["/var/lib/greeter/deep"]);
        Assert.Equal("system_u:object_r:greeter_t:s0", _system.Labels["/var/lib/greeter/deep/er"]);
    }

    [Fact]
    public void What_semodule_rejects_is_reported_at_the_line_of_C_sharp_and_changes_nothing()
    {
        _system.Run("install", _system.Labelling("greeter", "1.0", "/var/lib/greeter(/.*)?")).Succeeds();
        var (store, labels) = (_system.Store, _system.Labels);
        var broken = _system.Module("farm", """
            ;;* lmx 7 "Farm.cs"
            (type farm_t)
            ;;* lme
            ;;* lmx 9 "Farm.cs"
            (allow farm_t nowhere_t (file (read)))
            ;;* lme

            """);
        var run = _system.Run("install", _system.Labelling("greeter", "2.0", "/srv(/.*)?"), broken).EndsWith(ExitCode.No);

        Assert.Contains("Farm.cs(9): error TP9001: Neither this policy nor its base declares 'nowhere_t'.", run.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed.", run.Error, StringComparison.Ordinal);
        Assert.Equal(store, _system.Store);
        Assert.Equal(labels, _system.Labels);
        Assert.False(Directory.Exists(Path.Combine(_system.Host.State, "pending", "000001")));
        _system.Run("status", _system.Labelling("greeter", "1.0", "/var/lib/greeter(/.*)?")).Succeeds();
    }

    [Theory]
    [InlineData("[sefcontext_compile]\npath = /tmp/evil\nargs = -r $@\n[end]\n")]
    [InlineData("[sefcontext_compile]\npath = /usr/sbin/sefcontext_compile\nargs = -o /etc/passwd $@\n[end]\n")]
    [InlineData("compiler-directory = /tmp\n")]
    [InlineData("store-root = /../outside\n")]
    public void An_image_that_has_something_run_here_or_leads_out_of_it_is_refused(string configuration)
    {
        File.AppendAllText(_system.Host.SemanageConfiguration, configuration);
        _system.Run("install", "--dry-run", _system.Labelling("greeter", "1.0")).EndsWith(ExitCode.Failure);
    }

    [Fact]
    public void The_programs_of_the_distribution_may_be_configured()
    {
        File.AppendAllText(_system.Host.SemanageConfiguration, "[sefcontext_compile]\npath = /usr/sbin/sefcontext_compile\nargs = -r $@\n[end]\n");
        _system.Run("install", "--dry-run", _system.Labelling("greeter", "1.0")).Succeeds();
    }

    [Fact]
    public void Pipes_in_an_image_are_not_waited_for()
    {
        foreach (var path in new[] { Path.Combine(_system.Host.Contexts, "files", "x.fifo"), _system.Host.FileContexts + ".homedirs" })
        {
            File.Delete(path);
            Installed.Mkfifo.Run(path).Succeeded();
        }

        _system.Run("install", _system.Labelling("greeter", "1.0")).Succeeds();
    }

    [Fact]
    public void A_link_in_an_image_leads_nowhere_outside_of_it()
    {
        using var outside = new TemporaryFolder();
        Directory.CreateDirectory(_system.At("/var/lib"));
        Directory.CreateSymbolicLink(_system.At("/var/lib/typedpolicy"), outside.At("."));
        Assert.Contains("leads out of", _system.Run("install", _system.Labelling("greeter", "1.0")).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(outside.At(".")));
    }

    [Fact]
    public void A_module_that_others_need_stays_and_the_message_names_them()
    {
        var greeter = _system.Labelling("greeter", "1.0");
        var farm = _system.Module("farm", "(type farm_t)\n(allow farm_t greeter_t (file (read)))\n");
        _system.Run("install", farm, greeter).Succeeds();

        Assert.Contains("Other modules need it; remove them too: farm.", _system.Run("uninstall", "greeter").EndsWith(ExitCode.No).Error, StringComparison.Ordinal);
        Assert.Equal("farm\tremoved\ngreeter\tremoved\n0 files got another label.\n", _system.Run("uninstall", "farm", "greeter").Succeeds().Output);
        Assert.Contains("None of farm is installed at priority 400.", _system.Run("uninstall", "farm").EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_upgrade_and_a_downgrade_say_the_versions_and_the_same_again_does_nothing()
    {
        string Version(string version) => _system.Run("install", _system.Labelling("greeter", version, "/srv(/.*)?")).Succeeds().Output.Split('\n')[0];
        Assert.Equal("greeter\tinstalled (1.0)", Version("1.0"));
        Assert.Equal("greeter\t1.0 → 1.1", Version("1.1"));
        Assert.Equal("greeter\t1.1 → 1.0", Version("1.0"));
        var store = _system.Store;
        Assert.Equal("greeter\tunchanged (1.0)", Version("1.0"));
        Assert.Equal(store, _system.Store);
    }

    [Fact]
    public void Of_a_build_for_several_targets_that_of_the_system_is_taken()
    {
        var folder = Path.GetDirectoryName(_system.Labelling("greeter", "1.0", "/srv(/.*)?"))!;
        Directory.CreateDirectory(Path.Combine(folder, "policy", "el9"));
        File.Move(Path.Combine(folder, "greeter.cil"), Path.Combine(folder, "policy", "el9", "greeter.cil"));

        var refused = _system.Run("install", Path.Combine(folder, "policy")).EndsWith(ExitCode.Failure);
        Assert.Contains("is for el9, and this system is debian12", refused.Error, StringComparison.Ordinal);
        Assert.Contains("Add debian12 to TypedPolicyTargets and build again, or choose a form all the same with --target.", refused.Error, StringComparison.Ordinal);
        Directory.Move(Path.Combine(folder, "policy", "el9"), Path.Combine(folder, "policy", "debian12"));
        _system.Run("install", Path.Combine(folder, "policy")).Succeeds();
    }

    [Fact]
    public void The_status_has_the_version_the_permissive_domains_and_the_files_with_another_label()
    {
        var module = _system.Labelling("greeter", "1.0", "/srv(/.*)?");
        Assert.Equal("greeter\tnot installed\n", _system.Run("status", module).EndsWith(ExitCode.No).Output);
        _system.Run("install", module).Succeeds();
        Assert.Equal("greeter\tinstalled (1.0) at priority 400, equals the build\n", _system.Run("status", module).Succeeds().Output);

        _system.SetLabel("/srv/greeter.d", "system_u:object_r:bin_t:s0");
        Installed.Semodule.Run("-p", _system.Root, "-s", "small", "-n", "-i", _system.Module("permissive_greeter_t", "(typepermissive greeter_t)")).Succeeded();
        Assert.Equal(
            """
            greeter	installed (1.0) at priority 400, differs from the build, which is 1.1
            greeter_t	permissive: its processes are not denied anything
            /srv/greeter.d	system_u:object_r:bin_t:s0	is to be system_u:object_r:greeter_t:s0

            """,
            _system.Run("status", _system.Labelling("greeter", "1.1")).EndsWith(ExitCode.No).Output);
    }

    [Fact]
    public void A_root_without_a_store_is_named_with_what_to_do() =>
        Assert.Contains("There is no policy store", _system.Run("install", "--store", "nothing", _system.Labelling("greeter", "1.0")).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);

    private void Agrees(Func<Support.CommandRun> change, int changed)
    {
        using var other = _system.Copy();
        var before = _system.Labels;
        var run = change().Succeeds();
        var after = _system.Labels;

        // What setfiles does to all files with the same file contexts, but for what was wrong before.
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_system.Host.FileContexts)!))
        {
            File.Copy(file, Path.Combine(Path.GetDirectoryName(other.Host.FileContexts)!, Path.GetFileName(file)), overwrite: true);
        }

        other.Relabel();
        var wrongBefore = before.Where(b => b.Value?.Contains("kernel_t", StringComparison.Ordinal) == true).Select(b => b.Key).ToHashSet();
        Assert.Equal(other.Labels.Where(l => !wrongBefore.Contains(l.Key)), after.Where(l => !wrongBefore.Contains(l.Key)));
        Assert.Contains($"\n{changed} files got another label.", run.Output, StringComparison.Ordinal);
        Assert.Equal(changed, after.Count(a => before[a.Key] != a.Value));
    }
}
