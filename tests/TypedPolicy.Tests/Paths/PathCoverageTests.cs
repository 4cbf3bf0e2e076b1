using TypedPolicy.Model.Paths;
using Xunit;

namespace TypedPolicy.Tests.Paths;

public sealed class PathCoverageTests
{
    [Theory]
    [InlineData("/srv/a(/.*)?", "/srv/a/b/.*")]
    [InlineData("/srv/a(/.*)?", "/srv/a")]
    [InlineData("/srv/[ab].*", "/srv/a[0-9]+")]
    [InlineData("/srv/a/[^/]*", "/srv/a/[^/]+")] // nobody asks for /srv/a/
    [InlineData("/.*", "/(usr|var)/.*")]
    [InlineData("/(srv)?", "/")]
    [InlineData("/srv/[.]+", "/srv/[.]{1,3}")] // a lookup asks for /srv/... alone
    public void A_pattern_covers_another_that_matches_no_other_path(string outer, string inner)
    {
        Assert.True(PathPattern.Parse(outer).Covers(PathPattern.Parse(inner)));
    }

    [Theory]
    [InlineData("/srv/a/.*", "/srv/a(/.*)?")]
    [InlineData("/srv/a[0-9]+", "/srv/[ab].*")]
    [InlineData("/srv/a/[^/]*", "/srv/a/.*")]
    [InlineData("HOME_DIR/.*", "HOME_DIR/a.*")]
    public void It_does_not_cover_one_that_matches_more(string outer, string inner) =>
        Assert.False(PathPattern.Parse(outer).Covers(PathPattern.Parse(inner)));

    [Fact]
    public void What_is_covered_matches_nothing_that_the_cover_does_not()
    {
        var covered = 0;
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new RandomPaths(seed);
            var (outer, inner) = (PathPattern.Parse(random.Pattern()), random.Spec());
            if (outer.Covers(PathPattern.Parse(inner.Pattern)))
            {
                covered++;
                var paths = Enumerable.Range(0, 20).Select(_ => inner.Match()).Where(RandomPaths.IsPath);
                Assert.All(paths, path => Assert.True(outer.Matches(path), $"{outer} {inner.Pattern} {path}"));
            }
        }

        Assert.InRange(covered, 20, 2_000);
    }

    [Fact]
    public void Nearly_every_valid_pattern_is_covered_by_one_that_has_it_for_an_alternative()
    {
        var pairs = Enumerable.Range(0, 1_000)
            .Select(seed => new RandomPaths(seed).Pattern())
            .Select(text => (Wide: PathPattern.Parse($"(/else|{text})"), Narrow: PathPattern.Parse(text)))
            .Where(pair => pair.Wide.IsValid && pair.Narrow.IsValid)
            .ToArray();

        Assert.InRange(pairs.Length, 300, 1_000);
        Assert.Empty(pairs.Where(pair => !pair.Wide.Covers(pair.Narrow)).Select(pair => pair.Narrow.Text).Skip(pairs.Length / 50));
    }

    [Fact]
    public void Nearly_every_valid_pattern_is_found_to_cover_itself()
    {
        var valid = Enumerable.Range(0, 500).Select(seed => PathPattern.Parse(new RandomPaths(seed).Pattern())).Where(p => p.IsValid).ToArray();

        Assert.Empty(valid.Where(p => !p.Covers(p)).Select(p => p.Text).Skip(valid.Length / 50));
    }
}
