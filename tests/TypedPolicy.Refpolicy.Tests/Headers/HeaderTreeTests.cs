using TypedPolicy.Refpolicy.Headers;
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
    public void An_interface_that_is_declared_twice_is_reported_at_the_second_place()
    {
        var tree = SmallTree.Read(new HeaderFile("x/twice.if", "\ninterface(`pond_look',`')\n"));
        Assert.Equal("x/twice.if:2:1: error: pond_look is declared twice, the first time at nature/pond.if:20:1", Assert.Single(tree.Problems).ToString());
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
        Assert.True(tree.Find("my_look")!.Signature.IsWhole);
    }

    [Fact]
    public void Settings_are_those_that_the_devel_Makefile_makes_of_build_conf()
    {
        var settings = BuildSettings.Parse("TYPE ?= mcs # a comment\nDISTRO = redhat\nSYSTEMD ?= y\nSYSTEMD ?= n\noverride MLS_SENS := 4\nMLS_SENS = 5\nCUSTOM_BUILDOPT = one two\nUBAC = n\n");
        Assert.Equal(
            "enable_mcs distro_redhat init_systemd one two mls_num_sens=4 mls_num_cats=1024 mcs_num_cats=1024",
            string.Join(" ", settings.Definitions.Select(d => d.Value.Length == 0 ? d.Key : $"{d.Key}={d.Value}")));
        Assert.Equal("redhat", settings.Distribution);
        Assert.True(settings is { IsMcs: true, IsMls: false });
    }
}
