using TypedPolicy.Model.Security;
using Xunit;

namespace TypedPolicy.Tests.Security;

public sealed class NumberRangesTests
{
    [Theory]
    [InlineData(1, 65535, null, false)]
    [InlineData(80, 80, null, false)]
    [InlineData(0, 80, "port 0", false)]
    [InlineData(80, 80800, "port 80800", false)]
    [InlineData(-1, 80, "port -1", false)]
    [InlineData(90, 80, "write 80, 90", true)]
    public void Ports_go_from_1_to_65535_upwards(int low, int high, string? message, bool inverted)
    {
        NumberProblem? problem = NumberRanges.CheckPorts(low, high);
        Assert.Equal(message is null, problem is null);
        Assert.Contains(message ?? "", problem?.Message ?? "", StringComparison.Ordinal);
        Assert.Equal(inverted, problem?.IsInverted ?? false);
    }

    [Fact]
    public void Infiniband_numbers_have_bounds_of_their_own()
    {
        Assert.Null(NumberRanges.CheckPartitionKeys(0, 0xffff));
        Assert.NotNull(NumberRanges.CheckPartitionKeys(0, 0x10000));
        Assert.Null(NumberRanges.CheckEndPort(255));
        Assert.NotNull(NumberRanges.CheckEndPort(0));
        Assert.NotNull(NumberRanges.CheckEndPort(256));
    }
}
