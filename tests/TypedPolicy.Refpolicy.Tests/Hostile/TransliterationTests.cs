using System.Text;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Hostile;

/// <summary><c>translit</c> with ranges: none is written out, whatever they come to.</summary>
public sealed class TransliterationTests
{
    private const long MaxAllocated = 64 << 20;

    [Theory]
    [InlineData("abc-xyz", "a-z", "A-Z", "ABC-XYZ")]
    [InlineData("abcxyz", "z-a", "a-z", "zyxcba")]
    [InlineData("a-b", "a-", "xy", "xyb")]
    [InlineData("a-b", "-a", "xy", "yxb")]
    [InlineData("abcd", "a-cb-d", "1-9", "1236")]
    [InlineData("abc", "a-a", "x", "xbc")]
    [InlineData("aaa", "aa", "xy", "xxx")]
    [InlineData("abcdef", "b-e", "1-2", "a12f")]
    [InlineData("abcdef", "b-d", "", "aef")]
    public void Characters_are_mapped_as_GNU_m4_maps_them(string text, string from, string to, string expected) => Assert.Equal(expected, Run($"translit(`{text}', `{from}', `{to}')"));

    [Fact]
    public void Eight_thousand_long_ranges_cost_what_their_text_costs()
    {
        var ranges = new StringBuilder();
        for (var i = 0; i < 8_000; i++)
        {
            ranges.Append((char)(0x100 + i)).Append('-').Append((char)(0xD000 + i));
        }

        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("b", Run($"translit(`a', `{ranges}a', `{ranges}b')"));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
    }

    private static string Run(string source)
    {
        var map = new SourceMap();
        var engine = new M4Engine(map);
        engine.Run(MappedText.Of(source));
        return engine.TakeOutput().Text;
    }
}
