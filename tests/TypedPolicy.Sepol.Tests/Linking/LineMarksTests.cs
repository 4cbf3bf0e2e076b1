using System.Text;
using TypedPolicy.Sepol.Linking;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Linking;

public class LineMarksTests
{
    [Fact]
    public void The_innermost_mark_comes_first() =>
        Assert.Equal("In.cs:2 Out.cs:1", Around(";;* lmx 1 \"Out.cs\"\n;;* lmx 2 \"In.cs\"\nhere\n;;* lme\n;;* lme\n", 3));

    [Fact]
    public void A_mark_ends_at_its_end() => Assert.Equal("", Around(";;* lmx 1 \"Out.cs\"\n;;* lme\nhere", 3));

    [Fact]
    public void A_mark_that_counts_gives_the_line_below_it() => Assert.Equal("a.te:7", Around(";;* lms 5 a.te\nx\ny\nhere", 4));

    [Fact]
    public void A_file_may_have_spaces_in_its_name() => Assert.Equal("My File.cs:3", Around(";;* lmx 3 \"My File.cs\"\nhere", 2));

    [Theory]
    [InlineData(";;* lme\n;;* lme\nhere")]
    [InlineData(";;* lmx\n;;* lmx x y\nhere")]
    [InlineData("")]
    [InlineData("\n")]
    public void Marks_that_are_none_are_passed_over(string text) => Assert.Equal("", Around(text, 3));

    private static string Around(string text, int line) => string.Join(' ', LineMarks.Around(Encoding.UTF8.GetBytes(text), line));
}
