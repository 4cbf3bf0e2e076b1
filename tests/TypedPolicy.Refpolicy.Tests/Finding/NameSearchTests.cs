using System.Text.RegularExpressions;
using TypedPolicy.Refpolicy.Finding;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Finding;

public sealed class NameSearchTests
{
    [Theory]
    [InlineData("barn.*hay$", "barn_manage_hay", "barn_old_read_hay", "barn_read_all_but_hay", "barn_read_hay", "barn_read_old_hay", "barn_smell_hay")]
    [InlineData("^Barn.ManageHay$", "barn_manage_hay")]
    [InlineData("AND WRITE", "barn_manage_hay")]
    [InlineData("^look_", "look_more_perms", "look_perms")]
    [InlineData("^swimmer", "swimmer", "swimmer_roles")]
    public void Names_are_found_by_SELinux_name_C_sharp_name_and_summary(string expression, params string[] names) =>
        Assert.Equal(names, NameSearch.Find(FinderTree.Index(), new Regex(expression, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)).Select(n => n.Name));

    [Fact]
    public void A_name_is_what_C_sharp_writes_with_its_place_module_and_summary()
    {
        var index = FinderTree.Index();
        var look = Assert.Single(index.Find("pond_look"));
        Assert.Equal((FoundKind.Interface, "[Pond.Look]", "pond", "nature/pond.if", "Look into a pond & its mud."), (look.Kind, look.Written, look.Module, look.File, look.Summary));
        Assert.Equal(20, look.Line);
        Assert.Equal("[Barn.ReadAny<TPrivateType>]", Assert.Single(index.Find("Barn.ReadAny")).Written);
        Assert.Equal("[Pond.Dig<TMade>(class)]", Assert.Single(index.Find("pond_dig")).Written);
        Assert.Equal("barn_old_read_hay() is deprecated, please use barn_read_hay() instead.", Assert.Single(index.Find("barn_old_read_hay")).Deprecation);
        Assert.Equal((FoundKind.Type, "Hay"), Assert.Single(index.Find("hay_t")) is var hay ? (hay.Kind, hay.CSharp) : default);
        Assert.Equal((FoundKind.TypeAttribute, "IFarmer"), Assert.Single(index.Find("farmer")) is var farmer ? (farmer.Kind, farmer.CSharp) : default);
        Assert.Equal((FoundKind.PermissionSet, "support/water.spt"), Assert.Single(index.Find("look_perms")) is var set ? (set.Kind, set.File) : default);
        Assert.Equal(FoundKind.Macro, Assert.Single(index.Find("walk_pattern")).Kind);
    }

    [Theory]
    [InlineData("barn_raed_hay", "barn_read_hay")]
    [InlineData("Barn.ReadHey", "Barn.ReadHay")]
    public void A_name_that_is_almost_one_brings_the_one_to_mind(string word, string near) =>
        Assert.Equal(near, NearNames.Of(FinderTree.Index(), word)[0]);

    [Fact]
    public void An_expression_with_a_slip_in_a_word_is_put_right_and_nonsense_is_not()
    {
        Assert.Equal("barn.*manage", NearNames.Corrected(FinderTree.Index(), "barn.*mangae"));
        Assert.Null(NearNames.Corrected(FinderTree.Index(), "zzzzqqq.*hay"));
        Assert.Null(NearNames.Corrected(FinderTree.Index(), "barn"));
        Assert.Empty(NearNames.Of(FinderTree.Index(), "nothing_like_it_anywhere"));
    }
}
