using System.Text;
using TypedPolicy.Caching;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;
using TemporaryFolder = TypedPolicy.Toolchain.Tests.Tools.TemporaryFolder;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary><c>typedpolicy verify</c> against the small base of the tests and the embedded one.</summary>
[Trait("Needs", "toolchain")]
public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public VerifyTests()
    {
        using var stream = typeof(VerifyTests).Assembly.GetManifestResourceStream("base.cil")!;
        using var reader = new StreamReader(stream);
        Base = _folder.Write("base.cil", reader.ReadToEnd());
    }

    private string Base { get; }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_of_others_are_known_to_the_embedded_base_and_missing_in_a_real_one()
    {
        var module = _folder.Write(
            "a.cil",
            """
            (macro connect ((type who) (type whom))
            (allow who whom (tcp_socket (name_connect))))
            (type a_t)
            (roletype object_r a_t)
            (typeattributeset foreign_group (a_t))
            (call connect (a_t foreign_port_t))
            (booleanif (and foreign_boolean (not other_boolean)) (true (allow a_t foreign_file_t (file (read)))))
            (typetransition a_t foreign_dir_t file "x" foreign_file_t)
            (roletype foreign_r a_t)
            (typebounds foreign_parent_t a_t)
            (allow a_t foreign_set (newclass (newpermission)))
            (filecon "/a" any (foreign_u object_r a_t ((s0) (s0))))
            (optional maybe (allow a_t missing_t (file (read))) (call no_such_macro (a_t)))

            """);
        TypedPolicyCommand.Run("verify", module).Succeeds();
        var run = TypedPolicyCommand.Run("verify", module, "--base", Base).EndsWith(ExitCode.No);
        Assert.Contains("Neither this policy nor its base declares 'foreign_", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("el9", false)]
    [InlineData("debian12", false)]
    [InlineData("refpolicy", true)]
    [InlineData(null, true)]
    public void A_neverallow_rule_of_the_base_is_a_warning_where_the_target_loads_what_breaks_it(string? target, bool isError)
    {
        var module = _folder.Write("a.cil", "(type a_t)\n(roletype object_r a_t)\n(typeattributeset domain (a_t))\n(allow a_t guarded_t (file (write)))\n");
        string[] command = ["verify", module, "--base", Base, "--format", "msbuild", .. target is null ? Array.Empty<string>() : ["--target", target]];
        var output = (isError ? TypedPolicyCommand.Run(command).EndsWith(ExitCode.No) : TypedPolicyCommand.Run(command).Succeeds()).Output;
        Assert.Equal(isError, output.Contains("(4): error TP9001: The policy has '(allow a_t guarded_t", StringComparison.Ordinal));
        Assert.Equal(!isError, output.Contains("(4): warning TP9027: The policy has '(allow a_t guarded_t", StringComparison.Ordinal) && output.Contains("loads the policy all the same: its semodule checks neverallow rules only where expand-check=1 in semanage.conf.", StringComparison.Ordinal));
        TypedPolicyCommand.Run("verify", _folder.Write("b.cil", "(type a_t)\n(roletype object_r a_t)\n(neverallow a_t a_t (file (write)))(allow a_t a_t (file (write)))\n"), "--base", Base, "--target", "el9").EndsWith(ExitCode.No);
    }

    [Fact]
    public void What_a_base_breaks_by_itself_is_not_reported_and_is_kept_beside_the_result()
    {
        var broken = _folder.Write("broken.cil", "(allow init_t guarded_t (file (write)))\n");
        var module = _folder.Write("a.cil", "(type a_t)\n(roletype object_r a_t)\n(allow a_t self (file (read)))\n");
        string[] command = ["verify", module, "--base", Base, "--base", broken, "--cache", _folder.At("result")];
        TypedPolicyCommand.Run(command).Succeeds();
        Assert.True(File.Exists(_folder.At("result.base")));

        _folder.Write("a.cil", "(type a_t)\n(roletype object_r a_t)\n(typeattributeset domain (a_t))\n(allow a_t guarded_t (file (write)))\n");
        var run = TypedPolicyCommand.Run(command).EndsWith(ExitCode.No);
        Assert.Contains("a.cil(4): error TP9001: The policy has '(allow a_t guarded_t (file (write)))'", run.Output, StringComparison.Ordinal);
        Assert.Single(run.Output.Split('\n'), line => line.Contains("error TP9001", StringComparison.Ordinal));
        File.WriteAllText(_folder.At("result.base"), "nothing");
        TypedPolicyCommand.Run([.. command, "--target", "el9"]).Succeeds();
    }

    [Theory]
    [InlineData("a.pp")]
    [InlineData("a.pp.bz2")]
    public void An_empty_package_is_a_file_that_cannot_be_read(string name) =>
        Assert.Contains($"{name}' is not a policy package: it is empty.", TypedPolicyCommand.Run("verify", _folder.Write(name, "")).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);

    [Fact]
    public void A_package_that_is_cut_is_refused_wherever_that_can_be_seen()
    {
        var whole = File.ReadAllBytes(Debian("alsa"));
        var text = System.Text.Encoding.ASCII.GetString(whole);
        var last = text.TrimEnd('\n').LastIndexOf('\n') + 1;
        for (var end = last + 1; end < text.TrimEnd('\n').Length; end += 11)
        {
            File.WriteAllBytes(_folder.At("cut.pp"), whole[..end]);
            TypedPolicyCommand.Run("verify", _folder.At("cut.pp")).EndsWith(ExitCode.Failure);
        }

        // A cut before "_t:s0" leaves what looks like a label; libsepol's own converter takes it.
        File.WriteAllBytes(_folder.At("cut.pp"), whole[..(text.TrimEnd('\n').Length - "_t:s0".Length)]);
        Assert.Contains("cut.pp is cut: it stops in the middle of a line of its last section.", TypedPolicyCommand.Run("verify", _folder.At("cut.pp")).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alsa")]
    [InlineData("cups")]
    [InlineData("unconfined")]
    public void A_package_whose_last_line_has_no_end_is_whole(string module)
    {
        var whole = File.ReadAllBytes(Debian(module));
        File.WriteAllBytes(_folder.At("whole.pp"), [.. System.Text.Encoding.Latin1.GetString(whole).TrimEnd('\n').Select(c => (byte)c)]);
        TypedPolicyCommand.Run("verify", _folder.At("whole.pp")).Succeeds();
    }

    [Fact]
    public void A_contradicting_rule_of_the_base_is_in_the_message_with_both_results()
    {
        var module = _folder.Write(
            "a.cil",
            "(type a_t)\n(roletype object_r a_t)\n(typetransition init_t bin_t file \"shop\" a_t)\n");
        var other = _folder.Write("other.cil", "(typetransition init_t bin_t file \"shop\" bin_t)\n");
        var run = TypedPolicyCommand.Run("verify", module, "--base", Base, "--base", other).EndsWith(ExitCode.No);
        Assert.Contains($"{module}(3): error TP9001: libsepol rejects '(typetransition init_t bin_t file \"shop\" a_t)': Conflicting name type transition rules", run.Output, StringComparison.Ordinal);
        Assert.Contains($"The other rule is '(typetransition init_t bin_t file \"shop\" bin_t)' at {other}(1).", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_embedded_base_finds_what_a_policy_says_against_itself()
    {
        var module = _folder.Write(
            "a.cil",
            """
            (type a_t)
            (type b_t)
            (typebounds a_t b_t)
            ;;* lmx 4 "Far.cs"
            (allow b_t foreign_t (file (read)))
            ;;* lme

            """);
        var run = TypedPolicyCommand.Run("verify", module, "--format", "json").EndsWith(ExitCode.No);
        var finding = Assert.Single(run.Json().GetProperty("findings").EnumerateArray());
        Assert.Equal(("Far.cs", 4, true), (finding.GetProperty("place").GetProperty("file").GetString(), finding.GetProperty("place").GetProperty("line").GetInt32(), finding.GetProperty("place").GetProperty("isSource").GetBoolean()));
        Assert.StartsWith("Child type b_t exceeds bounds of parent a_t: the policy has '(allow b_t foreign_t (file (read)))'", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_violation_is_told_of_the_call_with_the_whole_way_behind_it()
    {
        var project = Directory.CreateDirectory(_folder.At("project")).FullName;
        File.WriteAllText(Path.Combine(project, "Far.cs"), "\n\n    [Outer]\n");
        var module = _folder.Write(
            "a.cil",
            """
            (type a_t)
            (roletype object_r a_t)
            (typeattributeset domain (a_t))
            (macro inner ((type x))
            ;;* lmx 9 "Inner.cs"
            (allow x guarded_t (file (write)))
            ;;* lme
            )
            (macro middle ((type x))
            ;;* lmx 7 "Middle.cs"
            (call inner (x))
            ;;* lme
            )
            (macro outer ((type x))
            ;;* lmx 5 "Outer.cs"
            (call middle (x))
            ;;* lme
            )
            ;;* lmx 3 "Far.cs"
            (call outer (a_t))
            ;;* lme

            """);
        var run = TypedPolicyCommand.Run("verify", module, "--base", Base, "--format", "msbuild", "--project-directory", project).EndsWith(ExitCode.No);
        Assert.StartsWith(
            $"{project}/Far.cs(3,6): error TP9001: The policy has '(allow x guarded_t (file (write)))', and the neverallow rule at {Base}(",
            Assert.Single(run.Output.TrimEnd().Split('\n')),
            StringComparison.Ordinal);
        Assert.Contains("It comes through 3 calls: Far.cs(3) → Outer.cs(5) → Middle.cs(7) → Inner.cs(9).", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_neverallow_rule_that_the_base_breaks_is_told_of_the_rule_and_where_to_narrow_it()
    {
        var other = _folder.Write("other.cil", "(type thing_t) (roletype object_r thing_t)\n(allow init_t thing_t (file (execmod)))\n");
        var module = _folder.Write("a.cil", ";;* lmx 15 \"Depot.cs\"\n(neverallow init_t thing_t (file (execmod)))\n;;* lme\n");
        var run = TypedPolicyCommand.Run("verify", module, "--base", Base, "--base", other).EndsWith(ExitCode.No);
        Assert.Contains($"Depot.cs(15): error TP9001: The base has '(allow init_t thing_t (file (execmod)))' at {other}(2), which this neverallow rule forbids. Narrow the neverallow rule: leave out what the base grants.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_not_changed_is_not_linked_again()
    {
        var cache = _folder.At("result");
        var module = _folder.Write("a.cil", "(type a_t)\n(allow a_t gone_t (file (read)))\n");
        string[] arguments = ["verify", module, "--base", Base, "--cache", cache];
        var first = TypedPolicyCommand.Run(arguments).EndsWith(ExitCode.No);
        var (key, kept) = CacheEntry.Read(cache)!.Value;
        Assert.Contains("gone_t", Encoding.UTF8.GetString(kept), StringComparison.Ordinal);

        // What is kept answers, so a mark put into it comes back; new content is linked anew.
        CacheEntry.Write(cache, key, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(kept).Replace("gone_t", "kept_t", StringComparison.Ordinal)));
        Assert.Equal(first.Output.Replace("gone_t", "kept_t", StringComparison.Ordinal), TypedPolicyCommand.Run(arguments).EndsWith(ExitCode.No).Output);
        File.AppendAllText(Base, "(type gone_t)\n");
        TypedPolicyCommand.Run(arguments).Succeeds();
        File.WriteAllText(module, "(type a_t)\n(allow a_t other_t (file (read)))\n");
        Assert.Contains("other_t", TypedPolicyCommand.Run(arguments).EndsWith(ExitCode.No).Output, StringComparison.Ordinal);
        File.WriteAllText(cache, "{ half");
        Assert.Contains("other_t", TypedPolicyCommand.Run(arguments).EndsWith(ExitCode.No).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_may_be_packages_a_folder_of_them_or_the_store_of_a_system()
    {
        var package = Packed("packaged_t");
        Directory.CreateDirectory(_folder.At("packages"));
        File.Copy(Base, _folder.At("packages/base.cil"));
        File.WriteAllBytes(_folder.At("packages/small.pp.bz2"), package);
        Directory.CreateDirectory(_folder.At("store/active/modules/100/base"));
        Directory.CreateDirectory(_folder.At("store/active/modules/100/small"));
        File.Copy(Base, _folder.At("store/active/modules/100/base/cil"));
        File.WriteAllBytes(_folder.At("store/active/modules/100/small/hll"), package);
        foreach (var (priority, module) in new[] { (100, "a"), (400, "a"), (100, "off") })
        {
            Directory.CreateDirectory(_folder.At($"store/active/modules/{priority}/{module}"));
            File.WriteAllText(_folder.At($"store/active/modules/{priority}/{module}/cil"), $"(type {module}{priority}_t)\n");
        }

        Directory.CreateDirectory(_folder.At("store/active/modules/disabled/off"));
        var plain = _folder.Write("plain.cil", "(type own_t)\n(allow own_t packaged_t (file (read)))\n");
        var stored = _folder.Write("stored.cil", "(type own_t)\n(allow own_t a400_t (file (read)))\n(allow own_t packaged_t (file (read)))\n");
        TypedPolicyCommand.Run("verify", plain, "--base", _folder.At("packages")).Succeeds();
        TypedPolicyCommand.Run("verify", stored, "--base", _folder.At("store")).Succeeds();
        foreach (var missing in new[] { "a100_t", "off100_t" })
        {
            var module = _folder.Write("missing.cil", $"(type own_t)\n(allow own_t {missing} (file (read)))\n");
            Assert.Contains($"'{missing}'", TypedPolicyCommand.Run("verify", module, "--base", _folder.At("store")).EndsWith(ExitCode.No).Output, StringComparison.Ordinal);
        }
    }

    /// <summary>A package of Debian's, unpacked.</summary>
    private string Debian(string module)
    {
        File.WriteAllBytes(_folder.At(module + ".pp"), Installed.Bzip2.Run("-dc", $"/usr/share/selinux/default/{module}.pp.bz2").Succeeded().OutputBytes);
        return _folder.At(module + ".pp");
    }

    /// <summary>A policy package, as a distribution has it: made by checkmodule, packed by bzip2.</summary>
    private byte[] Packed(string type)
    {
        var source = _folder.Write("small.te", $"module small 1.0;\nrequire {{ class file {{ read }}; }}\ntype {type};\n");
        Installed.Checkmodule.Run("-M", "-m", "-o", _folder.At("small.mod"), source).Succeeded();
        Installed.SemodulePackage.Run("-o", _folder.At("small.pp"), "-m", _folder.At("small.mod")).Succeeded();
        return Installed.Bzip2.Run("-c", _folder.At("small.pp")).Succeeded().OutputBytes;
    }
}
