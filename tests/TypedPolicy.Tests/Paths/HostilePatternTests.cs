using TypedPolicy.Model.Paths;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Paths;

/// <summary>Patterns that are made to take long: what they cost is bounded by the states that are visited.</summary>
public sealed class HostilePatternTests
{
    private const long MaxAllocated = 1L << 30;

    public static TheoryData<string> Patterns =>
    [
        "/" + string.Concat(Enumerable.Repeat(".?", 1_000)),
        "/(a|b|ab)" + string.Concat(Enumerable.Repeat("(a?b?)", 300)),
        "/.*a" + string.Concat(Enumerable.Repeat("[ab]", 400)),
        "/(x+x+)+y",
        "/" + string.Concat(Enumerable.Repeat("(a|b)*", 300)),
    ];

    [Theory]
    [MemberData(nameof(Patterns))]
    public void Whether_one_pattern_covers_another_is_decided_within_bounds(string pattern)
    {
        var one = PathPattern.Parse(pattern);
        var other = PathPattern.Parse(pattern + "z?");
        var before = GC.GetAllocatedBytesForCurrentThread();

        _ = one.Covers(other);
        _ = other.Covers(one);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
    }

    [Fact]
    public void A_policy_of_such_patterns_is_written()
    {
        var labels = string.Concat(Enumerable.Range(0, 4).Select(i => $"[FileType, FileContextPattern(\"/{string.Concat(Enumerable.Repeat(".?", 1_000))}{(char)('a' + i)}\")] class A{i};\n"));

        Policy.Brief(labels).IsGood();
    }
}
