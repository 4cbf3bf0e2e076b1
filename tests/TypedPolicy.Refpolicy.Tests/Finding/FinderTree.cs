using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Tests.Headers;

namespace TypedPolicy.Refpolicy.Tests.Finding;

/// <summary>A small tree in which to find access, and what its policy would say.</summary>
internal static class FinderTree
{
    private const string Barn = """
        ## <summary>Read the hay.</summary>
        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_read_hay',`
        	gen_require(`type hay_t;')
        	allow $1 hay_t:file { getattr read };
        ')

        ## <summary>Read and write the hay.</summary>
        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_manage_hay',`
        	barn_read_hay($1)
        	allow $1 hay_t:file { append write };
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_smell_hay',`
        	gen_require(`type hay_t;')
        	allow $1 hay_t:file getattr;
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_read_all',`
        	gen_require(`attribute barn_file;')
        	allow $1 barn_file:file { getattr read };
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_read_all_but_hay',`
        	gen_require(`attribute barn_file; type hay_t;')
        	allow $1 { barn_file -hay_t }:file { getattr read };
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_old_read_hay',`
        	refpolicywarn(`$0($*) is deprecated, please use barn_read_hay() instead.')
        	gen_require(`type hay_t;')
        	allow $1 hay_t:file read;
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_farmer',`
        	gen_require(`attribute farmer;')
        	typeattribute $1 farmer;
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_read_hay_by_day',`
        	gen_require(`type hay_t;')
        	tunable_policy(`barn_day',`allow $1 hay_t:file { getattr read };')
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        ## <param name="private type"><summary>What.</summary></param>
        interface(`barn_read_any',`
        	allow $1 $2:file { getattr read };
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_read_old_hay',`
        	gen_require(`type old_hay_t;')
        	allow $1 old_hay_t:dir read;
        ')

        ## <param name="domain"><summary>Who is called.</summary></param>
        interface(`barn_called_by_farmers',`
        	gen_require(`attribute farmer; type dog_t;')
        	allow farmer $1:process signal;
        	allow dog_t $1:process { signal sigchld };
        	allow $1 self:process fork;
        ')

        ## <param name="domain"><summary>Who.</summary></param>
        interface(`barn_read_hay_with_ghosts',`
        	gen_require(`type hay_t;')
        	allow $1 hay_t:file getattr;
        	optional_policy(`
        		gen_require(`type ghost_t;')
        		allow $1 hay_t:file read;
        		allow $1 ghost_t:file read;
        	')
        ')
        """;

    public static HeaderTree Read() => SmallTree.Read(new HeaderFile("farm/barn.if", Barn));

    /// <summary>The index, with what the policy says about attributes.</summary>
    public static FinderIndex Index() => Index(Facts);

    /// <summary>The index of headers alone.</summary>
    public static FinderIndex IndexWithoutBase() => Index(null);

    private static BaseFacts Facts { get; } = new(
        "the farm's policy",
        new Dictionary<string, ImmutableArray<string>> { ["barn_file"] = ["hay_t", "straw_t", "sack_t"], ["farmer"] = ["ann_t", "bob_t"], ["old_hay_t"] = ["hay_t"] },
        new Dictionary<string, ImmutableArray<JoinedRule>>
        {
            ["farmer"] = [new JoinedRule("farmer", "barn_file", "file", ["append", "getattr", "read"], ""), new JoinedRule("farmer", "self", "process", ["setsched"], "")],
        },
        new HashSet<string> { "hay_t", "straw_t", "sack_t", "dog_t", "ann_t", "bob_t", "barn_file", "farmer", "old_hay_t" });

    private static FinderIndex Index(BaseFacts? facts)
    {
        var tree = Read();
        return FinderIndexBuilder.Build(tree, BindingNames.Of(tree), facts, (_, permission) => permission is "write" or "append");
    }
}
