using TypedPolicy.Refpolicy.Labels;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Labels;

public sealed class FileContextSourceTests
{
    [Fact]
    public void Lines_blocks_and_comments_are_read()
    {
        var source = FileContextSource.Read("pond.fc", """
            # Water.
            /var/pond(/.*)?			gen_context(system_u:object_r:pond_t,s0)
            /usr/bin/fish	--	gen_context(system_u:object_r:fish_exec_t,s0:c1, mcs_allcats) # swims
            /var/pond/lost	-d	<<none>>
            HOME_DIR/\.pond -l system_u:object_r:pond_home_t:s0
            ifdef(`distro_debian',`
            /etc/pond	gen_context(system_u:object_r:pond_etc_t,mls_systemhigh)
            # Elsewhere.
            ',`
            /etc/ponds	gen_context(system_u:object_r:pond_etc_t)
            ')
            """);
        Assert.Empty(source.Problems);
        Assert.Equal(
            [
                new FileContextLine("/var/pond(/.*)?", "", new("system_u", "object_r", "pond_t", "s0", "")),
                new FileContextLine("/usr/bin/fish", "--", new("system_u", "object_r", "fish_exec_t", "s0:c1", "mcs_allcats")),
                new FileContextLine("/var/pond/lost", "-d", null),
                new FileContextLine(@"HOME_DIR/\.pond", "-l", new("system_u", "object_r", "pond_home_t", "s0", "")),
            ],
            source.Items.OfType<FileContextLine>().Select(l => l with { Start = 0 }));
        var block = Assert.Single(source.Items.OfType<FileContextBlock>());
        Assert.Equal("distro_debian", block.Head);
        Assert.Equal("mls_systemhigh", Assert.IsType<FileContextLine>(Assert.Single(block.Items)).Context!.Level);
        Assert.Equal("pond.fc:10:1", source.File.PlaceOf(Assert.Single(block.Otherwise).Start).ToString());
        Assert.Equal(2, source.Comments.Length);
    }

    [Theory]
    [InlineData("/a -x gen_context(u:r:t,s0)", "x:1:4: error: '-x' is not a kind of file: write --, -d, -l, -b, -c, -p or -s")]
    [InlineData("/a --", "x:1:6: error: the label is missing")]
    [InlineData("/a gen_context(u:r)", "x:1:4: error: a label is gen_context(user:role:type,level), user:role:type:level or <<none>>")]
    [InlineData("ifdef(`a',`", "x:1:1: error: the arguments of ifdef do not end")]
    public void A_line_that_is_wrong_is_reported_at_its_place(string text, string error) =>
        Assert.Equal(error, Assert.Single(FileContextSource.Read("x", text).Problems).ToString());
}
