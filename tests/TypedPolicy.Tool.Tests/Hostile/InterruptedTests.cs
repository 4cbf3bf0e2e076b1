using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit.Abstractions;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Hostile;

/// <summary>Commands that are killed, and commands whose disk is full: what they write is there as a whole or not at all.</summary>
[Trait("Needs", "toolchain")]
public sealed class InterruptedTests : IDisposable
{
    private const int Kill = 9;
    private const int Kills = 25;

    private readonly TemporaryFolder _folder = new();
    private readonly ITestOutputHelper _output;

    public InterruptedTests(ITestOutputHelper output)
    {
        _output = output;
        Directory.CreateDirectory(_folder.At("headers/farm"));
        Directory.CreateDirectory(_folder.At("headers/support"));
        _folder.Write("headers/support/macros.spt", "define(`gen_require',`require { $1 }')\n");
        for (var i = 0; i < 40; i++)
        {
            _folder.Write($"headers/farm/barn{i}.if", $"interface(`barn{i}_read_hay',`\n\tgen_require(`type hay{i}_t;')\n\tallow $1 hay{i}_t:file read;\n')\n");
        }
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_import_that_is_killed_leaves_all_or_nothing()
    {
        Import("whole").Succeeds();
        var whole = Files("whole");
        var random = new Random(5);
        var left = 0;
        for (var i = 0; i < Kills; i++)
        {
            using (var import = Start($"killed{i}"))
            {
                Thread.Sleep(random.Next(900));
                import.Signal(Kill);
                import.End();
            }

            if (Directory.Exists(_folder.At($"out/killed{i}")))
            {
                left++;
                Assert.Equal(whole, Files($"killed{i}"));
            }
        }

        _output.WriteLine($"{left} of {Kills} were whole, the others not there.");
        Import("killed0").Succeeds();
        Assert.Equal(whole, Files("killed0"));
    }

    [Fact]
    public void What_a_killed_import_left_goes_with_the_next_one_and_what_another_is_at_stays()
    {
        Directory.CreateDirectory(_folder.At("out/farm.77.partial"));
        Directory.CreateDirectory(_folder.At("out/farm.east.77.partial"));
        _folder.Write("out/farm.77.partial/half.cs", "");
        _folder.Write("out/farm.lock", "");

        Import("farm").Succeeds();

        Assert.Equal(["farm", "farm.east.77.partial"], Directory.GetFileSystemEntries(_folder.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void On_a_full_disk_a_command_says_so_and_leaves_nothing_half_written()
    {
        var disk = Directory.CreateDirectory(_folder.At("out")).FullName;
        if (!Environment.IsPrivilegedProcess || Installed.Mount.Run("-t", "tmpfs", "-o", "size=64k", "tmpfs", disk) is { ExitCode: not 0 })
        {
            _output.WriteLine("Not tested: only root can mount a disk that is full.");
            return;
        }

        try
        {
            var run = Import("full").EndsWith(ExitCode.Failure);
            Assert.Contains("No space left", run.Error, StringComparison.Ordinal);
            Assert.Empty(Directory.GetDirectories(disk));

            // A cache that is full is no cache.
            var policy = _folder.Write("a.cil", "(type a_t)\n(type b_t)\n(allow a_t b_t (file (read)))\n");
            File.WriteAllBytes(Path.Combine(disk, "filler"), new byte[48 << 10]);
            var asked = TypedPolicyProcess.Run(new Dictionary<string, string?> { ["XDG_CACHE_HOME"] = disk }, _folder.Path, "allow", "a_t", "b_t", "file", "read", "--policy", policy);
            asked.Succeeds();
            TypedPolicyProcess.Run(new Dictionary<string, string?> { ["XDG_CACHE_HOME"] = disk }, _folder.Path, "find", "hay7", "--headers", "headers", "--base", _folder.Write("base.cil", WholePolicy.Cil)).Succeeds();
            TypedPolicyProcess.Run(new Dictionary<string, string?>(), _folder.Path, "verify", policy, "--cache", Path.Combine(disk, "result")).Succeeds();
            Assert.DoesNotContain(Directory.GetFiles(disk, "*.linked", SearchOption.AllDirectories), f => new FileInfo(f).Length == 0);
        }
        finally
        {
            Installed.Umount.Run(disk).Succeeded();
        }
    }

    private TypedPolicyProcess Start(string name) => TypedPolicyProcess.Start(new Dictionary<string, string?>(), _folder.Path, Arguments(name));

    private CommandRun Import(string name) => TypedPolicyProcess.Run(new Dictionary<string, string?>(), _folder.Path, Arguments(name));

    private string[] Arguments(string name) => ["import", "headers", "--name", "farm", "--output", $"out/{name}", "--if-missing"];

    private string[] Files(string name) =>
        [.. Directory.GetFiles(_folder.At($"out/{name}"), "*", SearchOption.AllDirectories).Select(f => $"{Path.GetRelativePath(_folder.At($"out/{name}"), f)} {new FileInfo(f).Length}").Order(StringComparer.Ordinal)];
}
