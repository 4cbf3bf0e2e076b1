using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Tests.Support;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Linking;

/// <summary>What libsepol says becomes messages with places.</summary>
[Trait("Needs", "toolchain")]
public class LinkMessageTests
{
    private const string Types =
        """
        (type a_t) (roletype object_r a_t)
        (type b_t) (roletype object_r b_t)

        """;

    [Fact]
    public void A_policy_that_is_right_links_without_a_message()
    {
        var result = Base.Link(Types + "(allow a_t b_t (file (read)))\n(filecon \"/a\" any (system_u object_r a_t ((s0) (s0))))");
        Assert.True(result.Succeeded);
        Assert.Empty(result.Messages);
        Assert.Equal("/a\tsystem_u:object_r:a_t:s0", result.FileContexts!.Trim());
    }

    [Fact]
    public void A_violation_names_the_assertion_and_the_way_to_the_rule()
    {
        var result = Base.Link(Types +
            """
            (macro inner ((type x))
            ;;* lmx 9 "Deep.cs"
            (allow x b_t (file (append)))
            ;;* lme
            )
            ;;* lmx 7 "Far.cs"
            (call inner (a_t))
            ;;* lme
            ;;* lmx 6 "Far.cs"
            (neverallow a_t b_t (file (append)))
            ;;* lme

            """);
        Assert.False(result.Succeeded);
        var cause = Assert.Single(result.Causes);
        Assert.Equal("neverallow check failed", cause.Text);
        Assert.Equal("at test.cil:12 from Far.cs:6", Assert.Single(cause.Places).ToString());
        Assert.Equal(["call at test.cil:9 from Far.cs:7", "allow at test.cil:5 from Deep.cs:9"], Assert.Single(cause.Stacks).Select(p => p.ToString()));
        Assert.Contains(result.Messages, m => m.IsConsequence);
    }

    [Fact]
    public void Every_rule_that_an_assertion_forbids_is_named()
    {
        var result = Base.Link(Types + "(neverallow a_t b_t (file (append)))\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"(allow a_t b_t (file (append {Permissions[i]})))\n")));
        Assert.Equal(9, Assert.Single(result.Causes).Stacks.Length);
    }

    [Fact]
    public void Labels_that_contradict_each_other_name_both_lines_of_the_source()
    {
        var result = Base.Link(Types +
            """
            ;;* lmx 6 "Far.cs"
            (filecon "/a" any (system_u object_r a_t ((s0) (s0))))
            ;;* lme
            ;;* lmx 8 "Outer.cs"
            ;;* lmx 3 "Inner.cs"
            (filecon "/a" any (system_u object_r b_t ((s0) (s0))))
            ;;* lme
            ;;* lme

            """);
        Assert.False(result.Succeeded);
        var cause = Assert.Single(result.Causes);
        Assert.Equal("Found conflicting filecon rules", cause.Text);
        Assert.Equal(["at test.cil:4 from Far.cs:6", "at test.cil:8 from Inner.cs:3 from Outer.cs:8"], cause.Places.Select(p => p.ToString()));
    }

    [Fact]
    public void A_label_that_is_repeated_word_by_word_is_none_that_contradicts()
    {
        const string Label = "(filecon \"/a\" any (system_u object_r a_t ((s0) (s0))))\n";
        Assert.True(Base.Link(Types + Label + Label).Succeeded);
        Assert.False(Base.Link(Types + Label + Label, new() { AllowRepeatedDeclarations = false }).Succeeded);
    }

    [Theory]
    [InlineData("(portcon tcp 80 (system_u object_r a_t ((s0) (s0))))\n(portcon tcp 80 (system_u object_r b_t ((s0) (s0))))", "portcon")]
    [InlineData("(genfscon proc \"/x\" (system_u object_r a_t ((s0) (s0))))\n(genfscon proc \"/x\" (system_u object_r b_t ((s0) (s0))))", "genfscon")]
    public void Conflicts_that_libsepol_passes_in_silence_are_errors(string labels, string kind)
    {
        var result = Base.Link(Types + labels);
        Assert.False(result.Succeeded);
        Assert.Contains(kind, Assert.Single(result.Causes).Text);
    }

    [Fact]
    public void A_type_that_exceeds_its_bounds_names_the_rule()
    {
        var result = Base.Link(Types + "(typebounds a_t b_t)\n(allow a_t b_t (file (append)))\n;;* lmx 6 \"Far.cs\"\n(allow b_t a_t (file (append)))\n;;* lme\n");
        var cause = Assert.Single(result.Causes);
        Assert.Equal("Child type b_t exceeds bounds of parent a_t", cause.Text);
        Assert.Equal("Far.cs:6", Assert.Single(cause.Stacks)[^1].Marks.Single().ToString());
    }

    [Fact]
    public void A_name_that_does_not_exist_names_the_statement()
    {
        var cause = Assert.Single(Base.Link(Types + ";;* lmx 6 \"Far.cs\"\n(allow b_t gone_t (file (append)))\n;;* lme\n").Causes);
        Assert.Equal("Failed to resolve allow statement", cause.Text);
        Assert.Equal("at test.cil:4 from Far.cs:6", Assert.Single(cause.Places).ToString());
    }

    [Fact]
    public void A_text_that_is_no_CIL_names_its_line()
    {
        var cause = Assert.Single(Base.Link("(type a_t)\n(type b_t").Causes);
        Assert.Equal(("test.cil", 2), (cause.Places.Single().File, cause.Places.Single().Line));
    }

    [Fact]
    public void Where_no_message_names_a_place_all_are_causes()
    {
        var result = PolicyLinker.Link([Base.Cil("empty.cil", "")]);
        Assert.False(result.Succeeded);
        Assert.NotEmpty(result.Causes);
    }

    [Fact]
    public void Links_from_many_threads_keep_their_messages_apart()
    {
        var results = new LinkResult[24];
        Parallel.For(0, results.Length, new() { MaxDegreeOfParallelism = 8 }, i => results[i] = Base.Link(Types + (i % 3 == 0 ? "" : $"(allow a_t gone{i}_t (file (read)))")));
        Assert.All(results.Index(), r =>
        {
            Assert.Equal(r.Index % 3 == 0, r.Item.Succeeded);
            Assert.Equal(r.Index % 3 == 0 ? 0 : 1, r.Item.Causes.Count());
        });
    }

    private static readonly string[] Permissions = ["read", "write", "create", "getattr", "setattr", "lock", "map", "unlink", "link"];
}
