using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace TypedPolicy.Build.Tests;

/// <summary>A project that names no target is for that of the base it names; one that names another than its base is warned.</summary>
public sealed class FindTargetsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("DISTRO ?= debian\n", "", "debian12")]
    [InlineData("TYPE ?= mcs\nDISTRO ?= redhat # a comment\n", "", "el9")]
    [InlineData("DISTRO ?= redhat\n", "ID=fedora\nVERSION_ID=42\n", "fedora")]
    [InlineData("DISTRO ?= redhat\n", "ID=\"rhel\"\nVERSION_ID=\"10.1\"\nID_LIKE=\"centos fedora\"\n", "el10")]
    [InlineData("DISTRO ?= redhat\n", "ID=\"rocky\"\nVERSION_ID=\"8.10\"\nID_LIKE=\"rhel centos fedora\"\n", "el8")]
    [InlineData("DISTRO ?= debian\n", "ID=ubuntu\nID_LIKE=debian\nVERSION_ID=24.04\n", "debian12")]
    [InlineData("DISTRO ?= debian\n", "ID=fedora\nVERSION_ID=42\n", "debian12")]
    [InlineData("DISTRO ?= gentoo\n", "", "refpolicy")]
    [InlineData("", "ID=debian\nVERSION_ID=12\n", "debian12")]
    [InlineData("", "ID=debian\nVERSION_ID=13\n", "debian13")]
    [InlineData("DISTRO ?= debian\n", "ID=debian\nVERSION_ID=13\n", "debian13")]
    [InlineData("DISTRO ?= debian\n", "ID=debian\n", "debian13")]
    [InlineData("", "ID=debian\nVERSION_ID=14\n", "debian13")]
    [InlineData("", "ID=debian\nVERSION_ID=11\n", "debian12")]
    [InlineData("", "ID=arch\n", "el9")]
    [InlineData("", "", "el9")]
    public void The_headers_tell_the_target_of_a_project_that_names_none(string buildConf, string release, string expected)
    {
        _folder.Write("root/usr/share/selinux/devel/include/build.conf", buildConf);
        _folder.Write("root/etc/os-release", release);
        var (targets, engine, _) = Find("", headers: "root/usr/share/selinux/devel/include");
        Assert.Equal(expected, targets);
        Assert.Empty(engine.Warnings);
    }

    [Theory]
    [InlineData("el9;debian12", "debian12", "The interfaces are those of debian12's headers. The policy of el9 is written with them too")]
    [InlineData("debian12;el9", "debian12", "The policy of el9 is written with them too")]
    [InlineData("debian12", "debian12", null)]
    [InlineData("el9", "el9", null)]
    public void Bindings_are_named_after_the_target_that_the_headers_are_of(string targets, string expected, string? said)
    {
        _folder.Write("root/usr/share/selinux/devel/include/build.conf", "DISTRO ?= debian\n");
        _folder.Write("root/etc/os-release", "ID=debian\nVERSION_ID=12\n");
        var (task, engine) = Run(targets, headers: "root/usr/share/selinux/devel/include");
        Assert.Equal(expected, task.HeadersTarget);
        Assert.Equal(said is not null, engine.Messages.Any(m => m.Importance == MessageImportance.High && m.Message!.Contains(said ?? "interfaces", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", "can belong to any of el9, el10, fedora, el8, so it is built for el9.")]
    [InlineData("ID=fedora\nVERSION_ID=42\n", null)]
    public void A_target_that_is_guessed_among_several_is_said(string release, string? said)
    {
        _folder.Write("root/usr/share/selinux/devel/include/build.conf", "DISTRO ?= redhat\n");
        _folder.Write("root/etc/os-release", release);
        var messages = Find("", headers: "root/usr/share/selinux/devel/include").Engine.Messages.Where(m => m.Importance == MessageImportance.High).ToList();
        Assert.Equal(said is null ? 0 : 1, messages.Count);
        Assert.All(messages, m => Assert.Contains(said!, m.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("target\tdebian12", "debian12")]
    [InlineData("target\tmine", "el9")]
    [InlineData("", "el9")]
    public void The_index_that_comes_with_bindings_of_any_name_tells_the_target(string line, string target)
    {
        _folder.Write("lamps.sepolidx", $"sepolidx\t3\nname\tlamps\n{line}\ncomplete\tno\n");
        Assert.Equal(target, Find("", index: "lamps.sepolidx", references: ["TypedPolicy.Base.lamps"]).Targets);
    }

    [Theory]
    [InlineData("build.conf")]
    [InlineData("Makefile")]
    public void Headers_whose_settings_are_a_device_tell_nothing(string name)
    {
        _folder.Write("include/a.if", "");
        File.CreateSymbolicLink(_folder.PathOf("include/" + name), "/dev/zero");
        Assert.Equal("el9", Find("", headers: "include").Targets);
    }

    [Theory]
    [InlineData("/run /var/run\n", "el9")]
    [InlineData("/bin  /usr/bin\n/usr/sbin\t/usr/bin\n/var/run /run\n", "fedora")]
    [InlineData("/lib/systemd /usr/lib/systemd\n/var/run /run\n", "debian12")]
    [InlineData("/bin /usr/bin\n/var/run /run\n", "el10")]
    public void The_equivalences_of_the_policy_that_headers_belong_to_tell_it_too(string equivalences, string expected)
    {
        _folder.Write("policy/contexts/files/file_contexts.subs_dist", equivalences);
        _folder.Write("include/a.if", "");
        Assert.Equal(expected, Find("", headers: "include", installed: "policy").Targets);
        Assert.Equal(expected, Find("", policy: "policy").Targets);
    }

    [Fact]
    public void A_package_of_bindings_tells_it_and_so_does_the_name_of_headers_that_say_nothing()
    {
        _folder.Write("include/a.if", "");
        Assert.Equal("debian12", Find("", references: ["Newtonsoft.Json", "TypedPolicy.Base.debian12"]).Targets);
        Assert.Equal("el9", Find("", references: ["TypedPolicy.Base.lamps"]).Targets);
        Assert.Equal("el10", Find("", headers: "include", name: "el10").Targets);
    }

    [Fact]
    public void A_base_of_another_target_than_the_project_names_is_a_warning_that_names_both()
    {
        _folder.Write("include/build.conf", "DISTRO ?= debian\n");
        var (targets, engine, _) = Find("el9", headers: "include");
        Assert.Equal("el9", targets);
        var warning = Assert.Single(engine.Warnings);
        Assert.Equal("TP9016", warning.Code);
        Assert.StartsWith($"TypedPolicyTargets is el9, but the headers in '{_folder.PathOf("include")}' are of debian12.", warning.Message, StringComparison.Ordinal);

        Assert.Empty(Find("el9,debian12", headers: "include").Engine.Warnings);
        Assert.Empty(Find("refpolicy", headers: "include").Engine.Warnings);
        Assert.Contains("the policy in", Assert.Single(Find("el9", policy: Installed("debian", "12")).Engine.Warnings).Message, StringComparison.Ordinal);
        Assert.Contains("PolicyTarget is el9, but the policy in", Assert.Single(Find("el9,debian12", policy: Installed("debian", "12"), policyTarget: "el9").Engine.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_installed_policy_decides_where_nothing_else_does_and_that_is_said()
    {
        Installed("debian", "12");
        var (targets, engine, _) = Find("", useInstalled: true);
        Assert.Equal("debian12", targets);
        Assert.Contains("<TypedPolicyTargets>debian12</TypedPolicyTargets>", Assert.Single(engine.Messages, m => m.Importance == MessageImportance.High).Message, StringComparison.Ordinal);

        Assert.Equal("el8", Find("el8", useInstalled: true).Targets);
        Assert.Equal("el9", Find("", useInstalled: false).Targets);
        Assert.Empty(Find("el8", useInstalled: true).Engine.Messages);
    }

    [Fact]
    public void It_is_linked_with_where_it_is_of_a_target_of_the_project_that_has_no_base()
    {
        var modules = Installed("debian", "12");
        var item = Assert.Single(Find("el9,debian12", useInstalled: true).Bases);
        Assert.Equal((_folder.PathOf("root/usr/share/selinux/default"), "debian12"), (item.ItemSpec, item.GetMetadata("PolicyTarget")));

        Assert.Empty(Find("el9", useInstalled: true).Bases);
        Assert.Empty(Find("debian12", useInstalled: false).Bases);
        Assert.Empty(Find("debian12", policy: modules, useInstalled: true).Bases);
        Assert.Single(Find("el9,debian12", policy: modules, policyTarget: "el9", useInstalled: true).Bases);
    }

    [Fact]
    public void A_store_is_taken_where_there_are_no_modules_and_a_system_without_either_has_no_policy()
    {
        _folder.Write("root/etc/os-release", "ID=centos\nVERSION_ID=9\n");
        Assert.Empty(Find("el9", useInstalled: true).Bases);
        _folder.Write("root/var/lib/selinux/targeted/active/modules/100/base/cil", "");
        Assert.Equal(_folder.PathOf("root/var/lib/selinux/targeted"), Assert.Single(Find("el9", useInstalled: true).Bases).ItemSpec);
        _folder.Write("root/etc/selinux/config", "SELINUXTYPE=../../evil\n");
        Assert.Equal(_folder.PathOf("root/var/lib/selinux/targeted"), Assert.Single(Find("el9", useInstalled: true).Bases).ItemSpec);
    }

    [Fact]
    public void The_headers_of_the_machine_are_taken_where_no_policy_is_installed_and_no_base_is_named()
    {
        _folder.Write("root/etc/os-release", "ID=fedora\nVERSION_ID=42\n");
        _folder.Write("root/usr/share/selinux/devel/include/build.conf", "DISTRO ?= redhat\n");
        _folder.Write("lamps.sepolidx", "sepolidx\t3\nname\tlamps\n");
        _folder.Write("include/a.if", "");
        var (targets, engine, _) = Find("", useHeaders: true);
        Assert.Equal("fedora", targets);
        Assert.Contains("so it is built for fedora, whose headers are installed on this machine.", Assert.Single(engine.Messages, m => m.Importance == MessageImportance.High).Message, StringComparison.Ordinal);
        var item = Assert.Single(Headers(""));
        Assert.Equal((_folder.PathOf("root/usr/share/selinux/devel/include"), "fedora"), (item.ItemSpec, item.GetMetadata("Name")));
        Assert.Equal("fedora", Assert.Single(Headers("debian12,fedora")).GetMetadata("Name"));

        Assert.Empty(Headers("el9"));
        Assert.Empty(Headers("", headers: "include"));
        Assert.Empty(Headers("", policy: "include"));
        Assert.Empty(Headers("", index: "lamps.sepolidx"));
        Assert.Empty(Headers("", references: ["TypedPolicy.Base.lamps"]));
        Assert.Equal("el9", Find("", useHeaders: false).Targets);
        Installed("debian", "12");
        Assert.Empty(Headers(""));
        Assert.Equal("el9", Find("", useHeaders: true).Targets);

        ITaskItem[] Headers(string named, string? headers = null, string? policy = null, string? index = null, string[]? references = null) =>
            Run(named, headers: headers, policy: policy, index: index, references: references, useHeaders: true).Task.HeadersOfMachine;
    }

    [Fact]
    public void A_policy_that_cannot_be_read_leaves_the_headers_of_the_machine_in_use()
    {
        _folder.Write("root/etc/os-release", "ID=fedora\nVERSION_ID=42\n");
        _folder.Write("root/usr/share/selinux/devel/include/build.conf", "DISTRO ?= redhat\n");
        _folder.Write("root/etc/selinux/targeted/policy/policy.33", "");
        Directory.CreateDirectory(_folder.PathOf("root/var/lib/selinux/targeted/active"));
        Assert.Single(Run("", useInstalled: true, useHeaders: true).Task.HeadersOfMachine);

        _folder.Write("root/var/lib/selinux/targeted/active/modules/100/base/cil", "");
        var (task, _) = Run("", useInstalled: true, useHeaders: true);
        Assert.Empty(task.HeadersOfMachine);
        Assert.Single(task.InstalledBase);
    }

    private string Installed(string id, string version)
    {
        _folder.Write("root/etc/os-release", $"ID={id}\nVERSION_ID={version}\n");
        _folder.Write("root/etc/selinux/config", "SELINUX=enforcing\nSELINUXTYPE=default\n");
        _folder.Write("root/usr/share/selinux/default/base.pp.bz2", "");
        return "root/usr/share/selinux/default";
    }

    private (string Targets, FakeBuildEngine Engine, ITaskItem[] Bases) Find(
        string named, string? headers = null, string name = "", string installed = "", string? policy = null, string policyTarget = "", string[]? references = null, bool useInstalled = false, string? index = null, bool useHeaders = false)
    {
        var (task, engine) = Run(named, headers, name, installed, policy, policyTarget, references, useInstalled, index, useHeaders);
        return (task.Targets, engine, task.InstalledBase);
    }

    private (FindTargets Task, FakeBuildEngine Engine) Run(
        string named, string? headers = null, string name = "", string installed = "", string? policy = null, string policyTarget = "", string[]? references = null, bool useInstalled = false, string? index = null, bool useHeaders = false)
    {
        var engine = new FakeBuildEngine();
        var task = new FindTargets
        {
            BuildEngine = engine,
            Named = named,
            PolicyHeaders = headers is null ? [] : [new TaskItem(_folder.PathOf(headers), new Dictionary<string, string> { ["Name"] = name, ["Installed"] = installed.Length == 0 ? "" : _folder.PathOf(installed) })],
            PolicyBases = policy is null ? [] : [new TaskItem(_folder.PathOf(policy), new Dictionary<string, string> { ["PolicyTarget"] = policyTarget })],
            References = references ?? [],
            AdditionalFiles = index is null ? [] : [new TaskItem(_folder.PathOf(index))],
            UseInstalled = useInstalled,
            UseInstalledHeaders = useHeaders,
            Root = _folder.PathOf("root"),
            ProjectFile = _folder.PathOf("Project.csproj"),
        };
        Assert.True(task.Execute());
        return (task, engine);
    }
}
