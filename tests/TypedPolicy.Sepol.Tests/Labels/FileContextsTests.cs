using TypedPolicy.Model.Paths;
using TypedPolicy.Sepol.Labels;
using Xunit;
using Kind = TypedPolicy.Model.Paths.FileKind;

namespace TypedPolicy.Sepol.Tests.Labels;

public class FileContextsTests
{
    [Theory]
    [InlineData("/a", "literal_t")]
    [InlineData("/a/", "literal_t")]
    [InlineData("//a", "literal_t")]
    [InlineData("/axe", "pattern_t")]
    [InlineData("/abc", "later_t")]
    [InlineData("/none", null)]
    [InlineData("/nothing", null)]
    [InlineData("/alias/x", "real_t")]
    [InlineData("/aliased", "pattern_t")]
    public void The_line_that_decides_is_the_last_and_a_path_goes_before_a_pattern(string path, string? type)
    {
        var contexts = FileContexts.Read(
            """
            # a comment
            /a      system_u:object_r:literal_t:s0
            /a.*    system_u:object_r:pattern_t:s0
            /abc?   system_u:object_r:later_t:s0
            /ab     -d  system_u:object_r:directory_t:s0
            /none   <<none>>
            /real/x system_u:object_r:real_t:s0
            """, Equivalences.Parse("/alias /real"));
        Assert.Equal(type, contexts.TypeOf(path, Kind.File));
    }

    [Theory]
    [InlineData(Kind.Directory, "directory_t")]
    [InlineData(Kind.Socket, "socket_t")]
    [InlineData(Kind.SymbolicLink, "any_t")]
    public void A_line_is_for_its_kind_alone(Kind kind, string type) =>
        Assert.Equal(type, FileContexts.Read("/a u:r:any_t:s0\n/a -d u:r:directory_t:s0\n/a -s u:r:socket_t:s0").TypeOf("/a", kind));

    [Fact]
    public void Homes_of_a_policy_that_is_linked_are_in_home()
    {
        var contexts = FileContexts.ReadLinked("HOME_DIR/\\.ssh(/.*)? u:r:ssh_home_t:s0\nHOME_ROOT -d u:r:home_root_t:s0\n/home/[^/]+ -d u:r:first_t:s0\n/tmp/USER u:r:left_out_t:s0");
        Assert.Equal("ssh_home_t", contexts.TypeOf("/home/joe/.ssh/id"));
        Assert.Equal("home_root_t", contexts.TypeOf("/home", Kind.Directory));
        Assert.Null(contexts.TypeOf("/tmp/USER"));
    }

    [Fact]
    public void A_pattern_that_is_not_understood_is_listed()
    {
        var contexts = FileContexts.Read("/a|/b u:r:t:s0\n/c(/.*)? u:r:t:s0\n/opt/(.*/)?/never u:r:t:s0");
        Assert.Equal("/a|/b", Assert.Single(contexts.NotUnderstood).Pattern);
    }

    [Theory]
    [InlineData("/a")]
    [InlineData("/a -x u:r:t:s0")]
    [InlineData("/a -- u:r:t:s0 more")]
    public void A_line_of_another_form_is_an_error(string line) => Assert.Throws<SepolException>(() => FileContexts.Read(line));

    [Theory]
    [InlineData("")]
    [InlineData("relative")]
    public void A_path_that_is_not_absolute_is_an_error(string path) => Assert.Throws<SepolException>(() => FileContexts.Read("").Find(path));
}
