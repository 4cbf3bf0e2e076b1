using TypedPolicy.Refpolicy.Language;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Language;

public sealed class PolicySourceTests
{
    private const string Text = """
        policy_module(pond, 1.0.0)

        # What swims.
        type carp_t;
        files_type(carp_t)
        gen_tunable(pond_deep, true)

        allow carp_t self:process { signal read_more_perms };
        read_files_pattern(carp_t, { pond_t mud_t }, `mud_t') ; dnl not for reading
        tunable_policy(`pond_deep && !pond_frozen',`
        	# Down there.
        	allow carp_t mud_t:dir search;
        ',`
        	dontaudit carp_t mud_t:dir search;
        ')
        optional_policy(`
        	gen_require(`
        		type heron_t; class process signal;
        		ifdef(`has_ice',`type ice_t;')
        	')
        	optional_policy(`
        		heron_watch(carp_t, "a name")
        	')
        ')
        ifdef(`has_ice',`allow carp_t ice_t:file read;')
        """;

    [Fact]
    public void A_source_is_read_without_expanding_anything()
    {
        var source = PolicySource.Read("pond.te", Text);
        Assert.Empty(source.Problems);
        Assert.Equal(
            ["ModuleHeader", "TypeDeclaration", "MacroCall", "BooleanDeclaration", "AccessRule", "MacroCall", "MacroBlock", "MacroBlock", "MacroBlock"],
            source.Statements.Select(s => s.GetType().Name));
        Assert.Equal(["carp_t", "{ pond_t mud_t }", "`mud_t'"], Assert.IsType<MacroCall>(source.Statements[5]).Arguments.Select(a => a.Text));
        Assert.Equal("mud_t", ((MacroCall)source.Statements[5]).Arguments[2].Unquoted);
        Assert.True(Assert.IsType<BooleanDeclaration>(source.Statements[3]) is { IsTunable: true, Default: true });

        var tunable = Assert.IsType<MacroBlock>(source.Statements[6]);
        Assert.Equal("pond_deep && !pond_frozen", tunable.Head);
        Assert.Equal("pond.te:12:2", source.File.PlaceOf(Assert.Single(tunable.Statements).Start).ToString());
        Assert.Equal(AccessRuleKind.DontAudit, Assert.IsType<AccessRule>(Assert.Single(tunable.Otherwise)).Kind);

        var optional = Assert.IsType<MacroBlock>(source.Statements[7]);
        Assert.Equal(["heron_t", "process", "ice_t"], Assert.IsType<RequireBlock>(optional.Statements[0]).Items.Select(i => i.Name));
        Assert.Equal("heron_watch", Assert.IsType<MacroCall>(Assert.Single(Assert.IsType<MacroBlock>(optional.Statements[1]).Statements)).Name);
        Assert.Equal(["What swims.", "Down there."], source.Comments.Select(source.TextOf));
    }

    [Fact]
    public void The_text_of_a_statement_is_where_it_says()
    {
        var source = PolicySource.Read("pond.te", Text);
        Assert.Equal("allow carp_t self:process { signal read_more_perms };", Text.Substring(source.Statements[4].Start, source.Statements[4].Length));
        Assert.Equal("files_type(carp_t)", Text.Substring(source.Statements[2].Start, source.Statements[2].Length));
    }

    [Fact]
    public void Interfaces_are_read_with_their_parameters()
    {
        var source = PolicySource.Read("pond.if", "## <summary>Fish.</summary>\ninterface(`pond_fish',`\n\tgen_require(`\n\t\ttype $1_t, pond_t;\n\t')\n\tallow $1 pond_$2_t:$3 { read };\n\tfiles_search($1)\n')\n");
        Assert.Empty(source.Problems);
        var block = Assert.IsType<MacroBlock>(Assert.Single(source.Statements));
        Assert.Equal(("interface", "pond_fish"), (block.Name, block.Head));
        var rule = Assert.IsType<AccessRule>(block.Statements[1]);
        Assert.Equal("$1 pond_$2_t $3", $"{rule.Sources} {rule.Targets} {rule.Classes}");
    }
}
