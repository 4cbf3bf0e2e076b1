using TypedPolicy.Refpolicy.Comments;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Language;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Headers;

public sealed class HeaderTreeTests
{
    [Fact]
    public void Interfaces_and_templates_have_their_place_module_and_layer()
    {
        var tree = SmallTree.Read();
        Assert.Empty(tree.Problems);
        Assert.Equal(["pond_look", "pond_swim", "pond_dig", "frog_template", "pond_take_all_except", "pond_old", "pond_broken"], tree.Interfaces.Select(i => i.Name));
        var look = tree.Find("pond_look")!;
        Assert.Equal(("pond", "nature", false), (look.Module, look.Layer, look.IsTemplate));
        Assert.Equal("nature/pond.if:20:1", look.Place!.ToString());
        Assert.True(tree.Find("frog_template")!.IsTemplate);
        Assert.True(tree.IsSupportMacro("look_perms"));
        Assert.False(tree.IsSupportMacro("pond_look"));
        Assert.Null(tree.Find("look_perms"));
    }

    [Fact]
    public void Comments_are_read_and_those_about_the_module_are_not_taken_for_the_first_interface()
    {
        var said = SmallTree.Read().Find("pond_look")!.Documentation;
        Assert.Equal("Look into a pond & its mud.", said.Summary);
        Assert.Equal("First.\n\nSecond.", said.Description);
        Assert.Equal(new DocumentedParameter("domain", "Who looks.", false, false), Assert.Single(said.Parameters));
        Assert.Equal("read 10", said.InformationFlow);
        Assert.True(said.IsRoleCapability);
        Assert.False(said.IsRoleBase);
    }

    [Fact]
    public void A_deprecated_interface_says_what_to_use()
    {
        Assert.Equal("pond_old() is deprecated, please use pond_look() instead.", SmallTree.Read().Find("pond_old")!.Deprecation);
        Assert.Null(SmallTree.Read().Find("pond_look")!.Deprecation);
    }

    [Fact]
    public void A_header_that_is_more_than_interfaces_is_run_as_m4_would()
    {
        var tree = SmallTree.Read(new HeaderFile("x/odd.if", "ifdef(`nothing',`interface(`not_here',`')',`\n\n## <summary>Odd.</summary>\ninterface(`here',`pond_look($1)')')\n"));
        Assert.Empty(tree.Problems);
        Assert.Null(tree.Find("not_here"));
        Assert.Equal("Odd.", tree.Find("here")!.Documentation.Summary);
        Assert.Equal(SmallTree.Read().Find("pond_look")!.Expand().Block.Statements.Length, tree.Find("here")!.Expand().Block.Statements.Length);
    }

    [Fact]
    public void An_interface_that_is_defined_twice_is_reported_at_the_second_place()
    {
        var tree = SmallTree.Read(new HeaderFile("x/twice.if", "\ninterface(`pond_look',`')\n"));
        Assert.Equal("x/twice.if:2:1: error: pond_look is defined twice, first at nature/pond.if:20:1; this definition is ignored", Assert.Single(tree.Problems).ToString());
    }

    [Fact]
    public void The_last_definition_wins_where_the_distribution_only_warns_of_a_second()
    {
        var tree = HeaderTree.Read(
        [
            new("support/loadable_module.spt", "define(`interface',`ifdef(`$1',`refpolicywarn(`duplicate definition of $1()')')`define(`$1',`$2')'')\n"),
            new("a/one.if", "interface(`lamp_use',`\n\tallow $1 lamp_t:file read;\n')\ninterface(`lamp_look',`\n\tlamp_use($1)\n')\n"),
            new("b/two.if", "interface(`lamp_use',`\n\tallow $1 lamp_t:file write;\n')\n"),
        ]);
        Assert.Equal("b/two.if:1:1: warning: lamp_use is defined twice, first at a/one.if:1:1; this definition replaces the first, as it does in a module of this distribution", Assert.Single(tree.Problems).ToString());
        Assert.Equal(["lamp_look", "lamp_use"], tree.Interfaces.Select(i => i.Name).Order(StringComparer.Ordinal));
        Assert.Equal("b/two.if", tree.Find("lamp_use")!.Place!.File);
        Assert.Equal("write", Assert.Single(Assert.IsType<AccessRule>(Assert.Single(tree.Find("lamp_look")!.Expand().Block.Statements)).Permissions.Names));
    }

    [Fact]
    public void An_interface_that_does_not_compile_tells_why()
    {
        var tree = SmallTree.Read(new HeaderFile("x/broken.if", "interface(`pond_dive',`\n\tpond_look($1)\n\tpond_tide($1)\n')\n"));
        Assert.Equal("no interface or macro is named pond_tide (x/broken.if:3:2)", tree.Find("pond_dive")!.Mistake);
        Assert.Null(tree.Find("pond_look")!.Mistake);
    }

    [Fact]
    public void A_header_whose_quotes_do_not_close_is_reported_and_the_others_stay()
    {
        var tree = SmallTree.Read(new HeaderFile("x/open.if", "interface(`open',`\n"));
        Assert.Contains(tree.Problems, p => p.Place?.File == "x/open.if");
        Assert.NotNull(tree.Find("pond_look"));
    }

    [Fact]
    public void A_tree_may_stand_on_another()
    {
        var below = SmallTree.Read();
        var tree = HeaderTree.Read([new("mine.if", "interface(`my_look',`pond_look($1)')\n")], below);
        Assert.Equal("my_look", Assert.Single(tree.Interfaces).Name);
        Assert.NotNull(tree.Find("pond_swim"));
        Assert.Null(below.Find("my_look"));
        Assert.True(tree.Find("my_look")!.Signature.Compiles);
    }

    [Fact]
    public void Settings_are_those_that_the_devel_Makefile_makes_of_build_conf()
    {
        var settings = BuildSettings.Parse("TYPE ?= mcs # a comment\nDISTRO = redhat\nSYSTEMD ?= y\nSYSTEMD ?= n\noverride MLS_SENS := 4\nMLS_SENS = 5\nCUSTOM_BUILDOPT = one two\nUBAC = n\n");
        Assert.Equal(
            "enable_mcs distro_redhat hide_broken_symptoms init_systemd one two mls_num_sens=4 mls_num_cats=1024 mcs_num_cats=1024",
            string.Join(" ", settings.Definitions.Select(d => d.Value.Length == 0 ? d.Key : $"{d.Key}={d.Value}")));
        Assert.Equal("redhat", settings.Distribution);
    }

    [Fact]
    public void The_Makefile_of_the_tree_decides_what_m4_is_told()
    {
        const string Makefile = """
            include $(HEADERDIR)/build.conf
            TYPE ?= standard
            MLS_CATS ?= 256
            EXTRA = -D always
            ifeq "$(TYPE)" "mls"
            	M4PARAM += -D enable_mls
            else ifeq "$(TYPE)" "mcs"
            	M4PARAM += -D enable_mcs
            else
            	M4PARAM += -D neither
            endif
            ifneq ($(DISTRO),)
            	M4PARAM += -D distro_$(DISTRO) \
            		--define=more
            endif
            ifdef NOT_THERE
            	M4PARAM += -D hidden
            endif
            M4PARAM += $(EXTRA) -D mls_num_cats=$(MLS_CATS) $(foreach opt,$(CUSTOM_BUILDOPT),-D $(opt)) $(shell touch /tmp/never) -D 'bad
            all: one
            	M4PARAM += -D recipe
            """;
        var settings = BuildSettings.Read(Makefile, "TYPE ?= mcs\nDISTRO ?= redhat\noverride MLS_CATS := 1024\nCUSTOM_BUILDOPT ?= one two\n");
        Assert.Equal(
            "enable_mcs distro_redhat more always mls_num_cats=1024 one two",
            string.Join(" ", settings.Definitions.Select(d => d.Value.Length == 0 ? d.Key : $"{d.Key}={d.Value}")));
    }

    [Fact]
    public void Definitions_of_the_user_win()
    {
        var settings = BuildSettings.Read("M4PARAM += -D one=1 -D two=2\n", "").With([BuildSettings.TryDefinition("two=3")!.Value, BuildSettings.TryDefinition("three")!.Value]);
        Assert.Equal(["one=1", "two=3", "three="], settings.Definitions.Select(d => $"{d.Key}={d.Value}"));
    }

    [Theory]
    [InlineData("A = $(A)$(A)\nM4PARAM += -D x$(A)\n")]
    [InlineData("A = $(B)\nB = $(A)\nM4PARAM += $(A)\n")]
    [InlineData("ifeq (\nelse\nendif\nendif\nifeq \"a\nifdef\nM4PARAM += -D")]
    public void A_Makefile_that_makes_no_sense_comes_to_an_end(string makefile) => Assert.NotNull(BuildSettings.Read(makefile, makefile));
}
