using System.Text;
using CsCheck;
using TypedPolicy.Model.Paths;
using Xunit;
using Kind = TypedPolicy.Model.Paths.FileKind;

namespace TypedPolicy.Tests.Paths;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("/usr/bin/gravity", "/usr/bin/gravity")]
    [InlineData("/etc/gravity.conf", "/etc/gravity\\.conf")]
    [InlineData("/usr/bin/g++", "/usr/bin/g\\+\\+")]
    [InlineData("/a^b$c?d*e|f[g(h{i]j)k}l", "/a\\^b\\$c\\?d\\*e\\|f\\[g\\(h\\{i\\]j\\)k\\}l")]
    [InlineData("/etc/systemd/dev-disk\\x2duuid", "/etc/systemd/dev-disk\\\\x2duuid")]
    [InlineData("/a-b_c,d:e@f=g~h%i", "/a-b_c,d:e@f=g~h%i")]
    [InlineData("HOME_DIR/.gravity", "HOME_DIR/\\.gravity")]
    [InlineData("HOME_ROOT", "HOME_ROOT")]
    [InlineData("/run/user/%{USERID}", "/run/user/%{USERID}")]
    public void A_literal_path_is_escaped(string path, string text)
    {
        PathPattern pattern = PathPattern.Literal(path);
        Assert.DoesNotContain(pattern.Problems, p => p.Kind != PathProblemKind.PathWrittenAsGlob);
        Assert.True(pattern.IsValid);
        Assert.Equal(text, pattern.Text);
        Assert.Equal(text, PathPattern.Parse(text).Text);
    }

    [Theory]
    [InlineData("/srv/data", "/srv/data(/.*)?")]
    [InlineData("/srv/conf.d", "/srv/conf\\.d(/.*)?")]
    [InlineData("HOME_DIR", "HOME_DIR(/.*)?")]
    [InlineData("/", "/.*")]
    public void A_tree_is_the_directory_and_its_contents(string path, string text)
    {
        PathPattern pattern = PathPattern.Tree(path);
        Assert.Empty(pattern.Problems);
        Assert.Equal(text, pattern.Text);
    }

    [Theory]
    [InlineData("/srv/a(?:b|c)", "/srv/a(b|c)")]
    [InlineData("/srv/a{0,}b{1,}c{0,1}d{1}e{2,2}f{2,}g{2,3}", "/srv/a*b+c?de{2}f{2,}g{2,3}")]
    [InlineData("/srv/\\_\\,\\-\\/x", "/srv/_,-/x")]
    [InlineData("/srv/[]a]", "/srv/[\\]a]")]
    [InlineData("/srv/[^/]+", "/srv/[^/]+")]
    [InlineData("/srv/[a-z\\-.]", "/srv/[a-z\\-.]")]
    [InlineData("/srv/[-a]", "/srv/[\\-a]")]
    [InlineData("/srv/[a-]", "/srv/[a\\-]")]
    [InlineData("/srv/[[:digit:]x]", "/srv/[0-9x]")]
    [InlineData("/srv/a]}", "/srv/a\\]\\}")]
    [InlineData("/a]/b]", "/a[\\]]/b\\]")]
    [InlineData("/a\\\\\\)}/b", "/a[\\\\][)][}]/b")]
    [InlineData("/a]", "/a\\]")]
    [InlineData("/a/?b", "/a/?b")]
    [InlineData("/a/+b", "/a/+b")]
    [InlineData("/run/user/%{USERID}(/.*)?", "/run/user/%{USERID}(/.*)?")]
    public void A_pattern_has_one_canonical_form(string pattern, string text)
    {
        PathPattern parsed = PathPattern.Parse(pattern);
        Assert.Empty(parsed.Problems);
        Assert.Equal(text, parsed.Text);
        Assert.Equal(PathPattern.Parse(text), parsed);
    }

    [Theory]
    [InlineData("/srv/data(/.*)?", "/srv/data", true)]
    [InlineData("/srv/data(/.*)?", "/srv/data/x/y", true)]
    [InlineData("/srv/data(/.*)?", "/srv/database", false)]
    [InlineData("/srv/[^/]+/x", "/srv/a/x", true)]
    [InlineData("/srv/[^/]+/x", "/srv/a/b/x", false)]
    [InlineData("/srv/(a|bc){2}", "/srv/abc", true)]
    [InlineData("/srv/(a|bc){2}", "/srv/a", false)]
    [InlineData("/srv/x.", "/srv/x\u00e9", false)] // two bytes
    [InlineData("/srv/x.{2}", "/srv/x\u00e9", true)]
    [InlineData("HOME_DIR/\\.ssh", "/home/ada/.ssh", true)]
    [InlineData("HOME_DIR/\\.ssh", "/home/ada/x/.ssh", false)]
    [InlineData("HOME_ROOT/lost\\+found", "/home/lost+found", true)]
    [InlineData("/run/user/%{USERID}", "/run/user/1000", true)]
    [InlineData("/run/user/%{USERID}", "/run/user/x", false)]
    [InlineData("/srv/(a*)*b", "/srv/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void A_pattern_matches_whole_paths(string pattern, string path, bool matches) =>
        Assert.Equal(matches, PathPattern.Parse(pattern).Matches(path));

    [Fact]
    public void An_invalid_pattern_matches_nothing() => Assert.False(PathPattern.Parse("/srv/(a").Matches("/srv/(a"));

    [Fact]
    public void Patterns_are_equal_by_their_canonical_text()
    {
        Assert.Equal(PathPattern.Literal("/srv/a.b"), PathPattern.Parse("/srv/a\\.b"));
        Assert.Equal(PathPattern.Tree("/srv").GetHashCode(), PathPattern.Parse("/srv(?:/.*)?").GetHashCode());
        Assert.NotEqual(PathPattern.Literal("/srv/a"), PathPattern.Literal("/srv/b"));
    }

    [Fact]
    public void Escapes_count_as_one_character()
    {
        PathPattern pattern = PathPattern.Parse("/a\\.b(/.*)?");
        Assert.Equal((true, 4, 10), (pattern.HasMetacharacters, pattern.StemLength, pattern.EffectiveLength));
        Assert.False(PathPattern.Literal("/a.b*").HasMetacharacters);
    }

    [Fact]
    public void A_literal_path_matches_itself_and_no_other() =>
        Gen.Select(GenPath, GenPath).Sample((path, other) =>
        {
            PathPattern pattern = PathPattern.Literal(path);
            Assert.True(pattern.IsValid, path);
            Assert.True(pattern.Matches(path), path);
            Assert.Equal(path == other, pattern.Matches(other));
            Assert.Equal(pattern, PathPattern.Parse(pattern.Text));
        });

    [Fact]
    public void The_canonical_form_is_a_fixed_point() =>
        GenHostile.Sample(source =>
        {
            PathPattern pattern = PathPattern.Parse("/" + source);
            if (pattern.IsValid)
            {
                PathPattern again = PathPattern.Parse(pattern.Text);
                Assert.True(again.IsValid, pattern.Text);
                Assert.Equal(pattern.Text, again.Text);
            }
        }, iter: 20_000);

    [Fact]
    public void Hostile_strings_never_throw_and_their_problems_lie_inside() =>
        GenHostile.Sample(source =>
        {
            foreach (PathPattern pattern in new[] { PathPattern.Literal(source), PathPattern.Tree(source), PathPattern.Parse(source) })
            {
                _ = pattern.Matches(source);
                foreach (PathProblem problem in pattern.Problems.Concat(pattern.CheckKind(Kind.Any)).Concat(pattern.CheckKind(Kind.File)))
                {
                    Assert.InRange(problem.Start, 0, source.Length);
                    Assert.InRange(problem.Length, source.Length == 0 ? 0 : 1, source.Length - problem.Start);
                }
            }
        }, iter: 20_000);

    [Theory]
    [InlineData("(", 10_000)]
    [InlineData("(a", 4_000)]
    [InlineData("/(a|", 1_000)]
    [InlineData("a{1000}", 500)]
    [InlineData("[", 10_000)]
    [InlineData("[[:", 3_000)]
    [InlineData(".a", 2_000)]
    [InlineData("\\", 10_000)]
    [InlineData("|", 8_000)]
    [InlineData("/home/", 1_000)]
    [InlineData("(/USER)?", 500)]
    [InlineData("(a*)*", 800)]
    [InlineData("\ud83d\ude00", 2_000)]
    public void Long_hostile_strings_are_read_quickly(string part, int count)
    {
        string source = "/" + new StringBuilder().Insert(0, part, count);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        foreach (PathPattern pattern in new[] { PathPattern.Parse(source), PathPattern.Literal(source) })
        {
            _ = pattern.Matches(new string('a', 4000));
        }

        // Milliseconds, or else longer than anyone waits: no machine is so busy that it falls between.
        Assert.InRange(watch.Elapsed.TotalMinutes, 0, 5);
    }

    [Fact]
    public void A_literal_path_that_never_matches_never_matches_in_a_group_either() =>
        Gen.OneOf("/", "/", ".", "a", "HOME_DIR", "%{USERID}").Array[0, 7].Select(string.Concat).Sample(rest =>
        {
            string path = "/" + rest;
            bool canMatch = PathPattern.Parse("(" + PathPattern.Literal(path).Text + ")").IsValid;
            Assert.Equal(canMatch, PathPattern.Literal(path).IsValid);
            Assert.Equal(canMatch || path == "//", PathPattern.Tree(path).IsValid || path == "//");
        }, iter: 5_000);

    private static readonly Gen<string> GenPath =
        Gen.Select(
            Gen.Char["ab.+*?^$|()[]{}\\-_,09~:@"].Array[1, 3].Select(name => new string(name)).Where(name => name.Trim('.').Length > 0 || name.Length > 2).Array[1, 3],
            names => "/" + string.Join("/", names))
        .Where(path => !path.Contains("\\.", StringComparison.Ordinal));

    private static readonly Gen<string> GenHostile =
        Gen.OneOf("/", "a", "b", ".", "*", "+", "?", "(", ")", "(?:", "|", "[", "]", "^", "$", "{", "}", "2", ",", "{2,3}", "\\", "\\.", "\\d", "-", ":", "[^/]", "(/.*)?", "HOME_DIR", "USER", "%{USERID}", " ", "\"", "\n", "\0", "\u00e9", "\ud83d", "/home/", "_", "run", "var")
            .Array[0, 12].Select(parts => string.Concat(parts));
}
