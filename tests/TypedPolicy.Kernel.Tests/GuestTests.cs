using TypedPolicy.Testing.Kernel;
using Xunit;

namespace TypedPolicy.Kernel.Tests;

/// <summary>A guest that cannot do what it is there for says why.</summary>
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
    public void A_folder_without_a_kernel_is_told_with_the_way_to_get_one()
    {
        var failure = Assert.Throws<GuestException>(() => KernelImage.Newest(Path.Combine(Path.GetTempPath(), "no-kernel-here")));
        Assert.Contains("linux-image-cloud-amd64", failure.Message, StringComparison.Ordinal);
    }
}
