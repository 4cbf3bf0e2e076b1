using System.Net;
using CsCheck;
using TypedPolicy.Model.Security;
using Xunit;

namespace TypedPolicy.Tests.Security;

public sealed class NetworkAddressTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::", "::")]
    [InlineData("::1", "::1")]
    [InlineData("2001:DB8:0:0:1:0:0:0", "2001:db8:0:0:1::")]
    [InlineData("fe80::", "fe80::")]
    [InlineData("::ffff:192.0.2.1", "::ffff:c000:201")]
    [InlineData("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8")]
    [InlineData("1:0:3:4:5:6:7:8", "1:0:3:4:5:6:7:8")]
    [InlineData("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0")]
    public void An_address_has_one_canonical_spelling(string text, string canonical) => Assert.Equal(canonical, Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1")]
    [InlineData("010.1")]
    [InlineData("010.0.0.1")]
    [InlineData("256.0.0.1")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.4/8")]
    [InlineData(" 1.2.3.4")]
    [InlineData("1.2.3.\u0664")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("[::1]")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("1:2:3:4:5:6:7:8::")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("12345::")]
    [InlineData("1.2.3.4::")]
    [InlineData("::1.2.3")]
    [InlineData(":1::")]
    public void What_is_no_address_is_refused(string? text)
    {
        Assert.False(NetworkAddress.TryParse(text!, out NetworkAddress? address, out string? error));
        Assert.Null(address);
        Assert.Contains("192.0.2.0", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_address_is_read_as_the_runtime_reads_it() =>
        Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16], Gen.OneOf((byte)0, (byte)0, (byte)1).Array[16]).Sample(bytes =>
        {
            NetworkAddress address = Parse(new IPAddress(bytes).ToString());
            Assert.Equal(bytes, address.Bytes);
            Assert.Equal(address, Parse(address.ToString()));
            Assert.Equal(new IPAddress(bytes), IPAddress.Parse(address.ToString()));
        });

    [Theory]
    [InlineData("10.0.0.0", "255.0.0.0", null)]
    [InlineData("0.0.0.0", "0.0.0.0", null)]
    [InlineData("10.0.0.1", "255.255.255.255", null)]
    [InlineData("2001:db8::", "ffff:ffff::", null)]
    [InlineData("10.0.0.1", "255.0.0.0", "write '10.0.0.0'")]
    [InlineData("10.0.0.0", "255.0.255.0", "ones after a zero")]
    [InlineData("10.0.0.0", "ffff::", "same family")]
    public void A_node_is_an_address_with_its_mask(string address, string mask, string? message)
    {
        string? error = NetworkAddress.CheckNode(Parse(address), Parse(mask));
        Assert.Equal(message is null, error is null);
        Assert.Contains(message ?? "", error ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("255.255.255.0", 24)]
    [InlineData("::", 0)]
    [InlineData("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 128)]
    [InlineData("0.0.0.1", null)]
    public void A_mask_has_its_ones_in_front(string mask, int? length) => Assert.Equal(length, Parse(mask).PrefixLength);

    [Fact]
    public void A_subnet_prefix_has_a_lower_half_of_zeros()
    {
        Assert.Null(NetworkAddress.CheckSubnetPrefix(Parse("fe80::")));
        Assert.NotNull(NetworkAddress.CheckSubnetPrefix(Parse("fe80::1")));
        Assert.NotNull(NetworkAddress.CheckSubnetPrefix(Parse("10.0.0.0")));
    }

    private static NetworkAddress Parse(string text) =>
        NetworkAddress.TryParse(text, out NetworkAddress? address, out string? error) ? address : throw new InvalidOperationException(error);
}
