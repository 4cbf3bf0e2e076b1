using System.Text;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Hostile;

/// <summary>Files that never end, that are waited for, or that become larger than any policy.</summary>
[Trait("Needs", "toolchain")]
public sealed class HostileFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HostileFileTests() => Installed.Mkfifo.Run(_folder.At("pipe")).Succeeded();

    public static TheoryData<string, string[]> Commands => new()
    {
        { "verify", ["verify", "FILE"] },
        { "verify with a base", ["verify", "a.cil", "--base", "FILE"] },
        { "a question", ["members", "a_t", "--policy", "FILE"] },
        { "convert", ["convert", "FILE.te"] },
        { "a log with a base", ["find", "--log", "log", "--headers", "headers", "--base", "FILE"] },
        { "a map", ["flow", "a_t", "b_t", "--policy", "a.cil", "--map", "FILE"] },
        { "a report", ["report", "--policy", "FILE", "-o", "report.html"] },
        { "an earlier release", ["report", "--policy", "a.cil", "--since", "FILE", "-o", "report.html"] },
        { "a unit", ["new", "--unit", "FILE.service", "-o", "out"] },
        { "what lies beside a unit", ["new", "--unit", "a.service", "--unit", "FILE", "-o", "out"] },
        { "find", ["find", "x", "--headers", "headers", "--base", "FILE"] },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_pipe_and_a_device_are_refused_and_not_read(string what, string[] arguments)
    {
        Assert.NotEmpty(what);
        _folder.Write("a.cil", "(type a_t)\n");
        _folder.Write("a.service", "[Service]\nExecStart=/usr/bin/a\n");
        _folder.Write("log", "type=AVC msg=audit(1700000000.000:1): avc:  denied  { read } for  pid=1 comm=\"x\" scontext=u:r:a_t:s0 tcontext=u:r:b_t:s0 tclass=file permissive=0\n");
        Headers();
        foreach (var special in new[] { _folder.At("pipe"), "/dev/zero" })
        {
            foreach (var link in new[] { "link.te", "link.service" })
            {
                File.Delete(_folder.At(link));
                File.CreateSymbolicLink(_folder.At(link), special);
            }

            var run = TypedPolicyProcess.Run(Cache(), _folder.Path, [.. arguments.Select(a => a.StartsWith("FILE.", StringComparison.Ordinal) ? "link" + a["FILE".Length..] : a == "FILE" ? special : a)]);

            Assert.True(run.Code == ExitCode.Failure, $"{run.Code} {run.Output}{run.Error}");
            Assert.Contains("is not a regular file", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_log_may_be_a_pipe_and_no_device()
    {
        Headers();
        _folder.Write("log", "type=AVC msg=audit(1700000000.000:1): avc:  denied  { read } for  pid=1 comm=\"x\" scontext=u:r:a_t:s0 tcontext=u:r:b_t:s0 tclass=file permissive=0\n");
        var writing = Task.Run(() => File.WriteAllText(_folder.At("pipe"), File.ReadAllText(_folder.At("log"))));

        var read = TypedPolicyProcess.Run(Cache(), _folder.Path, "find", "--log", _folder.At("pipe"), "--headers", "headers");
        var device = TypedPolicyProcess.Run(Cache(), _folder.Path, "find", "--log", "/dev/zero", "--headers", "headers");

        await writing.WaitAsync(TypedPolicyProcess.Hang);
        Assert.Contains("b_t:file read", read.Output, StringComparison.Ordinal);
        Assert.Contains("is not a regular file", device.EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_a_build_that_is_a_pipe_is_none()
    {
        Directory.CreateDirectory(_folder.At("project/obj/typedpolicy"));
        Installed.Mkfifo.Run(_folder.At("project/obj/typedpolicy/Debug_net10.0.json")).Succeeded();

        Assert.StartsWith("error: ", TypedPolicyProcess.Run(Cache(), _folder.At("project"), "members", "a_t").EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_mark_that_names_a_device_has_a_line_and_no_column()
    {
        var module = _folder.Write("a.cil", "(type a_t)\n(type b_t)\n(typebounds a_t b_t)\n;;* lmx 4 \"/dev/zero\"\n(allow b_t foreign_t (file (read)))\n;;* lme\n");

        var run = TypedPolicyProcess.Run(Cache(), _folder.Path, "verify", module, "--format", "msbuild").EndsWith(ExitCode.No);

        Assert.Contains("/dev/zero(4)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_among_headers_are_not_followed()
    {
        Headers();
        Directory.CreateSymbolicLink(_folder.At("headers/farm/up"), _folder.At("headers"));
        File.CreateSymbolicLink(_folder.At("headers/farm/zero.if"), "/dev/zero");
        Installed.Mkfifo.Run(_folder.At("headers/farm/pipe.if")).Succeeded();

        var run = TypedPolicyProcess.Run(Cache(), _folder.Path, "find", "hay", "--headers", "headers").Succeeds();

        Assert.Equal(1, run.Output.Split("barn_read_hay").Length - 1);
    }

    [Fact]
    public void What_is_not_read_of_headers_is_named()
    {
        Headers();
        File.CreateSymbolicLink(_folder.At("headers/farm/zero.if"), "/dev/zero");
        Installed.Mkfifo.Run(_folder.At("headers/farm/pipe.if")).Succeeded();

        var run = TypedPolicyProcess.Run(Cache(), _folder.Path, "import", "headers", "--name", "farm", "--output", "out").Succeeds();

        Assert.Contains("warning: farm/pipe.if is not a regular file, and was not read.\nwarning: farm/zero.if is not a regular file, and was not read.\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Packed_modules_have_one_limit_for_all_of_them()
    {
        Directory.CreateDirectory(_folder.At("modules"));
        var packed = Installed.Bzip2.Run(new byte[100 << 20], ["-c"]).Succeeded().OutputBytes;
        for (var i = 0; i < 20; i++)
        {
            File.WriteAllBytes(_folder.At($"modules/m{i:00}.pp.bz2"), packed);
        }

        var run = TypedPolicyProcess.Run(Cache(), _folder.Path, "verify", "modules").EndsWith(ExitCode.Failure);

        Assert.Contains("m02.pp.bz2 unpacks to more than 256 MB, with the files before it", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("members", "a_t", "--policy", "modules")]
    [InlineData("verify", "modules/m0.cil", "--base", "modules/m1.cil", "--base", "modules/m2.cil")]
    [InlineData("diff", "modules", "modules/m0.cil")]
    public void Files_that_are_linked_together_have_one_limit_wherever_they_are_named(params string[] arguments)
    {
        Directory.CreateDirectory(_folder.At("modules"));
        var blanks = new byte[100 << 20];
        Array.Fill(blanks, (byte)' ');
        for (var i = 0; i < 3; i++)
        {
            File.WriteAllBytes(_folder.At($"modules/m{i}.cil"), blanks);
        }

        var run = TypedPolicyProcess.Run(Cache(), _folder.Path, arguments).EndsWith(ExitCode.Failure);

        Assert.Contains("The policy has more than 256 MB with 'modules/m2.cil', all files together.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_that_are_ignored_are_told_of_by_every_command_that_answers_from_them()
    {
        Headers();
        _folder.Write("headers/farm/field.if", "interface(`field_\u001B[31m',`\n\tallow $1 self:file read;\n')\n");
        foreach (var arguments in (string[][])[["find", "hay"], ["find", "hay"], ["show", "barn_read_hay"], ["find", "--grants", "hay_t:file read"]])
        {
            var run = TypedPolicyProcess.Run(Cache(), _folder.Path, [.. arguments, "--headers", "headers"]).Succeeds();
            Assert.Contains("warning: farm/field.if:1:1: 'field_?[31m' is not a valid interface name, so the interface is ignored", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Many_line_marks_in_one_another_and_many_statements_on_a_line_are_read()
    {
        var text = new StringBuilder("(type a_t)\n");
        for (var i = 0; i < 64_000; i++)
        {
            text.Append(";;* lmx 1 \"a.cs\"\n");
        }

        for (var i = 0; i < 100_000; i++)
        {
            text.Append("(allow a_t a_t (file (read)))");
        }

        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(100_001, Sepol.Sources.CilText.Read(Encoding.UTF8.GetBytes(text.ToString())).Count);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1L << 30);
    }

    private void Headers()
    {
        Directory.CreateDirectory(_folder.At("headers/farm"));
        Directory.CreateDirectory(_folder.At("headers/support"));
        _folder.Write("headers/support/macros.spt", "define(`gen_require',`require { $1 }')\n");
        _folder.Write("headers/farm/barn.if", "interface(`barn_read_hay',`\n\tgen_require(`type hay_t;')\n\tallow $1 hay_t:file read;\n')\n");
    }

    private Dictionary<string, string?> Cache() => new() { ["XDG_CACHE_HOME"] = _folder.At("cache") };
}
