using TypedPolicy.Refpolicy.Finding;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Finding;

public sealed class GrantSearchTests
{
    [Fact]
    public void Interfaces_that_give_the_least_else_come_first_then_those_that_write_then_conditions_then_arguments_and_deprecated_ones_last() =>
        Assert.Equal(
            ["barn_read_hay", "barn_read_all", "barn_farmer", "barn_manage_hay", "barn_read_hay_by_day", "barn_read_any", "barn_old_read_hay"],
            Names("hay_t:file read"));

    [Fact]
    public void An_interface_that_gives_less_than_all_is_no_answer()
    {
        Assert.DoesNotContain("barn_smell_hay", Names("hay_t:file read"));
        Assert.DoesNotContain("barn_old_read_hay", Names("hay_t:file { getattr read }"));
        Assert.Equal(["barn_manage_hay"], Names("hay_t:file { read write }"));
    }

    [Fact]
    public void One_that_writes_where_reading_was_asked_says_so()
    {
        var found = Find("hay_t:file { read getattr }");
        Assert.Equal("hay_t:file { append write }", Assert.Single(Of(found, "barn_manage_hay").Writes).ToString());
        Assert.Empty(Of(found, "barn_read_hay").Writes);
        Assert.Equal("barn_file:file append", Assert.Single(Of(found, "barn_farmer").Writes).ToString());
        Assert.Empty(Of(Find("hay_t:file write"), "barn_manage_hay").Writes);
    }

    [Fact]
    public void What_is_given_beyond_the_question_is_counted_by_types()
    {
        var found = Find("hay_t:file { getattr read }");
        Assert.Equal(0, Of(found, "barn_read_hay").ExtraCount);
        Assert.Equal(2, Of(found, "barn_manage_hay").ExtraCount);
        Assert.Equal(4, Of(found, "barn_read_all").ExtraCount); // two permissions on the two other types
        Assert.Equal(2, Of(Find("straw_t:file { getattr read }"), "barn_read_all_but_hay").ExtraCount);
        Assert.Equal("hay_t:file { append getattr write }", Assert.Single(Of(Find("hay_t:file read"), "barn_manage_hay").Extra).ToString());
    }

    [Fact]
    public void Access_is_found_through_attributes_of_the_target_and_through_those_that_the_caller_is_put_into()
    {
        var straw = Find("straw_t:file read");
        Assert.Equal(["barn_read_all_but_hay", "barn_read_all", "barn_farmer", "barn_read_any"], straw.Select(a => a.Interface.Name));
        Assert.Equal("barn_file", Assert.Single(straw[0].Rules).Access.Target);
        Assert.Equal("farmer", Assert.Single(Of(straw, "barn_farmer").Rules).Through);
    }

    [Fact]
    public void An_old_name_of_a_type_and_its_name_are_one()
    {
        Assert.Equal(Names("hay_t:file read"), Names("old_hay_t:file read"));
        Assert.Contains("barn_read_old_hay", Names("hay_t:dir read"));
    }

    [Fact]
    public void What_a_rule_takes_out_of_an_attribute_is_not_given() =>
        Assert.DoesNotContain("barn_read_all_but_hay", Names("hay_t:file read"));

    [Fact]
    public void Without_the_policy_only_what_interfaces_say_themselves_is_found() =>
        Assert.Equal(["barn_read_any"], GrantSearch.Find(FinderTree.IndexWithoutBase(), Question("straw_t:file read")).Select(a => a.Interface.Name));

    [Fact]
    public void A_condition_is_said() =>
        Assert.Equal("barn_day", Of(Find("hay_t:file read"), "barn_read_hay_by_day").Condition);

    [Fact]
    public void The_target_is_filled_in_where_it_is_an_argument()
    {
        var answer = Assert.Single(Find("my_own_t:file read"));
        Assert.Equal("[Barn.ReadAny<MyOwn>]", answer.Attribute);
        Assert.Equal("my_own_t:file getattr", Assert.Single(answer.Extra).ToString());
        Assert.Equal(1, answer.ExtraCount);
        Assert.Equal("[Barn.ReadAny<Hay>]", Of(Find("hay_t:file read"), "barn_read_any").Attribute);
    }

    [Fact]
    public void Where_a_source_is_asked_about_interfaces_of_the_target_answer_too()
    {
        Assert.Empty(Find("my_own_t:process signal"));
        Assert.Equal((AnswerCarrier.Target, "barn_called_by_farmers"), Only(Find("dog_t my_own_t:process { signal sigchld }")));
        Assert.Equal((AnswerCarrier.Target, "barn_called_by_farmers"), Only(Find("ann_t my_own_t:process signal"))); // by its attribute
        Assert.Empty(Find("ann_t my_own_t:process sigchld"));
        Assert.Empty(Find("cat_t my_own_t:process signal"));
    }

    [Theory]
    [InlineData("my_own_t my_own_t:process fork")]
    [InlineData("my_own_t self:process fork")]
    [InlineData("self:process fork")]
    public void What_a_type_may_do_with_itself_is_a_question_too(string question) =>
        Assert.Equal((AnswerCarrier.Source, "barn_called_by_farmers"), Only(Find(question)));

    [Fact]
    public void A_rule_of_an_attribute_on_itself_is_about_the_caller() =>
        Assert.Equal((AnswerCarrier.Source, "barn_farmer"), Only(Find("self:process setsched")));

    [Fact]
    public void An_optional_block_that_requires_what_the_policy_lacks_gives_nothing()
    {
        Assert.DoesNotContain("barn_read_hay_with_ghosts", Names("hay_t:file read"));
        Assert.Contains("barn_read_hay_with_ghosts", GrantSearch.Find(FinderTree.IndexWithoutBase(), Question("hay_t:file read")).Select(a => a.Interface.Name));
    }

    [Fact]
    public void An_interface_that_requires_what_the_policy_lacks_is_no_answer()
    {
        Assert.DoesNotContain(Find("pond_t:dir read"), a => a.Argument == 0);
        Assert.Equal("pond_t", InterfaceGrants.MissingOf(FinderTree.Index(), "pond_look"));
        Assert.Null(InterfaceGrants.MissingOf(FinderTree.Index(), "barn_read_hay"));
        Assert.Contains("pond_look", GrantSearch.Find(FinderTree.IndexWithoutBase(), Question("pond_t:dir read")).Select(a => a.Interface.Name));
    }

    [Fact]
    public void An_attribute_is_given_what_a_larger_one_is_given() =>
        Assert.Equal(["barn_read_all", "barn_farmer", "barn_read_any"], Names("barn_file:file read"));

    [Theory]
    [InlineData("hay_t:file fly")]
    [InlineData("hay_t:spaceship read")]
    [InlineData("nobody_t:dir search")]
    public void What_nothing_gives_has_no_answer(string question) => Assert.Empty(Find(question));

    [Fact]
    public void An_index_is_the_same_after_it_was_written_and_read()
    {
        var index = FinderTree.Index();
        var bytes = FinderIndexBytes.Write(index);
        Assert.Equal(bytes, FinderIndexBytes.Write(FinderTree.Index()));
        var read = FinderIndexBytes.Read([0, 0, 0, 0, .. bytes], 4)!;
        Assert.Equal(bytes, FinderIndexBytes.Write(read));
        Assert.Equal(Names("hay_t:file read"), GrantSearch.Find(read, Question("hay_t:file read")).Select(a => a.Interface.Name));
        Assert.Equal(index.Name(0), read.Name(0));
        Assert.Equal(["hay_t", "sack_t", "straw_t"], read.MembersOf("barn_file"));
        Assert.Equal(["farmer"], read.AttributesOf("ann_t"));
    }

    [Fact]
    public void Bytes_that_are_no_index_are_refused()
    {
        var bytes = FinderIndexBytes.Write(FinderTree.Index());
        Assert.Null(FinderIndexBytes.Read([], 0));
        Assert.Null(FinderIndexBytes.Read([1, .. bytes], 0));
        for (var length = 0; length < bytes.Length; length += 97)
        {
            Assert.Null(FinderIndexBytes.Read(bytes[..length], 0));
        }
    }

    private static IEnumerable<string> Names(string question) => Find(question).Select(a => a.Interface.Name);

    private static IReadOnlyList<GrantAnswer> Find(string question) => GrantSearch.Find(FinderTree.Index(), Question(question));

    private static AccessQuestion Question(string text) => AccessQuestion.Parse(text, out var problem) ?? throw new InvalidOperationException(problem);

    private static GrantAnswer Of(IReadOnlyList<GrantAnswer> found, string name) => Assert.Single(found, a => a.Interface.Name == name);

    private static (AnswerCarrier Carrier, string Name) Only(IReadOnlyList<GrantAnswer> found) => Assert.Single(found) is var answer ? (answer.Carrier, answer.Interface.Name) : default;
}
