using System.Text;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Tests.Support;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Linking;

public class AttributeNamesTests
{
    [Fact]
    public void Names_are_full_and_nothing_in_comments_or_strings_counts()
    {
        const string Text =
            """
            (typeattribute a) ; (typeattribute no)
            (block b (typeattribute c) (block d (typeattribute e)))
            (optional o (typeattribute f))
            (filecon "(typeattribute no)" any ()) (typeattributeset a (c))
            (
             typeattribute ; split
             g )
            """;
        Assert.Equal(["a", "b.c", "b.d.e", "f", "g"], AttributeNames.In(Encoding.UTF8.GetBytes(Text)));
    }

    [Theory]
    [InlineData("(((")]
    [InlineData(")))(typeattribute")]
    [InlineData("\"open")]
    [InlineData("; to the end")]
    public void A_text_that_is_broken_has_none(string text) => Assert.Empty(AttributeNames.In(Encoding.UTF8.GetBytes(text)));

    [Fact]
    [Trait("Needs", "toolchain")]
    public void Attributes_that_no_rule_needs_stay_where_they_are_to_be_kept()
    {
        const string Text = "(type a_t) (roletype object_r a_t) (typeattribute lonely) (typeattributeset lonely (a_t)) (optional gone (typeattribute never) (typeattributeset never (no_such_t)))";
        var kept = Base.Link(Text, new() { KeepAttributes = true });
        Assert.Empty(kept.Messages);
        Assert.Contains("lonely", Encoding.Latin1.GetString(kept.Policy!));
        Assert.DoesNotContain("never", Encoding.Latin1.GetString(kept.Policy!));
        Assert.DoesNotContain("lonely", Encoding.Latin1.GetString(Base.Link(Text).Policy!));
    }
}
