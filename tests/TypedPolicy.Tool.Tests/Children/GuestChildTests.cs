using System.Diagnostics;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Children;

/// <summary>The virtual machine of <c>typedpolicy try</c>: when it ends, and what is left of it.</summary>
[Trait("Needs", "kernel")]
public sealed class GuestChildTests : IDisposable
{
    private const int Interrupt = 2;
    private const int Kill = 9;
    private const int Terminate = 15;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Kill)]
    [InlineData(Terminate)]
    [InlineData(Interrupt)]
    public void A_guest_does_not_outlive_the_command_that_booted_it(int signal)
    {
        using var command = Try(new Dictionary<string, string?>());
        using var guest = Guest(command, isUp: false);

        command.Signal(signal);

        Assert.True(guest.WaitForExit(TypedPolicyProcess.Hang), "The guest goes on.");
    }

    [Fact]
    public void Nothing_is_left_of_a_guest_that_is_up_when_its_command_is_killed()
    {
        using var command = Try(new Dictionary<string, string?>());
        using var guest = Guest(command, isUp: true);

        command.Signal(Kill);

        Assert.True(guest.WaitForExit(TypedPolicyProcess.Hang), "The guest goes on.");
        command.End();
        Assert.Empty(Files());
    }

    [Fact]
    public void A_guest_that_uses_its_processor_time_is_ended_and_it_is_told_why()
    {
        using var command = Try(new Dictionary<string, string?> { ["TYPEDPOLICY_GUEST_SECONDS"] = "1" });

        Assert.Contains("error: The guest used its 1 s of processor time.", command.End().EndsWith(ExitCode.NotDone).Error, StringComparison.Ordinal);
    }

    private string Temporary => Directory.CreateDirectory(_folder.At("temporary")).FullName;

    // The runtime has its own there.
    private string[] Files() => Directory.GetFileSystemEntries(Temporary, "typedpolicy-*");

    // Enough lines that it does not end by itself.
    private TypedPolicyProcess Try(IReadOnlyDictionary<string, string?> environment) => TypedPolicyProcess.Start(
        new Dictionary<string, string?>(environment) { ["TMPDIR"] = Temporary },
        _folder.Path,
        "try", "--base", "/usr/share/selinux/default", "--target", "debian12", "--policy", _folder.Write("a.cil", "(type tried_t)(roletype system_r tried_t)\n"),
        "--kernel", Path.Combine(Repository.Root, "artifacts", "kernel"), "--script", _folder.Write("script", string.Concat(Enumerable.Repeat("read /etc/passwd\n", 100_000))));

    // Of one that is up the files are gone. A first one, with hardware support, may have failed.
    private Process Guest(TypedPolicyProcess command, bool isUp)
    {
        for (; ; Thread.Sleep(20))
        {
            var child = command.Child();
            if (Name(child).StartsWith("qemu", StringComparison.Ordinal) && (!isUp || Files().Length == 0) && !child.HasExited)
            {
                return child;
            }

            child.Dispose();
        }
    }

    private static string Name(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/comm");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
