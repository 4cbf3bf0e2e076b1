using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Indexing;
using TypedPolicy.Refpolicy.Modules;
using TypedPolicy.Refpolicy.Tests.Headers;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Indexing;

/// <summary>The index of a base that fits on a page: from its headers alone, and with what is installed.</summary>
public sealed class BaseIndexBuilderTests
{
    private const string Base = """
        (sidorder (kernel))
        (common file (read open))
        (class file (entrypoint)) (classcommon file file)
        (class process (signal))
        (type pond_t) (type mud_t) (type fish_t)
        (typealias puddle_t) (typealiasactual puddle_t pond_t)
        (typeattribute water_type) (typeattribute swimmer) (typeattribute wet)
        (typeattribute cil_gen_require) (typeattribute base_typeattr_1) (typeattribute base_typeattr_2) (typeattribute base_typeattr_3)
        (typeattributeset cil_gen_require (pond_t mud_t))
        (typeattributeset water_type (pond_t mud_t ))
        (typeattributeset wet (and (water_type) (not (mud_t))))
        (role pond_r) (roleattribute swimmer_roles) (roleattributeset swimmer_roles (pond_r))
        (user pond_u) (boolean pond_deep false) (tunable pond_frozen true)
        (portcon tcp 7070 (system_u object_r pond_t ((s0) (s0))))
        (portcon udp (1 9) (system_u object_r pond_t ((s0) (s0))))
        (neverallow base_typeattr_1 mud_t (file (read)))
        (typeattributeset base_typeattr_1 (not (swimmer wet ) ))
        (neverallow base_typeattr_2 self (process (signal)))
        (typeattributeset base_typeattr_2 (and (swimmer ) (not (fish_t ))))
        (neverallow base_typeattr_3 pond_t (file (all)))
        (typeattributeset base_typeattr_3 (all))
        (neverallow swimmer base_typeattr_1 (file (read)))
        (optional here (typeattributeset cil_gen_require fish_t) (typeattributeset swimmer (fish_t )) (type eel_t))
        (optional gone (typeattributeset cil_gen_require nowhere_t) (typeattributeset swimmer (pond_t )))
        """;

    private static readonly InstalledPolicy Installed = new(
        [new("frogs", "(type frog_t) (typeattributeset cil_gen_require swimmer) (typeattributeset swimmer (frog_t ))"), new("base", Base)],
        "# a comment\n/pond(/.*)?\tsystem_u:object_r:pond_t:s0\n/pond/mud\t--\tsystem_u:object_r:mud_t:s0\n/pond/air\t-d <<none>>\nthis line says nothing at all\n",
        "/lake /pond\n");

    private static BaseIndex Build(InstalledPolicy? installed)
    {
        var tree = SmallTree.Read();
        return BaseIndexBuilder.Build(tree, BindingNames.Of(tree), installed, "ponds", "debian12");
    }

    private static string Lines(BaseIndex index, string word) =>
        string.Join("\n", BaseIndexWriter.Write(index).Split('\n').Where(l => l.StartsWith(word + "\t", StringComparison.Ordinal)).Select(l => l.Replace('\t', '|')));

    [Fact]
    public void Headers_and_what_is_installed_tell_what_the_table_of_targets_tells()
    {
        var tree = SmallTree.Read();
        var macros = SupportMacros.Read([new HeaderFile("support/sets.spt", "define(`look_mud_perms',`{ open getattr }')\ndefine(`read_mud_perms',`{ look_mud_perms read }')\n")]);
        var installed = Installed with { PolicyVersion = 33, ExpandCheck = false, Modules = [.. Installed.Modules, new("caps", "(policycap open_perms)")] };
        var index = BaseIndexBuilder.Build(tree, BindingNames.Of(tree), installed, "ponds", "debian12", macros);
        Assert.Equal("set|look_mud_perms|getattr open\nset|read_mud_perms|getattr open read", Lines(index, "set"));
        Assert.Equal("capability|open_perms", Lines(index, "capability"));
        Assert.Equal("policy-version|33", Lines(index, "policy-version"));
        Assert.Equal("expand-check|no", Lines(index, "expand-check"));

        var again = BaseIndexReader.Read(BaseIndexWriter.Write(index), out var problem);
        Assert.Null(problem);
        Assert.Equal(BaseIndexWriter.Write(index), BaseIndexWriter.Write(again));
        Assert.Equal((33, false), (again.PolicyVersion, again.ExpandCheck));
    }

    [Fact]
    public void Headers_tell_interfaces_with_their_names_in_CSharp_flags_parameters_and_replacements()
    {
        Assert.Equal(
            """
            interface|frog_template|Frog.Template|pond|nature/pond.if|60|more template||name-part:prefix|Everything of a kind of frog.
            interface|pond_broken|Pond.Broken|pond|nature/pond.if|80|more|||
            interface|pond_dig|Pond.Dig|pond|nature/pond.if|52|more||one-type:made class:class file-name:name|
            interface|pond_look|Pond.Look|pond|nature/pond.if|20|if|||Look into a pond & its mud.
            interface|pond_old|Pond.Old|pond|nature/pond.if|75|deprecated if|pond_look||
            interface|pond_swim|Pond.Swim|pond|nature/pond.if|31|concrete more||role:role|Swim.
            interface|pond_take_all_except|Pond.TakeAllExcept|pond|nature/pond.if|70|if more||excluded-types:except|
            """,
            Lines(Build(null), "interface"));
    }

    [Fact]
    public void Headers_tell_what_an_interface_surely_gives_on_names()
    {
        Assert.Equal(
            """
            grant|mud_t|file|pond_look|getattr open read
            grant|mud_t|file|pond_old|getattr open read
            grant|mud_t|file|pond_swim|getattr open read
            grant|pond_t|dir|pond_look|getattr open read
            grant|pond_t|dir|pond_old|getattr open read
            grant|pond_t|dir|pond_swim|getattr open read
            grant|water_type|file|pond_take_all_except|read
            """,
            Lines(Build(null), "grant"));
    }

    [Fact]
    public void An_index_of_headers_alone_does_not_claim_to_be_complete()
    {
        var index = Build(null);
        Assert.False(index.IsComplete);
        Assert.Contains(index.Names, n => n is { Kind: EntityKind.Type, Name: "pond_t", Module: "pond" });
    }

    [Fact]
    public void What_is_installed_tells_all_names_with_their_modules_and_memberships_and_those_that_a_compiler_made_are_none()
    {
        var index = Build(Installed);

        Assert.True(index.IsComplete);
        Assert.Equal("type|eel_t|base|\ntype|fish_t|pond|swimmer\ntype|frog_t|frogs|swimmer\ntype|mud_t|pond|water_type\ntype|pond_t|pond|water_type wet\ntype|puddle_t|pond|water_type wet", Lines(index, "type"));
        Assert.Equal("attribute|swimmer|pond|\nattribute|water_type|pond|\nattribute|wet|base|", Lines(index, "attribute"));
        Assert.Equal("role|pond_r|base|swimmer_roles", Lines(index, "role"));
        Assert.Equal("user|pond_u|base|", Lines(index, "user"));
        Assert.Equal("boolean|pond_deep|base|", Lines(index, "boolean"));
        Assert.Equal("tunable|pond_frozen|base|", Lines(index, "tunable"));
        Assert.Equal("class|file|entrypoint open read\nclass|process|signal", Lines(index, "class"));
        Assert.Equal("module|frogs|apart\nmodule|pond|base", Lines(index, "module"));
    }

    [Fact]
    public void What_is_installed_tells_ports_labels_and_equivalences()
    {
        var index = Build(Installed);

        Assert.Equal("port|tcp|7070|7070|pond_t\nport|udp|1|9|pond_t", Lines(index, "port"));
        Assert.Equal("label|/pond(/.*)?|any|system_u:object_r:pond_t:s0\nlabel|/pond/mud|file|system_u:object_r:mud_t:s0\nlabel|/pond/air|dir|<<none>>", Lines(index, "label"));
        Assert.Equal("equivalence|/lake|/pond", Lines(index, "equivalence"));
    }

    [Fact]
    public void Access_that_others_come_to_nothing_without_is_kept_for_every_name_that_a_rule_may_be_for()
    {
        var index = Build(Installed with
        {
            Modules =
            [
                .. Installed.Modules,
                new("rules", """
                    (typeattribute diver) (typeattributeset swimmer (diver ))
                    (allow swimmer pond_t (dir (getattr search)))
                    (allow base_typeattr_2 base_typeattr_1 (dir (write)))
                    (allow fish_t puddle_t (dir (all)))
                    (booleanif (pond_deep) (true (allow fish_t mud_t (dir (search)))) (false (allow fish_t mud_t (file (read)))))
                    (optional nowhere (typeattributeset cil_gen_require gone_t) (allow fish_t self (dir (search))))
                    (allow fish_t self (capability2 (syslog mac_admin)))
                    (roletype swimmer_roles fish_t) (userrole pond_u pond_r)
                    (mlsconstrain (file (read)) (or (dom h1 h2) (neq t1 wet)))
                    (mlsconstrain (file (read)) (or (eq u1 u2) (neq t1 swimmer)))
                    """),
            ],
        });

        Assert.Equal(
            "access|*|dir|diver|write\naccess|*|dir|swimmer|write\naccess|mud_t|dir|fish_t|search\naccess|pond_t|dir|diver|search\naccess|pond_t|dir|fish_t|add_name remove_name search write\naccess|pond_t|dir|swimmer|search\naccess|self|capability2|fish_t|syslog",
            Lines(index, "access"));
        Assert.Contains("decides|dir|add_name remove_name search write", Lines(index, "decides"), StringComparison.Ordinal);
        Assert.Equal("runs|pond_r|fish_t", Lines(index, "runs"));
        Assert.Equal("user|pond_u|base|pond_r", Lines(index, "user"));
        Assert.Contains("trait|wet|constrained", Lines(index, "trait"), StringComparison.Ordinal);
        Assert.DoesNotContain("trait|swimmer|constrained", Lines(index, "trait"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_whose_permissions_have_a_name_leaves_access_undecided() =>
        Assert.Empty(Build(Installed with { Modules = [.. Installed.Modules, new("rules", "(allow fish_t pond_t pond_permissions)")] }).Decisions);

    [Fact]
    public void A_neverallow_rule_on_a_name_is_a_guard_and_one_on_all_others_is_left_to_the_linker()
    {
        Assert.Equal("guard|mud_t|file|read|swimmer wet|\nguard|pond_t|file|*||\nguard|self|process|signal|fish_t|swimmer", Lines(Build(Installed), "guard"));
    }

    [Theory]
    [InlineData("(type")]
    [InlineData("(block b (type hidden_t))")]
    [InlineData("(macro m () (type hidden_t))")]
    public void A_module_that_is_not_understood_makes_the_index_incomplete(string cil)
    {
        var index = Build(Installed with { Modules = [.. Installed.Modules, new("odd", cil)] });
        Assert.False(index.IsComplete);
        Assert.Contains(index.Names, n => n.Name == "frog_t");
    }

    [Fact]
    public void Modules_without_a_base_are_no_complete_policy()
    {
        Assert.False(Build(Installed with { Modules = [Installed.Modules[0]] }).IsComplete);
    }

    [Fact]
    public void Attributes_in_a_circle_end()
    {
        var index = Build(Installed with { Modules = [.. Installed.Modules, new("round", "(typeattribute a) (typeattribute b) (typeattributeset a (b)) (typeattributeset b (a fish_t))")] });
        Assert.Contains(index.Names, n => n.Name == "fish_t" && n.Attributes.Contains("b"));
    }

    [Fact]
    public void The_order_of_files_changes_nothing()
    {
        var tree = HeaderTree.Read(new HeaderFile[] { new("build.conf", "TYPE ?= mcs\nDISTRO ?= debian\n"), new("nature/pond.if", SmallTree.Ponds), new("support/water.spt", SmallTree.Support) });
        var other = BaseIndexBuilder.Build(tree, BindingNames.Of(tree), Installed with { Modules = [.. Installed.Modules.Reverse()] }, "ponds", "debian12");
        Assert.Equal(BaseIndexWriter.Write(Build(Installed)), BaseIndexWriter.Write(other));
    }
}
