using TypedPolicy.Testing;
using Xunit;

namespace TypedPolicy.Kernel.Tests.Broken;

/// <summary>A policy that builds and does not work is noticed on a kernel, and explained at the C# line that would have to change.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(DebianGuest))]
public sealed class BrokenTests(DebianGuest guest)
{
    public static TheoryData<string> Cases => [.. BrokenCases.All.Select(c => c.What)];

    [Fact]
    public void There_are_more_than_twenty_and_all_of_them_build()
    {
        Assert.Empty(BrokenCases.Policy.Problems);
        Assert.True(BrokenCases.All.Count > 20);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_broken_is_explained_at_its_line(string what)
    {
        var broken = BrokenCases.All.Single(c => c.What == what);
        var failure = Assert.Throws<PolicyAssertionException>(() => broken.Job(guest.Typed, broken.Name));
        Assert.Contains(broken.Place, failure.Message, StringComparison.Ordinal);
    }
}
