using System.Text;
using System.Text.Json;
using TypedPolicy.Sepol.Verification;
using TypedPolicy.Tests.Hostile;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Tool.Verification;
using TypedPolicy.Toolchain.Tests.Tools;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary>Names of policies, files and arguments may be anything: what is written of them is lines of text.</summary>
public sealed class HostileTextTests : IDisposable
{
    // As long as the name that it stands for in a kernel policy.
    private const string Name = "plain_name_of_a_type_t", Hostile = "X\n/a(1,1): error A: \u001B[";

    private static readonly string[] Texts = TextMutations.Texts(14, 5_000);

    private readonly TemporaryFolder _folder = new();

    public HostileTextTests() => KeptPolicies.Isolate();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("convert", "")]
    [InlineData("convert", "x.te", "")]
    [InlineData("import", "--output", "")]
    [InlineData("import", "--output=")]
    [InlineData("import", "")]
    [InlineData("import", "--installed", "")]
    [InlineData("convert", "x.te", "--headers", "")]
    [InlineData("convert", "x.te", "--output", "")]
    [InlineData("verify", "")]
    [InlineData("verify", "x.cil", "--cache", "")]
    [InlineData("verify", "x.cil", "--project-directory", "")]
    [InlineData("verify", "x.cil", "--base", "")]
    [InlineData("diff", "", "")]
    [InlineData("members", "")]
    [InlineData("members", "a_t", "--policy", "")]
    [InlineData("label", "")]
    [InlineData("find", "--log", "")]
    [InlineData("show", "")]
    [InlineData("convert", "a\0b")]
    public void An_empty_argument_makes_no_sense(params string[] arguments) =>
        Assert.Contains("error: ", TypedPolicyCommand.Run(arguments).EndsWith(ExitCode.Usage).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("members", "§", "--policy", "§")]
    [InlineData("verify", "§")]
    [InlineData("diff", "§", "§")]
    [InlineData("convert", "§.te")]
    [InlineData("convert", "x.te", "--namespace", "§")]
    [InlineData("import", "§")]
    [InlineData("import", "--name", "§")]
    [InlineData("find", "§", "--headers", "§")]
    [InlineData("label", "§", "--policy", "§")]
    [InlineData("§")]
    [InlineData("verify", "--§")]
    [InlineData("verify", "x", "--format", "§")]
    public void An_argument_commands_no_terminal(params string[] arguments)
    {
        foreach (var text in Texts.Take(20).Append(Hostile))
        {
            var run = TypedPolicyCommand.Run([.. arguments.Select(a => a.Replace("§", text.Replace("\0", "", StringComparison.Ordinal) + "x", StringComparison.Ordinal))]);
            Assert.NotEqual(ExitCode.Success, run.Code);
            Assert.DoesNotContain(run.Output + run.Error, Commands);
            Assert.DoesNotContain(run.Error.Split('\n'), line => line.StartsWith("/a(1,1)", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_finding_is_one_line_whose_place_nobody_forges()
    {
        foreach (var text in Texts)
        {
            var forged = text + "(7): error TP9001: " + text;
            using var output = new StringWriter();
            new FindingWriter(output, "/project", target: null).Write([new(new VerificationPlace(forged, 3, IsSource: false), forged, [], "")], OutputFormat.MSBuild);
            var line = output.ToString();
            Assert.Equal(line.Length - 1, line.IndexOf('\n', StringComparison.Ordinal));
            Assert.Equal(2, line.Split(": error TP9001: ").Length);
            Assert.Contains("(3): error TP9001: ", line, StringComparison.Ordinal);
            Assert.DoesNotContain(line, Commands);
        }
    }

    [Fact]
    public void JSON_is_the_same_text_and_shows_no_mark_of_direction()
    {
        using var output = new StringWriter();
        string[] texts = [.. Texts.Where(t => !t.Contains('\uD800', StringComparison.Ordinal))];
        Json.Write(output, texts);
        Assert.DoesNotContain(output.ToString(), Commands);
        Assert.Equal(texts, JsonSerializer.Deserialize<string[]>(output.ToString()));
    }

    [Fact]
    public void A_terminal_gets_lines_and_tabs_alone()
    {
        foreach (var text in Texts)
        {
            using var output = new StringWriter();
            output.Line(text);
            output.Fields(text, text);
            Assert.Equal(2, output.ToString().Count(c => c == '\n'));
            Assert.Equal(1, output.ToString().Count(c => c == '\t'));
            Terminal.Plain(output).Write(text);
            Terminal.Plain(output).WriteLine(text.AsSpan());
            Assert.DoesNotContain(output.ToString(), c => c != '\t' && Commands(c));
        }
    }

    [Fact]
    public void A_log_whose_every_field_is_hostile_is_answered_in_lines()
    {
        Directory.CreateDirectory(_folder.At("headers/farm"));
        _folder.Write("headers/farm/barn.if", "interface(`barn_read_hay',`\n\tgen_require(`type hay_t;')\n\tallow $1 hay_t:file read;\n')\n");
        var log = new StringBuilder();
        for (var i = 0; i < Texts.Length; i++)
        {
            var text = Texts[i].Replace("\uD800", "", StringComparison.Ordinal);
            var hexadecimal = Convert.ToHexString(Encoding.UTF8.GetBytes("/srv/" + text + Hostile));
            string[] fields = ["comm=\"x\"", $"name=\"{text}\"", $"path={hexadecimal}", $"exe={hexadecimal}", $"scontext=u:r:{text}:s0", $"tclass={text}", $"invalid_context={hexadecimal}"];
            log.Append(System.Globalization.CultureInfo.InvariantCulture, $"type=AVC msg=audit(1700000000.{i % 1000:000}:{i}): avc:  denied  {{ {(i % 7 == 0 ? text : "read")} }} for  pid=1 {fields[i % 7]} {fields[(i + 3) % 7]} scontext=system_u:system_r:a{i % 50}_t:s0 tcontext=system_u:object_r:hay_t:s0 tclass=file permissive=0\n");
        }

        var file = _folder.Write("log", log.ToString());
        foreach (var format in new[] { "text", "json" })
        {
            var run = TypedPolicyCommand.Run("find", "--log", file, "--headers", _folder.At("headers"), "--format", format, "--verbose");
            Assert.True(run.Output.Length > 1_000, run.Error);
            Assert.DoesNotContain(run.Output + run.Error, Commands);
            Assert.DoesNotContain(run.Output.Split('\n'), line => line.StartsWith("/a(1,1)", StringComparison.Ordinal));
        }
    }

    [Fact]
    [Trait("Needs", "toolchain")]
    public void Names_of_a_kernel_policy_stay_in_their_lines()
    {
        Assert.Equal(Name.Length, Hostile.Length);
        var (plain, hostile) = (Kernel("plain"), Kernel("hostile"));
        var bytes = File.ReadAllBytes(hostile);
        for (var at = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Name)); at >= 0; at = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Name)))
        {
            Encoding.ASCII.GetBytes(Hostile).CopyTo(bytes, at);
        }

        File.WriteAllBytes(hostile, bytes);
        foreach (var format in new[] { "text", "json" })
        {
            foreach (var run in new[]
            {
                TypedPolicyCommand.Run("diff", plain, hostile, "--format", format),
                TypedPolicyCommand.Run("members", "group", "--policy", hostile, "--format", format),
                TypedPolicyCommand.Run("allow", "other_t", Hostile, "file", "--policy", hostile, "--format", format),
                TypedPolicyCommand.Run("flow", Hostile, "other_t", "--policy", hostile, "--format", format),
            })
            {
                Assert.DoesNotContain(run.Output + run.Error, Commands);
                Assert.DoesNotContain(run.Output.Split('\n'), line => line.StartsWith("/a(1,1)", StringComparison.Ordinal));
            }
        }

        Assert.Equal("X /a(1,1): error A: ?[\n", TypedPolicyCommand.Run("members", "group", "--policy", hostile).Succeeds().Output);
    }

    private string Kernel(string name)
    {
        var cil = _folder.Write(name + ".cil", $"""
            (mls true)(class file (read write))(class process (transition))(classorder (file process))
            (sid kernel)(sidorder (kernel))(sensitivity s0)(sensitivityorder (s0))(category c0)(categoryorder (c0))(sensitivitycategory s0 (c0))
            (type {Name})(type other_t)(role object_r)(role own_r)(user own_u)(userrole own_u own_r)(roletype own_r {Name})(roletype own_r other_t)(userlevel own_u (s0))(userrange own_u ((s0)(s0)))
            (sidcontext kernel (own_u own_r other_t ((s0)(s0))))
            (typeattribute group)(typeattributeset group ({Name}))(expandtypeattribute (group) false)(allow group other_t (file (read)))(allow other_t {Name} (file (read write)))
            """);
        Installed.Secilc.Run("-o", _folder.At(name), "-f", "/dev/null", "-c", "33", cil).Succeeded();
        return _folder.At(name);
    }

    // A predicate that is true for what may not reach a terminal.
    private static bool Commands(char c) => c is not ('\n' or '\t') && (char.IsControl(c) || c is '\u2028' or '\u2029' or '\u200B' or '\u202E' or '\uFEFF' or '\uD800');
}
