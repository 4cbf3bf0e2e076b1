using TypedPolicy.Model.Paths;
using Xunit;
using Kind = TypedPolicy.Model.Paths.FileKind;

namespace TypedPolicy.Tests.Paths;

public sealed class PathProblemTests
{
    // the span is between « and », what the fix writes behind =>
    [Theory]
    [InlineData("TP4001", "/etc/conf«.»d", "\\.")]
    [InlineData("TP4001", "/run/planet«.»sock", "\\.")]
    [InlineData("TP4001", "/srv/lib[^/]*«.»so", "\\.")]
    [InlineData("TP4001", "/root/«.»ssh(/.*)?", "\\.")]
    [InlineData("TP4001", "/srv/app(«.»bak)?", "\\.")]
    [InlineData("TP4001", "/srv/app«.»(conf|d)", "\\.")]
    [InlineData("TP4001", "/srv/lost«+»found", "\\+")]
    [InlineData("TP4002", "/srv/«(»a", null)]
    [InlineData("TP4002", "/srv/a«)»", "\\)")]
    [InlineData("TP4002", "/srv/«[»a", null)]
    [InlineData("TP4002", "/usr/bin/g«++»", "\\+\\+")]
    [InlineData("TP4002", "/srv/a«*+»", null)]
    [InlineData("TP4002", "/srv/(«*»a)", "\\*")]
    [InlineData("TP4002", "/srv/a«{»,3}", "\\{")]
    [InlineData("TP4002", "/srv/a«{3,2}»", null)]
    [InlineData("TP4002", "/srv/a«{70000}»", null)]
    [InlineData("TP4002", "/srv/«\\x»2d", null)]
    [InlineData("TP4002", "/srv/«\\s»", null)]
    [InlineData("TP4002", "/srv/«(?=»a)", null)]
    [InlineData("TP4002", "/srv/«(?P»<n>a)", null)]
    [InlineData("TP4002", "/srv/[a-z«-»[aeiou]]", "\\-")]
    [InlineData("TP4002", "/srv/[a«[»b]", "\\[")]
    [InlineData("TP4002", "/srv/[«z-a»]", null)]
    [InlineData("TP4002", "/srv/[«\\d»]", "0-9")]
    [InlineData("TP4002", "/srv/a« »b", null)]
    [InlineData("TP4002", "/srv/a«\"»b", null)]
    [InlineData("TP4002", "/srv/«\u00e9»", null)]
    [InlineData("TP4002", "/srv/«\0»", null)]
    [InlineData("TP4002", "HOME_DIR«*»", null)]
    [InlineData("TP4002", "«/srv/([ab]{900}){900}»", null)]
    [InlineData("TP4003", "«/usr/bin/a|/usr/bin/b»", "/usr/bin/(a|b)")]
    [InlineData("TP4003", "«/a|»", null)]
    [InlineData("TP4003", "«^»/srv/a", "")]
    [InlineData("TP4003", "/srv/a«$»", "")]
    [InlineData("TP4003", "/srv/a«$»b", "\\$")]
    [InlineData("TP4004", "«s»rv/a", "/s")]
    [InlineData("TP4004", "/srv/a«/»", "")]
    [InlineData("TP4004", "/srv«//»a", "/")]
    [InlineData("TP4004", "/srv«/\\.»/a", "")]
    [InlineData("TP4004", "/srv«/\\.\\.»/a", null)]
    [InlineData("TP4004", "/srv/a«\\»", "")]
    [InlineData("TP4004", "«/srv/(a|b)[/]»", null)]
    [InlineData("TP4004", "«H»OME_DIRECTORY/x", "/H")]
    [InlineData("TP4005", "/srv/data«(.*)?»", null)]
    [InlineData("TP4005", "/srv/«\\d»+", "[0-9]")]
    [InlineData("TP4005", "/srv/a«(.*/)?»b", null)]
    [InlineData("TP4005", "/srv/a«([^/]+/)?»b", null)]
    [InlineData("TP4005", "/srv/«(.*/)»b", null)]
    [InlineData("TP4005", "/srv/«(a|)»b", null)]
    [InlineData("TP4005", "/srv/«(a*)*»b", null)]
    [InlineData("TP4006", "/srv/«USER»S", null)]
    [InlineData("TP4006", "/srv/a(«ROLE»)?", null)]
    [InlineData("TP4007", "«/home/ada»/\\.ssh", "HOME_DIR")]
    [InlineData("TP4007", "«/home/[^/]+»/\\.ssh", "HOME_DIR")]
    public void A_problem_in_a_pattern_is_shown_at_its_place(string id, string marked, string? replacement)
    {
        int start = marked.IndexOf('«', StringComparison.Ordinal);
        int end = marked.IndexOf('»', StringComparison.Ordinal) - 1;
        string source = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        PathProblem problem = Assert.Single(PathPattern.Parse(source).Problems);
        Assert.Equal((id, start, end - start), (problem.Id, problem.Start, problem.Length));
        Assert.Equal(replacement, problem.Replacement);
    }

    [Theory]
    [InlineData("/srv/.*")]
    [InlineData("/srv/.+")]
    [InlineData("/srv/a.{2}b")]
    [InlineData("/dev/tty.")]
    [InlineData("/dev/sd.[0-9]")]
    [InlineData("/srv/(.*/)?b")]
    [InlineData("/usr/lib/.*/program(/.*)?")]
    [InlineData("/usr/lib(64)?/x")]
    [InlineData("/home/lost\\+found")]
    [InlineData("/home")]
    [InlineData("/home/(.*/)?x")]
    [InlineData("/srv/[+]a+")]
    [InlineData("(/usr)?/sbin/x")]
    [InlineData("/tmp/%{USERNAME}-x")]
    [InlineData("HOME_DIR/USER")]
    [InlineData("/")]
    [InlineData("/srv/...")]
    [InlineData("/srv/\\.\\.\\.")]
    public void What_base_policies_write_has_no_problem(string pattern) => Assert.Empty(PathPattern.Parse(pattern).Problems);

    [Theory]
    [InlineData("TP4002", "/srv/my« »file")]
    [InlineData("TP4004", "«s»rv")]
    [InlineData("TP4004", "/srv«/»")]
    [InlineData("TP4004", "/srv«//»x")]
    [InlineData("TP4004", "/srv«/.»/x")]
    [InlineData("TP4005", "/srv/data«(/.*)?»")]
    [InlineData("TP4005", "/srv/conf«\\.»d")]
    [InlineData("TP4006", "/srv/A«ROLE»")]
    [InlineData("TP4007", "«/home/ada»/x")]
    public void A_problem_in_a_literal_path_is_shown_at_its_place(string id, string marked)
    {
        int start = marked.IndexOf('«', StringComparison.Ordinal);
        int end = marked.IndexOf('»', StringComparison.Ordinal) - 1;
        string source = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        foreach (PathPattern pattern in new[] { PathPattern.Literal(source), PathPattern.Tree(source) })
        {
            if (id == "TP4004" && source == "/srv/" && pattern.Text.EndsWith('?'))
            {
                continue; // the other test
            }

            PathProblem problem = Assert.Single(pattern.Problems);
            Assert.Equal((id, start, end - start), (problem.Id, problem.Start, problem.Length));
        }
    }

    [Fact]
    public void A_tree_ends_in_no_slash()
    {
        PathProblem problem = Assert.Single(PathPattern.Tree("/srv/data/").Problems);
        Assert.Equal(("TP4004", 9, 1, ""), (problem.Id, problem.Start, problem.Length, problem.Replacement));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void An_empty_path_never_matches(string? path)
    {
        Assert.Equal("TP4004", Assert.Single(PathPattern.Literal(path!).Problems).Id);
        Assert.Equal("TP4004", Assert.Single(PathPattern.Tree(path!).Problems).Id);
        Assert.Equal("TP4004", Assert.Single(PathPattern.Parse(path!).Problems).Id);
    }

    [Fact]
    public void A_path_has_at_most_4095_bytes_after_escaping()
    {
        Assert.True(PathPattern.Literal("/" + new string('a', 4094)).IsValid);
        Assert.Equal("TP4002", Assert.Single(PathPattern.Literal("/" + new string('a', 4095)).Problems).Id);
        Assert.Equal("TP4002", Assert.Single(PathPattern.Literal("/x" + new string('+', 2047)).Problems).Id);
    }

    [Theory]
    [InlineData("/srv/data/.*", Kind.Any, 9, "(/.*)?")]
    [InlineData("/srv/data(/.*)?", Kind.File, 9, null)]
    [InlineData("/srv/data(/.*)?", Kind.Socket, 9, null)]
    public void A_kind_that_contradicts_the_pattern_is_shown(string pattern, Kind kind, int start, string? replacement)
    {
        PathProblem problem = Assert.Single(PathPattern.Parse(pattern).CheckKind(kind));
        Assert.Equal(("TP4012", start, pattern.Length - start), (problem.Id, problem.Start, problem.Length));
        Assert.Equal(replacement, problem.Replacement);
    }

    [Theory]
    [InlineData("/srv/data/.*", Kind.File)]
    [InlineData("/srv/data(/.*)?", Kind.Any)]
    [InlineData("/srv/data(/.*)?", Kind.Directory)]
    [InlineData("/.*", Kind.Any)]
    [InlineData("/srv/.*\\.sock", Kind.Socket)]
    public void A_kind_that_fits_has_no_problem(string pattern, Kind kind) => Assert.Empty(PathPattern.Parse(pattern).CheckKind(kind));

    [Fact]
    public void A_tree_for_files_alone_is_shown_whole()
    {
        PathProblem problem = Assert.Single(PathPattern.Tree("/srv/data").CheckKind(Kind.File));
        Assert.Equal((0, 9), (problem.Start, problem.Length));
    }

    [Fact]
    public void Only_what_would_be_written_wrongly_is_an_error()
    {
        foreach (PathProblemKind kind in Enum.GetValues<PathProblemKind>())
        {
            bool error = kind is PathProblemKind.InvalidPathPattern or PathProblemKind.PatternNotAnchored or PathProblemKind.PatternNeverMatches;
            Assert.Equal(error, new PathProblem(kind, 0, 0, "").IsError);
        }
    }
}
