using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using TypedPolicy.Tool.Children;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Children;

/// <summary>The process that links: what it is started with, when it ends, and whose fault it is.</summary>
[Trait("Needs", "toolchain")]
public sealed class ChildTests : IDisposable
{
    private const int Interrupt = 2;
    private const int Kill = 9;
    private const int Terminate = 15;

    private static readonly Dictionary<string, string?> Unchanged = [];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("verify", "--", "a.cil")]
    [InlineData("verify", "--format=json", "--", "a.cil")]
    [InlineData("verify", "--policy=a.cil")]
    [InlineData("verify", "--", "@a.cil")]
    [InlineData("verify", "@a.cil")]
    [InlineData("verify", "--policy=@a.cil")]
    [InlineData("verify", "--", "--policy")]
    [InlineData("verify", "--", "--format=json")]
    [InlineData("verify", "--policy=--base")]
    [InlineData("link", "--output=linked", "--policy=--output")]
    public void A_child_takes_the_same_files_however_they_are_named(params string[] arguments)
    {
        foreach (var name in new[] { "a.cil", "@a.cil", "--policy", "--base", "--output", "--format=json" })
        {
            _folder.Write(name, "(type a_t)\n");
        }

        TypedPolicyProcess.Run(Unchanged, _folder.Path, arguments).Succeeds();
    }

    [Fact]
    public void An_argument_that_begins_with_at_is_the_name_of_a_file_and_never_a_list_of_options()
    {
        var precious = _folder.Write("precious", "precious");
        _folder.Write("evil.cil", $"--cache\n{precious}\na.cil\n");
        _folder.Write("@evil.cil", "(type b_t)\n");
        _folder.Write("a.cil", "(type a_t)\n");

        TypedPolicyProcess.Run(Unchanged, _folder.Path, "verify", "@evil.cil", "a.cil").Succeeds();
        var missing = TypedPolicyProcess.Run(Unchanged, _folder.Path, "verify", "@a.cil").EndsWith(ExitCode.Failure);

        Assert.Equal("precious", File.ReadAllText(precious));
        Assert.Contains("'@a.cil' is missing", missing.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Kill)]
    [InlineData(Terminate)]
    [InlineData(Interrupt)]
    public void A_child_does_not_outlive_the_command_that_started_it(int signal)
    {
        using var command = TypedPolicyProcess.Start(Unchanged, null, "verify", Endless());
        using var child = command.Child();

        command.Signal(signal);

        command.End();
        Assert.True(child.WaitForExit(TypedPolicyProcess.Hang), "The child goes on.");
    }

    [Fact]
    public void A_child_whose_parent_is_gone_before_it_begins_ends_at_once()
    {
        var run = TypedPolicyProcess.Run(new Dictionary<string, string?> { [ChildWatch.ParentVariable] = "1" }, null, "verify", Endless()).EndsWith(ExitCode.Failure);

        Assert.Equal("error: The process that started this one has ended.\n", run.Error);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("link", "--output=linked", "--policy")]
    [InlineData("members", "a_t", "--policy")]
    public void Policy_whose_link_has_no_end_is_given_up_when_its_processor_time_is_used(params string[] command)
    {
        var run = TypedPolicyProcess.Run(new Dictionary<string, string?> { [ChildLimits.SecondsVariable] = "1" }, _folder.Path, [.. command, Endless()]).EndsWith(ExitCode.Failure);

        Assert.Contains("error: Linking took more than 1 s of processor time.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_that_grows_without_end_is_given_up_when_its_memory_is_used()
    {
        var run = TypedPolicyProcess.Run(new Dictionary<string, string?> { [ChildLimits.MegabytesVariable] = "150" }, null, "verify", _folder.Write("calls.cil", Multiplying(levels: 9))).EndsWith(ExitCode.Failure);

        Assert.Contains("error: Linking took more than 150 MB of memory.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kernel_policy_of_a_kilobyte_that_claims_sixteen_million_categories_is_given_up_or_refused()
    {
        var cil = _folder.Write("kernel.cil", WholePolicy.Cil);
        Installed.Secilc.Run("-o", _folder.At("kernel"), "-f", "/dev/null", "-c", "33", cil).Succeeded();
        var bytes = File.ReadAllBytes(_folder.At("kernel"));
        Assert.InRange(bytes.Length, 1, 1_024);

        // How many there are, how many follow; of the first the length of its name, its number, whether it is an alias, its name.
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(bytes.AsSpan().IndexOf("cat0"u8) - (5 * sizeof(int))), 0xffffff);
        File.WriteAllBytes(_folder.At("kernel"), bytes);

        var linked = TypedPolicyProcess.Run(new Dictionary<string, string?> { [ChildLimits.SecondsVariable] = "1" }, _folder.Path, "verify", "kernel").EndsWith(ExitCode.Failure);
        Assert.Contains("error: ", linked.Error, StringComparison.Ordinal);
        foreach (var question in (string[][])[["members", "a_t", "--policy", "kernel"], ["diff", "kernel", "kernel"], ["allow", "a_t", "a_t", "file", "read", "--policy", "kernel"]])
        {
            Assert.StartsWith("error: ", TypedPolicyProcess.Run(Unchanged, _folder.Path, question).EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Installed_modules_are_read_by_libsepol_in_a_child()
    {
        var headers = Directory.CreateDirectory(_folder.At("headers/farm")).FullName;
        File.WriteAllText(Path.Combine(headers, "barn.if"), "interface(`barn_read',`\n\tallow $1 self:file read;\n')\n");

        var run = TypedPolicyProcess.Run(new Dictionary<string, string?> { [ChildLimits.MegabytesVariable] = "1" }, _folder.Path, "import", "headers", "--name", "farm", "--installed", "/etc/selinux/default", "--output", "out").EndsWith(ExitCode.Failure);

        Assert.Contains("error: Reading the installed modules took more than 1 MB of memory. If they are really this large, set ", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("out")));
    }

    [Theory]
    [InlineData("cil", "--policy", "a.cil")]
    [InlineData("link", "--policy", "a.cil")]
    public void What_a_child_hands_over_never_reaches_a_terminal(params string[] arguments)
    {
        _folder.Write("a.cil", "(type a_t)\n");
        Assert.Equal("", TypedPolicyProcess.Run(Unchanged, _folder.Path, arguments).EndsWith(ExitCode.Usage).Output);
    }

    [Theory]
    [InlineData(0, "accepted", "", null)]
    [InlineData(1, "a finding", "", null)]
    [InlineData(1, "", "", "ran out of memory")]
    [InlineData(3, "", "error: It took too long.", null)]
    [InlineData(70, "", "error: typedpolicy itself failed: …", null)]
    [InlineData(134, "", "free(): invalid pointer", "libsepol crashed")]
    [InlineData(139, "", "", "libsepol crashed")]
    [InlineData(134, "", "Unhandled exception. System.InvalidOperationException: Ours.", "typedpolicy itself failed while linking (exit code 134): Unhandled exception. System.InvalidOperationException: Ours.")]
    [InlineData(134, "", "Stack overflow.\n   at X.Y()", "typedpolicy itself failed")]
    [InlineData(137, "", "", "was killed (signal 9)")]
    public void A_failure_is_told_of_whoever_failed(int code, string output, string error, string? expected)
    {
        var failure = ChildFailure.Of(code, output.Length > 0, error, ChildWork.Of("verify"));

        Assert.True(expected is null ? failure is null : failure?.Contains(expected, StringComparison.Ordinal) == true, failure);
    }

    /// <summary>Attributes, each made of the one before it three times over: the last takes more steps than any machine has time for.</summary>
    private string Endless()
    {
        var text = new StringBuilder("(type a_t)\n(typeattribute x0)\n(typeattributeset x0 (a_t))\n");
        for (var i = 1; i < 60; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"(typeattribute x{i})\n(typeattributeset x{i} (xor (and x{i - 1} x{i - 1}) (not x{i - 1})))\n");
        }

        return _folder.Write("endless.cil", text.Append("(allow x59 a_t (file (read)))\n").ToString());
    }

    private static string Multiplying(int levels)
    {
        var text = new StringBuilder("(type a_t)\n(macro m0 ((type x)) (allow x x (file (read))))\n");
        for (var i = 1; i < levels; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"(macro m{i} ((type x)) {string.Concat(Enumerable.Repeat($"(call m{i - 1} (x))", 10))})\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"(call m{levels - 1} (a_t))\n").ToString();
    }
}
