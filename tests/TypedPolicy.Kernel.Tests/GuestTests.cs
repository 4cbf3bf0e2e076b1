using System.Diagnostics;
using TypedPolicy.Guest;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Kernel.Tests;

/// <summary>A guest that cannot do what it is there for reports why; and its program is what its source compiles to.</summary>
[Trait("Needs", "kernel")]
public sealed class GuestTests
{
    [Fact]
    public void A_guest_that_does_not_come_up_is_told_with_its_console()
    {
        var content = new GuestContent([0x8c, 0xff, 0x7c, 0xf9], "", "");
        var failure = Assert.Throws<GuestException>(() => KernelGuest.Boot(DebianGuest.Image, content));
        Assert.Contains("guest: the kernel does not accept the policy; the newest version it reads is ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Kernel panic", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_guest_that_is_silent_for_longer_than_it_may_be_is_ended()
    {
        var content = new GuestContent([], "", "") { Patience = TimeSpan.FromMilliseconds(1) };
        var failure = Assert.Throws<GuestException>(() => KernelGuest.Boot(DebianGuest.Image, content));
        Assert.Contains("The guest has not answered for ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_kernel_is_told_with_the_way_to_get_one()
    {
        var failure = Assert.Throws<GuestException>(() => KernelImage.Newest(Path.Combine(Path.GetTempPath(), "no-kernel-here")));
        Assert.Contains("linux-image-cloud-amd64", failure.Message, StringComparison.Ordinal);
        Assert.Contains("<TypedPolicyKernel>PATH</TypedPolicyKernel>", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_program_that_the_package_carries_is_what_its_source_compiles_to()
    {
        var (inside, folder) = (Path.Combine(Repository.Root, "src", "TypedPolicy.Guest", "Inside"), Directory.CreateTempSubdirectory("typedpolicy-"));
        try
        {
            var compiled = Path.Combine(folder.FullName, "probe");
            using var build = Process.Start(new ProcessStartInfo(Path.Combine(inside, "build"), [compiled]))!;
            build.WaitForExit();
            Assert.Equal(0, build.ExitCode);

            // The file names its compiler; another one makes other bytes of the same source.
            var carried = File.ReadAllBytes(Path.Combine(inside, "probe"));
            Assert.True(Compiler(carried) == Compiler(File.ReadAllBytes(compiled)), $"The program was made by {Compiler(carried)}. Run src/TypedPolicy.Guest/Inside/build with this compiler, and look at what changes.");
            Assert.Equal(carried, File.ReadAllBytes(compiled));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Compiler(byte[] program)
    {
        var start = program.AsSpan().IndexOf("GCC: "u8);
        return start < 0 ? "an unknown compiler" : System.Text.Encoding.ASCII.GetString(program.AsSpan(start, program.AsSpan(start).IndexOf((byte)0)));
    }
}
