using CsCheck;
using TypedPolicy.Model.Security;
using Xunit;

namespace TypedPolicy.Tests.Security;

public sealed class SecurityLevelTests
{
    [Theory]
    [InlineData("s0", "s0")]
    [InlineData("s15:c0.c1023", "s15:c0.c1023")]
    [InlineData("s0:c1,c4.c7", "s0:c1,c4.c7")]
    [InlineData("s0:c7,c4.c6,c5", "s0:c4.c7")]
    [InlineData("s0:c1.c2", "s0:c1,c2")]
    [InlineData("s0:c3.c3", "s0:c3")]
    [InlineData("s0-s0", "s0")]
    [InlineData("s0-s0:c0.c1023", "s0-s0:c0.c1023")]
    [InlineData("s1:c2-s3:c1.c5", "s1:c2-s3:c1.c5")]
    public void A_range_has_one_canonical_spelling(string text, string canonical)
    {
        Assert.True(SecurityRange.TryParse(text, out SecurityRange? range, out string? error), error);
        Assert.Equal(canonical, range.ToString());
        Assert.True(SecurityRange.TryParse(canonical, out SecurityRange? again, out _));
        Assert.Equal(range, again);
    }

    [Theory]
    [InlineData("", "sensitivity")]
    [InlineData(null, "sensitivity")]
    [InlineData("SystemHigh", "by number")]
    [InlineData("systemlow-systemhigh", "by number")]
    [InlineData("s16", "s0 to s15")]
    [InlineData("s00", "sensitivity")]
    [InlineData("s", "sensitivity")]
    [InlineData("S0", "sensitivity")]
    [InlineData(" s0", "sensitivity")]
    [InlineData("s0:", "category")]
    [InlineData("s0:c1024", "c0 to c1023")]
    [InlineData("s0:c1,", "category")]
    [InlineData("s0:c1..c2", "category")]
    [InlineData("s0:c1.c2.c3", "category")]
    [InlineData("s0:c5.c2", "write 'c2.c5'")]
    [InlineData("s0:c\u0661", "category")]
    [InlineData("s1-s0", "dominate")]
    [InlineData("s0:c1-s0:c2", "dominate")]
    [InlineData("s0-", "sensitivity")]
    [InlineData("s0-s0-s0", "sensitivity")]
    public void What_is_no_range_is_refused_with_what_to_write(string? text, string message)
    {
        Assert.False(SecurityRange.TryParse(text!, out SecurityRange? range, out string? error));
        Assert.Null(range);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_level_gives_its_parts()
    {
        Assert.True(SecurityLevel.TryParse("s2:c9,c1,c3.c5", out SecurityLevel? level, out _));
        Assert.Equal((2, "s2"), (level.Sensitivity, level.SensitivityName));
        CategoryRange[] expected = [new(1, 1), new(3, 5), new(9, 9)];
        Assert.Equal(expected, level.Categories);
    }

    [Fact]
    public void A_level_dominates_its_parts() =>
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, 1023].HashSet[1, 30]).Sample((sensitivity, categories) =>
        {
            string text = $"s{sensitivity}:{string.Join(",", categories.Select(category => "c" + category))}";
            Assert.True(SecurityLevel.TryParse(text, out SecurityLevel? level, out _));
            Assert.True(SecurityLevel.TryParse($"s{sensitivity}:c{categories.First()}", out SecurityLevel? part, out _));
            Assert.True(level.Dominates(part) && level.Dominates(level) && level.Dominates(SecurityLevel.SystemLow));
            Assert.Equal(categories.Count == 1, part.Dominates(level));
            Assert.Equal(categories.Order(), level.Categories.SelectMany(range => Enumerable.Range(range.Low, range.High - range.Low + 1)));
        });

    [Fact]
    public void Hostile_strings_never_throw() =>
        Gen.OneOf("s0", "s", ":", "c1", "c", ".", ",", "-", "9999999999", "\0", "é").Array[0, 8].Sample(parts =>
        {
            string text = string.Concat(parts);
            Assert.Equal(SecurityRange.TryParse(text, out _, out string? error), error is null);
        });
}
