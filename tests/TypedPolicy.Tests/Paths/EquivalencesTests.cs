using TypedPolicy.Model.Paths;
using Xunit;

namespace TypedPolicy.Tests.Paths;

public sealed class EquivalencesTests
{
    private static readonly Equivalences El = Equivalences.Parse("/run /var/run\n/run/lock /var/lock\n/sbin /usr/sbin");

    private static readonly Equivalences Merged = Equivalences.Parse("/bin /usr/bin\n/sbin /usr/bin\n/usr/sbin /usr/bin\n/var/run /run\n/run/lock /var/lock\n/lib /usr/lib\n/lib64 /usr/lib");

    [Theory]
    [InlineData("/run/x", "/var/run/x")]
    [InlineData("/run", "/var/run")]
    [InlineData("/runx", "/runx")]
    [InlineData("/run/lock/x", "/var/lock/x")]
    [InlineData("/var/run/x", "/var/run/x")]
    public void A_path_is_replaced_once_at_a_component(string path, string real) => Assert.Equal(real, El.Apply(path));

    [Fact]
    public void Of_several_lines_the_last_wins_and_nothing_follows_it()
    {
        Equivalences table = Equivalences.Parse("/a/b /x\n/a /y\n/y /z\n");
        Assert.Equal("/y/b", table.Apply("/a/b"));
    }

    [Fact]
    public void A_file_is_read_as_libselinux_reads_it()
    {
        Equivalences table = Equivalences.Parse("# comment\n  /a\t /b  rest\r\n/one\n\n/d /e");
        Equivalence[] expected = [new("/a", "/b"), new("/d", "/e")];
        Assert.Equal(expected, table.Entries);
        Assert.Equal(table, Equivalences.Parse("/a /b\n/d /e"));
        Assert.Empty(Equivalences.Parse(null!).Entries);
    }

    [Theory]
    [InlineData("/run/planet\\.sock", "/var/run/planet\\.sock")]
    [InlineData("/run", "/var/run")]
    [InlineData("/run(/.*)?", "/var/run(/.*)?")]
    [InlineData("/run/.*", "/var/run/.*")]
    [InlineData("/run(/a|/b)", "/var/run(/a|/b)")]
    [InlineData("/run(/a)?(/b)*", "/var/run(/a)?(/b)*")]
    [InlineData("/run/lock(/.*)?", "/var/lock(/.*)?")]
    [InlineData("/run/(lock|x)/y", "/var/run/(lock|x)/y")]
    [InlineData("/sbin/[^/]+", "/usr/sbin/[^/]+")]
    public void A_pattern_under_an_alias_is_rewritten(string pattern, string rewritten)
    {
        Assert.NotNull(El.FindAlias(PathPattern.Parse(pattern)));
        Assert.Equal(rewritten, El.Rewrite(PathPattern.Parse(pattern))?.Text);
        Assert.Null(El.FindAlias(PathPattern.Parse(rewritten)));
        Assert.Null(El.Rewrite(PathPattern.Parse(rewritten)));
    }

    [Theory]
    [InlineData("/runner/x")]
    [InlineData("/run.*")]
    [InlineData("/run[^/]*")]
    [InlineData("/run(x|/y)")]
    [InlineData("/run*/x")]
    [InlineData("/var/run/x")]
    [InlineData("HOME_DIR/run")]
    public void A_pattern_beside_an_alias_is_left_alone(string pattern)
    {
        Assert.Null(El.FindAlias(PathPattern.Parse(pattern)));
        Assert.Null(El.Rewrite(PathPattern.Parse(pattern)));
    }

    [Fact]
    public void Equivalences_follow_one_another()
    {
        Assert.Equal("/var/lock/x", Merged.Rewrite(PathPattern.Literal("/var/run/lock/x"))?.Text);
        Assert.Equal(new("/var/run", "/run"), Merged.FindAlias(PathPattern.Literal("/var/run/lock/x")));
    }

    [Fact]
    public void A_circle_of_equivalences_rewrites_nothing() =>
        Assert.Null(Equivalences.Parse("/a /b\n/b /a").Rewrite(PathPattern.Tree("/a")));

    [Fact]
    public void The_root_can_stand_for_a_directory()
    {
        Equivalences table = Equivalences.Parse("/chroot /");
        Assert.Equal("/etc", table.Apply("/chroot/etc"));
        Assert.Equal("/etc(/.*)?", table.Rewrite(PathPattern.Tree("/chroot/etc"))?.Text);
        Assert.Null(table.Rewrite(PathPattern.Tree("/chroot")));
    }

    [Theory]
    [InlineData("/(usr/)?sbin/x", "/sbin/x", "/sbin")]
    [InlineData("(/usr)?/sbin/x", "/sbin/x", "/sbin")]
    [InlineData("/usr/s?bin/x", "/usr/sbin/x", "/usr/sbin")]
    [InlineData("/(var/)?run/x(/.*)?", "/var/run/x(/.*)?", "/var/run")]
    [InlineData("/(lib|lib64)/x", "/lib/x", "/lib")]
    public void One_of_the_paths_of_a_pattern_can_be_aliased(string pattern, string spelling, string alias)
    {
        AliasedSpelling? found = Merged.FindAliasInExpansions(PathPattern.Parse(pattern));
        Assert.Equal((spelling, alias), (found?.Spelling.Text, found?.Equivalence.Alias));
    }

    [Fact]
    public void It_is_said_whether_the_real_path_is_labelled_too()
    {
        Assert.True(Merged.FindAliasInExpansions(PathPattern.Parse("/(var/)?run/x"))!.RealIsCovered);
        Assert.False(Merged.FindAliasInExpansions(PathPattern.Parse("/(lib|srv)/x"))!.RealIsCovered);
        Assert.Null(Merged.FindAliasInExpansions(PathPattern.Parse("/srv(/a)?/x")));
    }

    [Theory]
    [InlineData("/(usr/)?sbin/x", "/usr/bin/x")]
    [InlineData("/lib(64)?/x(/.*)?", "/usr/lib/x(/.*)?")]
    [InlineData("/(lib|srv)/x", null)]
    [InlineData("/(var/)?run/x", null)]
    public void A_pattern_whose_every_path_is_aliased_to_one_is_rewritten(string pattern, string? rewritten) =>
        Assert.Equal(rewritten, Merged.Rewrite(PathPattern.Parse(pattern))?.Text);

    [Fact]
    public void Too_many_spellings_are_not_looked_at() =>
        Assert.Null(Equivalences.Parse("/aaaaaaaaaaaaaaaaaaaa /b").FindAliasInExpansions(PathPattern.Parse("/" + string.Concat(Enumerable.Repeat("a?", 200)))));
}
