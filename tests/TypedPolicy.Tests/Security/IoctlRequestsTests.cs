using CsCheck;
using TypedPolicy.Model.Security;
using Xunit;

namespace TypedPolicy.Tests.Security;

public sealed class IoctlRequestsTests
{
    [Theory]
    [InlineData("0x8910-0x8920, 0x1234", "0x1234, 0x8910-0x8920")]
    [InlineData("1,2,3", "0x0001-0x0003")]
    [InlineData("0x10-0x20,0x18-0x30,0x30", "0x0010-0x0030")]
    [InlineData(" 0XFFFF\t", "0xffff")]
    [InlineData("0 - 65535", "0x0000-0xffff")]
    public void Requests_are_sorted_and_joined(string text, string canonical)
    {
        IoctlRequests requests = IoctlRequests.Parse(text);
        Assert.Empty(requests.Problems);
        Assert.Equal(canonical, requests.ToString());
        Assert.Equal(requests, IoctlRequests.Parse(canonical));
    }

    [Theory]
    [InlineData("0x1, «0x8920-0x8910»", "0x8910-0x8920")]
    [InlineData("«0x12345»", "0x2345")]
    [InlineData("0x1-«0xc0045401»", "0x5401")]
    [InlineData("«99999999999999999999999999»", null)]
    [InlineData("«TCGETS»", null)]
    [InlineData("0x1,«8G»,2", null)]
    [InlineData("«0x»", null)]
    [InlineData("1,«,»2", null)]
    [InlineData("1«,»", null)]
    [InlineData("1«-»", null)]
    [InlineData("1-2-«»3", null)]
    public void A_problem_is_shown_at_its_place(string marked, string? replacement)
    {
        int start = marked.IndexOf('«', StringComparison.Ordinal);
        int length = marked.IndexOf('»', StringComparison.Ordinal) - start - 1;
        string source = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        IoctlRequests requests = IoctlRequests.Parse(source);
        IoctlProblem problem = Assert.Single(requests.Problems);
        Assert.False(requests.IsValid);
        Assert.Equal("TP2005", problem.Id);
        Assert.Equal(replacement, problem.Replacement);
        if (length > 0)
        {
            Assert.Equal((start, length), (problem.Start, problem.Length));
        }
    }

    [Fact]
    public void Hostile_strings_never_throw_and_their_problems_lie_inside() =>
        Gen.OneOf("0x", "1", "f", "-", ",", " ", "\t", "G", "999999", "\0", "é").Array[0, 10].Sample(parts =>
        {
            string source = string.Concat(parts);
            foreach (IoctlProblem problem in IoctlRequests.Parse(source).Problems)
            {
                Assert.InRange(problem.Start, 0, source.Length);
                Assert.InRange(problem.Length, source.Length == 0 ? 0 : 1, source.Length - problem.Start);
            }
        });

    [Fact]
    public void The_numbers_stay_the_same() =>
        Gen.Int[0, 0xffff].Array[1, 20].Sample(numbers =>
            Assert.Equal(
                numbers.Distinct().Order(),
                IoctlRequests.Parse(string.Join(",", numbers)).Ranges.SelectMany(range => Enumerable.Range(range.Low, range.High - range.Low + 1))));
}
