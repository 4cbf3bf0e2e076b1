using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Tests.Headers;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Finding;

/// <summary>What is chosen for all that a type is denied.</summary>
public sealed class AccessPlannerTests
{
    private const string Mill = """
        ## <summary>Read the flour.</summary>
        ## <param name="domain"><summary>Who.</summary></param>
        interface(`mill_read_flour',`
        	gen_require(`type flour_t;')
        	allow $1 flour_t:dir { getattr open read search };
        	allow $1 flour_t:file { getattr open read };
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`mill_list_flour',`
        	gen_require(`type flour_t;')
        	allow $1 flour_t:dir { getattr open read search };
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`mill_map_flour',`
        	gen_require(`type flour_t;')
        	allow $1 flour_t:file map;
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`mill_rw_flour',`
        	gen_require(`type flour_t;')
        	allow $1 flour_t:file { getattr map open read write };
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`mill_unconfined',`
        	gen_require(`attribute mill_file;')
        	allow $1 mill_file:{ file dir sock_file } { getattr map open read write create unlink relabelto };
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        ## <param name="private type"><summary>What.</summary></param>
        ## <param name="object"><summary>Class.</summary></param>
        interface(`files_tmp_filetrans',`
        	gen_require(`type tmp_t;')
        	allow $1 tmp_t:dir { search write add_name remove_name };
        	type_transition $1 tmp_t:$3 $2;
        ')

        ## <param name="type"><summary>What.</summary></param>
        interface(`files_tmp_file',`
        	gen_require(`attribute mill_file;')
        	typeattribute $1 mill_file;
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`mill_old_grind',`
        	refpolicywarn(`$0($*) is deprecated, please use mill_rw_flour() instead.')
        	gen_require(`type flour_t;')
        	allow $1 flour_t:chr_file read;
        ')
        """;

    private static readonly FinderIndex Index = Read();

    [Fact]
    public void Permissions_are_split_over_several_interfaces_that_cover_them_all()
    {
        var plan = Assert.Single(Plan("baker_t flour_t:file { getattr map open read }"));
        Assert.Equal(["mill_read_flour: getattr open read", "mill_map_flour: map"], plan.Interfaces.Select(Text));
        Assert.Empty(plan.Rest);
    }

    [Fact]
    public void What_no_interface_gives_alone_is_a_rule_and_the_rest_is_not()
    {
        var plan = Assert.Single(Plan("baker_t flour_t:file { execute read }"));
        Assert.Equal(["mill_read_flour: read"], plan.Interfaces.Select(Text));
        Assert.Equal(["execute"], plan.Rest.AsEnumerable());
    }

    [Fact]
    public void An_interface_that_is_chosen_for_one_denial_answers_others()
    {
        var plans = Plan("baker_t flour_t:dir search", "baker_t flour_t:file read");
        Assert.Equal(["mill_read_flour", "mill_read_flour"], plans.SelectMany(p => p.Interfaces).Select(i => i.Interface.Name));
        Assert.Equal(["mill_list_flour", "mill_read_flour"], Plan("baker_t flour_t:dir search", "miller_t flour_t:file read").SelectMany(p => p.Interfaces).Select(i => i.Interface.Name));
    }

    [Fact]
    public void A_writer_is_never_chosen_for_a_read_and_a_broad_one_for_nothing()
    {
        Assert.DoesNotContain("mill_rw_flour", Plan("baker_t flour_t:file { map read }").SelectMany(p => p.Interfaces).Select(i => i.Interface.Name));
        var plan = Assert.Single(Plan("baker_t flour_t:sock_file create"));
        Assert.Empty(plan.Interfaces);
        Assert.Equal("create", Assert.Single(plan.Rest));
        Assert.Equal(1, plan.BroaderCount);
        Assert.DoesNotContain("mill_unconfined", plan.Others.Select(o => o.Interface.Name));
    }

    [Fact]
    public void A_deprecated_interface_is_not_chosen() =>
        Assert.Equal(["read"], Assert.Single(Plan("baker_t flour_t:chr_file read")).Rest.AsEnumerable());

    [Theory]
    [InlineData("baker_t tmp_t:sock_file { create unlink }")]
    [InlineData("baker_t tmp_t:dir { add_name write }")]
    public void Who_makes_files_in_a_shared_directory_wants_a_type_of_its_own(string question)
    {
        var type = Assert.Single(Plan(question)).PrivateType!;
        Assert.Equal(("Tmp", "files_tmp_filetrans", "files_tmp_file"), (type.Name, type.Transition.Name, type.Mark?.Name));
    }

    [Fact]
    public void A_type_of_the_base_declares_none_of_its_own() => Assert.Null(Assert.Single(Plan("flour_t tmp_t:sock_file create")).PrivateType);

    [Fact]
    public void What_a_type_does_with_itself_or_with_another_of_its_author_is_a_rule()
    {
        Assert.Equal(["signal"], Assert.Single(Plan("baker_t baker_t:process signal")).Rest.AsEnumerable());
        Assert.Equal(["read"], Assert.Single(Plan("baker_t bread_t:file read")).Rest.AsEnumerable());
    }

    private static string Text(GrantAnswer answer) => $"{answer.Interface.Name}: {string.Join(" ", answer.Permissions)}";

    private static IReadOnlyList<AccessPlan> Plan(params string[] questions) =>
        AccessPlanner.Plan(Index, [.. questions.Select(q => AccessQuestion.Parse(q, out var problem) ?? throw new InvalidOperationException(problem))], 5);

    private static FinderIndex Read()
    {
        var tree = SmallTree.Read(new HeaderFile("farm/mill.if", Mill));
        var facts = new BaseFacts(
            "the mill's policy",
            new Dictionary<string, System.Collections.Immutable.ImmutableArray<string>> { ["mill_file"] = [.. Enumerable.Range(0, 50).Select(i => $"file{i}_t"), "flour_t", "tmp_t"] },
            new Dictionary<string, System.Collections.Immutable.ImmutableArray<JoinedRule>>(),
            new HashSet<string> { "flour_t", "tmp_t", "mill_file" });
        return FinderIndexBuilder.Build(tree, BindingNames.Of(tree), facts, (_, permission) => permission is "write" or "append" or "create" or "unlink");
    }
}
