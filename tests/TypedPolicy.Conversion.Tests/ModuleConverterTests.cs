using TypedPolicy.Conversion.Naming;
using Xunit;

namespace TypedPolicy.Conversion.Tests;

public sealed class ModuleConverterTests
{
    private const string Domain = """
        policy_module(till, 1.2)
        # Takes the money.
        type till_t;
        type till_exec_t;
        shop_service(till_t, till_exec_t)

        """;

    [Fact]
    public void A_domain_is_a_class_with_its_program_inside()
    {
        var converted = SmallPolicy.Convert(Domain);
        Assert.Contains("[assembly: PolicyModule(\"till\", Version = \"1.2\")]", File(converted, "Module.cs"), StringComparison.Ordinal);
        Assert.Equal(
            """
            /// <summary>Takes the money.</summary>
            [Domain]
            [Shop.Service<Till.Exec>]
            public sealed class Till
            {
                [Entrypoint]
                public sealed class Exec;
            }

            """,
            Classes(converted, "Till.cs"));
        Assert.Empty(converted.Notes);
    }

    [Fact]
    public void Rules_stand_on_the_class_that_they_are_about_and_permission_sets_keep_their_names()
    {
        var converted = SmallPolicy.Convert(Domain + """
            type drawer_t;
            shop_file(drawer_t)
            # Counts.
            allow till_t drawer_t:file { read getattr lock ioctl open };
            allow till_t drawer_t:dir { search getattr };
            allow till_t self:process signal;
            allow init_t till_t:process transition;
            look_files_pattern(till_t, drawer_t, drawer_t)
            """);
        var till = Classes(converted, "Till.cs");
        Assert.Contains("// Counts.\n[Allow<Drawer>(FilePerms.ReadSet, DirPerms.Search | DirPerms.Getattr)]\n", till, StringComparison.Ordinal);
        Assert.Contains("[Allow<Self>(ProcessPerms.Signal)]", till, StringComparison.Ordinal);
        Assert.Contains("[AllowFrom<Init>(ProcessPerms.Transition)]", till, StringComparison.Ordinal);
        Assert.Contains("[FileType]\npublic sealed class Drawer;", Classes(converted, "Types.cs"), StringComparison.Ordinal);
        Assert.Contains("[External(\"init_t\")]\npublic sealed class Init;", Classes(converted, "Externals.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_side_by_side_are_one_attribute_that_says_no_permission_twice()
    {
        var converted = SmallPolicy.Convert(Domain + """
            type drawer_t;
            shop_file(drawer_t)
            allow till_t drawer_t:dir { search getattr };
            allow till_t drawer_t:dir { read getattr search open lock ioctl };
            allow till_t drawer_t:file { read getattr };
            allow till_t drawer_t:dir { write add_name };
            allow till_t self:shm { create destroy getattr setattr read write associate unix_read unix_write lock };
            allow till_t drawer_t:dir search;
            """);
        var till = Classes(converted, "Till.cs");
        Assert.Contains("[Allow<Drawer>(DirPerms.List | DirPerms.Write | DirPerms.AddName, FilePerms.Read | FilePerms.Getattr)]\n", till, StringComparison.Ordinal);
        Assert.Contains("[Allow<Self>(ShmPerms.CreateSet)]\n", till, StringComparison.Ordinal);
        Assert.Equal(2, till.Split("[Allow<").Length - 1);
    }

    [Fact]
    public void A_type_of_processes_that_labels_files_too_is_no_domain()
    {
        var converted = SmallPolicy.Convert(Domain, labels: "/srv/till -d gen_context(system_u:object_r:till_t,s0)\n");
        Assert.Contains("[PolicyType]\n[Shop.Service<TillExec>]\n[FileContext(\"/srv/till\", FileKind.Directory)]\npublic sealed class Till", string.Concat(converted.Files.Select(f => f.Text)), StringComparison.Ordinal);
        Assert.Empty(converted.Notes);
    }

    [Fact]
    public void A_block_of_which_nothing_can_be_said_stays_as_a_comment_on_the_class_that_it_is_about()
    {
        var converted = SmallPolicy.Convert(Domain + "# Where there is one.\noptional_policy(`\n\tmoon_read(till_t)\n')\n");
        var till = Classes(converted, "Till.cs");
        Assert.Contains("// Where there is one.\n// NOT CONVERTED (till.te:8): the headers have no interface moon_read\n// moon_read(till_t)\npublic sealed class Till", till, StringComparison.Ordinal);
        Assert.DoesNotContain("Optional", till, StringComparison.Ordinal);
        Assert.Equal("Not converted: the headers have no interface moon_read.", Assert.Single(converted.Notes).Message);
    }

    [Fact]
    public void What_an_interface_requires_is_what_it_says_it_is()
    {
        var converted = SmallPolicy.Convert(Domain, """
            ## <summary>Tills.</summary>
            ## <summary>Let a role run tills.</summary>
            ## <param name="domain"><summary>Who.</summary></param>
            ## <param name="role"><summary>The role.</summary></param>
            interface(`till_run',`
                gen_require(` attribute_role till_roles; ')
                allow $1 till_t:process transition;
                roleattribute $2 till_roles;
            ')
            """);
        Assert.Contains("[External(\"till_roles\"), Role]\npublic interface ITillRoles", Classes(converted, "Externals.cs"), StringComparison.Ordinal);
        Assert.Empty(converted.Notes);
    }

    [Fact]
    public void Blocks_are_classes_in_the_classes_that_they_are_about()
    {
        var converted = SmallPolicy.Convert(Domain + """
            ## <desc><p>Lets the till talk.</p></desc>
            gen_tunable(till_talks, true)
            type clerk_t;
            tunable_policy(`till_talks',`
                allow till_t self:process signal;
            ',`
                dontaudit till_t self:process signal;
            ')
            optional_policy(`
                shop_read_goods(till_t)
                shop_read_goods(clerk_t)
            ')
            """);
        Assert.Contains("/// <summary>Lets the till talk.</summary>\n[PolicyBoolean(Default = true)]\npublic sealed class TillTalks;", Classes(converted, "Booleans.cs"), StringComparison.Ordinal);
        var till = Classes(converted, "Till.cs");
        Assert.Contains("    [If<TillTalks>, Allow<Self>(ProcessPerms.Signal)]\n    private static class WhenTillTalks;", till, StringComparison.Ordinal);
        Assert.Contains("    [IfNot<TillTalks>, DontAudit<Self>(ProcessPerms.Signal)]\n    private static class UnlessTillTalks;", till, StringComparison.Ordinal);
        Assert.Contains("    [Optional, Shop.ReadGoods]\n    private static class WithShop;\n", till, StringComparison.Ordinal);
        Assert.Contains("    [Optional, Shop.ReadGoods]\n    private static class WithShop;\n", Classes(converted, "Types.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a && b", "[If<A>, If<B>, Allow<Self>(ProcessPerms.Signal)]")]
    [InlineData("a || b", "[If<A>, Allow<Self>(ProcessPerms.Signal)]|[IfNot<A>, If<B>, Allow<Self>(ProcessPerms.Signal)]")]
    [InlineData("! a", "[IfNot<A>, Allow<Self>(ProcessPerms.Signal)]")]
    [InlineData("!(a && b)", "[If<A>, IfNot<B>, Allow<Self>(ProcessPerms.Signal)]|[IfNot<A>, Allow<Self>(ProcessPerms.Signal)]")]
    [InlineData("a ^ b", "[If<A>, IfNot<B>, Allow<Self>(ProcessPerms.Signal)]|[IfNot<A>, If<B>, Allow<Self>(ProcessPerms.Signal)]")]
    [InlineData("a == b", "[If<A>, If<B>, Allow<Self>(ProcessPerms.Signal)]|[IfNot<A>, IfNot<B>, Allow<Self>(ProcessPerms.Signal)]")]
    public void A_condition_becomes_blocks_that_exclude_each_other(string condition, string blocks)
    {
        var converted = SmallPolicy.Convert($$"""{{Domain}}bool a false; bool b false; if ({{condition}}) { allow till_t self:process signal; }""");
        var lines = Classes(converted, "Till.cs").Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("[If", StringComparison.Ordinal));
        Assert.Equal(blocks.Split('|').Order(), lines.Order());
    }

    [Theory]
    [InlineData("gen_require(` type till_t; ')\nallow $1 till_t:process $2;", "its argument 2 is a set of permissions, which an interface in C# cannot have")]
    [InlineData("gen_require(` type drawer_$1_t, till_t; ')\nallow till_t drawer_$1_t:file open;", "it builds names from its argument")]
    public void Why_an_interface_is_not_offered_is_said(string body, string why)
    {
        var converted = SmallPolicy.Convert(Domain, $"## <summary>Tills.</summary>\n## <summary>Odd.</summary>\n## <param name=\"domain\"><summary>Who.</summary></param>\ninterface(`till_odd',`\n{body}\n')\n");
        Assert.Equal($"till_odd is written out where the module calls it, and other modules cannot call it: {why}.", Assert.Single(converted.Notes).Message);
        Assert.False(converted.IsComplete);
        var interfaces = File(converted, "Interfaces.cs");
        Assert.Contains("\n// NOT CONVERTED (till.if:4): till_odd is written out where the module calls it,", interfaces, StringComparison.Ordinal);
        Assert.Contains("\n// interface(`till_odd',`\n// " + body.Split('\n')[0], interfaces, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gen_require(` type till_t; ')", "    public sealed class OddAttribute : PolicyInterfaceAttribute;")]
    [InlineData("refpolicywarn(`$0($*) is no longer done.')", "    [System.Obsolete(\"till_odd() is no longer done.\")]\n    public sealed class OddAttribute : PolicyInterfaceAttribute;")]
    [InlineData("gen_require(` type till_t; ')\nallow till_t self:process signal;", "        [RulesFor<Till>, Allow<Self>(ProcessPerms.Signal)]\n        private static class ForTill;")]
    [InlineData("gen_require(` type till_t; ')\nallow till_t $1:process signal;\ntype_transition till_t $1:process $1;", "        [RulesFor<Till>, TypeTransition<Owner, Owner>(typeof(ProcessPerms))]\n        private static class ForTill;")]
    [InlineData("gen_require(` type till_t; ')\nrole $1 types till_t;", "        [RulesFor<Till>, Role<Owner>]\n        private static class ForTill;")]
    public void An_interface_is_offered_also_where_it_does_little_or_is_about_others(string body, string text)
    {
        var converted = SmallPolicy.Convert(Domain, $"## <summary>Tills.</summary>\n## <summary>Odd.</summary>\n## <param name=\"domain\"><summary>Who.</summary></param>\ninterface(`till_odd',`\n{body}\n')\n");
        Assert.True(converted.IsComplete);
        Assert.Contains(text, File(converted, "Interfaces.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_declares_nothing_is_an_interface()
    {
        var converted = SmallPolicy.Convert(Domain + "till_rules(till_t)\n", "## <summary>Rules.</summary>\n## <param name=\"domain\"><summary>Who.</summary></param>\ntemplate(`till_rules',`\n shop_read_goods($1)\n')\n");
        Assert.True(converted.IsComplete);
        Assert.Contains("[Till.Rules]\npublic sealed partial class Till\n", Classes(converted, "Till.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Interfaces_are_offered_as_attributes()
    {
        var converted = SmallPolicy.Convert(
            Domain + "type drawer_t;\nshop_file(drawer_t)\ntype clerk_t;\ntill_open(clerk_t)\ntill_make(clerk_t, drawer_t, \"coin\")\n",
            """
            ## <summary>Open the drawer.</summary>
            ## <param name="domain"><summary>Who opens it.</summary></param>
            interface(`till_open',`
                gen_require(` type drawer_t, till_t; ')
                allow $1 drawer_t:file { read open };
                allow till_t $1:process sigchld;
                shop_read_goods($1)
            ')
            ## <param name="domain"><summary>Who.</summary></param>
            ## <param name="made"><summary>What.</summary></param>
            ## <param name="name"><summary>Its name.</summary></param>
            interface(`till_make',`
                gen_require(` type drawer_t; ')
                type_transition $1 drawer_t:file $2 $3;
            ')
            ## <param name="domain"><summary>Who enters.</summary></param>
            interface(`till_enter',`
                gen_require(` type init_t, till_exec_t; ')
                type_transition init_t till_exec_t:process $1;
            ')
            """);
        Assert.Contains(
            """
                /// <summary>Open the drawer.</summary>
                [PolicyInterface("till_open")]
                [Allow<Drawer>(FilePerms.Read | FilePerms.Open)]
                [AllowFrom<Till>(ProcessPerms.Sigchld)]
                [Shop.ReadGoods]
                public sealed class OpenAttribute : PolicyInterfaceAttribute;
            """,
            Classes(converted, "Interfaces.cs"),
            StringComparison.Ordinal);
        Assert.Contains("[TypeTransition<Drawer, Arg1>(typeof(FilePerms), Name = Param1.Value)]", Classes(converted, "Interfaces.cs"), StringComparison.Ordinal);
        Assert.Contains("[Till.Open]\n[Till.Make<Drawer>(\"coin\")]", Classes(converted, "Types.cs"), StringComparison.Ordinal);
        Assert.Contains("[RulesFor<Init>, TypeTransition<Till.Exec, Owner>(typeof(ProcessPerms))]", Classes(converted, "Interfaces.cs"), StringComparison.Ordinal);
        Assert.Empty(converted.Notes);
    }

    [Fact]
    public void A_template_is_a_template()
    {
        var converted = SmallPolicy.Convert(
            "policy_module(till, 1)\nattribute till_logs;\ntill_template(big)\ntill_template(small)\nallow small_t small_log_t:file read;\n",
            """
            ## <summary>A till.</summary>
            ## <param name="prefix"><summary>Its prefix.</summary></param>
            template(`till_template',`
                gen_require(` attribute till_logs; ')
                type $1_t;
                type $1_exec_t;
                shop_service($1_t, $1_exec_t)
                type $1_log_t, till_logs;
                shop_file($1_log_t)
                allow $1_t $1_log_t:file append;
            ')
            """);
        Assert.Equal(
            """
            /// <summary>A till.</summary>
            /// <typeparam name="TSelf">The class that derives from it.</typeparam>
            [Template]
            [Shop.Service<TillTemplate<Self>.Exec>]
            [Allow<TillTemplate<Self>.Log>(FilePerms.Append)]
            public abstract class TillTemplate<TSelf>
            {
                [Entrypoint]
                public sealed class Exec;

                [FileType]
                public sealed class Log : ITillLogs;
            }

            """,
            Classes(converted, "Templates.cs"));
        Assert.Equal("[Domain]\npublic sealed class Big : TillTemplate<Big>;\n", Classes(converted, "Big.cs"));
        Assert.Equal("[Domain]\n[Allow<Small.Log>(FilePerms.Read)]\npublic sealed class Small : TillTemplate<Small>;\n", Classes(converted, "Small.cs"));
    }

    [Fact]
    public void A_template_that_calls_another_one_derives_from_it_and_words_around_the_prefix_stay()
    {
        var converted = SmallPolicy.Convert(
            "policy_module(till, 1)\ntill_server_template(big)\nallow till_big_t till_big_tmp_t:file read;\n",
            """
            ## <summary>A till.</summary>
            ## <param name="prefix"><summary>Its prefix.</summary></param>
            template(`till_template',`
                type till_$1_t;
                type till_$1_exec_t;
                shop_service(till_$1_t, till_$1_exec_t)
            ')
            ## <summary>A till that init starts.</summary>
            ## <param name="prefix"><summary>Its prefix.</summary></param>
            template(`till_server_template',`
                gen_require(` type init_t; ')
                till_template($1)
                type till_$1_tmp_t;
                shop_file(till_$1_tmp_t)
                type_transition init_t till_$1_exec_t:process till_$1_t;
            ')
            ## <summary>A till for which nobody asks.</summary>
            ## <param name="prefix"><summary>Its prefix.</summary></param>
            template(`till_spare_template',`
                type $1_spare_t;
                type $1_spare_exec_t;
                shop_service($1_spare_t, $1_spare_exec_t)
            ')
            """,
            "/big\t--\tsystem_u:object_r:till_big_exec_t:s0\n");
        Assert.True(converted.IsComplete);
        Assert.Contains(
            """
            [Template]
            public abstract class TillServerTemplate<TSelf> : TillTemplate<TSelf>
            {
                [FileType]
                public sealed class Tmp;

                [RulesFor<Init>, TypeTransition<TillTemplate<Self>.Exec, Owner>(typeof(ProcessPerms))]
                private static class ForInit;
            }
            """,
            Classes(converted, "Templates.cs"),
            StringComparison.Ordinal);
        Assert.Contains("public abstract class TillSpareTemplate<TSelf>\n{\n    [Entrypoint]\n    public sealed class Exec;\n}", Classes(converted, "Templates.cs"), StringComparison.Ordinal);
        Assert.Equal(
            "[Domain]\n[Allow<TillBig.Tmp>(FilePerms.Read)]\n[FileContext<TillBig.Exec>(\"/big\", FileKind.File)]\npublic sealed class TillBig : TillServerTemplate<TillBig>;\n",
            Classes(converted, "TillBig.cs"));
        Assert.DoesNotContain(converted.Files, f => f.Name.EndsWith("Rules.cs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("optional_policy(`\ntill_template(big)\n')", "type $1_t;\ntype $1_exec_t;\nshop_service($1_t, $1_exec_t)", "the module calls it inside a block, where C# declares nothing")]
    [InlineData("till_template(big)", "type $1_a_t;\nshop_file($1_a_t)\ntype $1_b_t;\nshop_file($1_b_t)", "there is no type of it that the names of the others begin with")]
    [InlineData("till_template(big)", "attribute $1_a;\ntype $1_t, $1_a;", "it declares more than types of its own")]
    [InlineData("till_template(big)", "type $1_t;\nshop_shelf_template($1)", "it calls shop_shelf_template, whose types C# cannot make classes of it")]
    public void A_template_that_C_sharp_cannot_say_is_written_out_and_its_text_stays(string call, string body, string why)
    {
        var converted = SmallPolicy.Convert($"policy_module(till, 1)\n{call}\n", $"## <summary>T.</summary>\n## <param name=\"prefix\"><summary>P.</summary></param>\ntemplate(`till_template',`\n{body}\n')\n");
        Assert.Contains(converted.Notes, n => n.IsLoss && n.Message == $"till_template is written out where the module calls it, and other modules cannot call it: {why}.");
        Assert.Contains("// template(`till_template',`\n// " + body.Split('\n')[0], File(converted, "Interfaces.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(converted.Files, f => f.Text.Contains("tp_hole", StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_are_paths_trees_and_patterns()
    {
        var converted = SmallPolicy.Convert(Domain, labels: """
            # The program.
            /usr/bin/till-1\.0	--	gen_context(system_u:object_r:till_exec_t,s0)
            /var/till(/.*)?		gen_context(system_u:object_r:till_exec_t,s0:c1)
            /opt/till/[^/]+	-d	gen_context(system_u:object_r:shop_goods_t,s0)
            /tmp/till	-s	<<none>>
            ifdef(`distro_redhat',`
            /red	--	gen_context(system_u:object_r:till_exec_t,s0)
            ')
            """);
        Assert.Contains("    // The program.\n    [FileContext(\"/usr/bin/till-1.0\", FileKind.File)]\n    [FileContextTree(\"/var/till\", Level = \"s0:c1\")]\n", Classes(converted, "Till.cs"), StringComparison.Ordinal);
        Assert.Contains("[FileContextPattern<ShopGoods>(\"/opt/till/[^/]+\", FileKind.Directory)]\n[FileContextNone(\"/tmp/till\", FileKind.Socket)]", Classes(converted, "Labels.cs"), StringComparison.Ordinal);
        Assert.Contains("// /red\t--\tgen_context(system_u:object_r:till_exec_t,s0)".Replace('\t', ' '), File(converted, "Module.cs"), StringComparison.Ordinal);
        Assert.Equal("Left out by the settings of the policy: ifdef(distro_redhat).", Assert.Single(converted.Notes).Message);
    }

    [Fact]
    public void What_cannot_be_said_is_marked_in_place_and_noted()
    {
        var converted = SmallPolicy.Convert(Domain + "no_such_interface(till_t)\nallow till_t self:file no_such_perms;\n");
        var till = Classes(converted, "Till.cs");
        Assert.Contains("// NOT CONVERTED (till.te:6): the headers have no interface no_such_interface\n// no_such_interface(till_t)\n", till, StringComparison.Ordinal);
        Assert.Contains("// NOT CONVERTED (till.te:7): the headers have no permission set no_such_perms\n// allow till_t self:file no_such_perms;\n", till, StringComparison.Ordinal);
        Assert.Equal([6, 7], converted.Notes.Select(n => n.Place!.Line));
    }

    [Fact]
    public void A_label_that_no_path_matches_is_marked_and_the_rest_builds()
    {
        var converted = SmallPolicy.Convert(Domain, labels: """
            /usr/bin/till	--	gen_context(system_u:object_r:till_exec_t,s0)
            /usr/lib/(.*/)?/till\.so	--	gen_context(system_u:object_r:till_exec_t,s0)
            """);
        Assert.Equal("Not converted: a label of /usr/lib/(.*/)?/till\\.so, which no path matches.", Assert.Single(converted.Notes).Message);
        Assert.Contains("[FileContext(\"/usr/bin/till\", FileKind.File)]", Classes(converted, "Till.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(converted.Files, f => f.Text.Contains("[FileContextPattern", StringComparison.Ordinal));
    }

    [Fact]
    public void A_call_that_speaks_of_no_class_stands_on_the_module_s_domain()
    {
        var converted = SmallPolicy.Convert(Domain + "shop_shelf_template(upper)\noptional_policy(`\n\tshop_shelf_template(lower)\n')\n");
        var till = Classes(converted, "Till.cs");
        Assert.Contains("[Shop.ShelfTemplate(\"upper\")]\npublic sealed class Till", till, StringComparison.Ordinal);
        Assert.Contains("    [Optional, Shop.ShelfTemplate(\"lower\")]\n    private static class WithShop;\n", till, StringComparison.Ordinal);
        Assert.Empty(converted.Notes);
    }

    [Fact]
    public void A_call_that_speaks_of_no_class_stands_alone_in_a_module_without_types()
    {
        var converted = SmallPolicy.Convert("policy_module(till, 1)\nshop_shelf_template(upper)\n");
        Assert.Equal("/// <summary>Rules that are about no type of this module.</summary>\n[Shop.ShelfTemplate(\"upper\")]\npublic static class Statements;\n", Classes(converted, "Statements.cs"));
        Assert.Empty(converted.Notes);
    }

    [Fact]
    public void A_set_is_given_one_by_one_where_that_means_the_same_and_written_out_where_not()
    {
        var converted = SmallPolicy.Convert(Domain + "type drawer_t;\nshop_read_goods({ till_t drawer_t })\nshop_share({ till_t drawer_t })\n");
        Assert.Contains("[Shop.ReadGoods]\n// shop_share({ till_t drawer_t }):\n[Allow<Self>(FilePerms.Open)]\n[Allow<Drawer>(FilePerms.Open)]\n", Classes(converted, "Till.cs"), StringComparison.Ordinal);
        Assert.Contains("[Shop.ReadGoods]\n[Allow<Till>(FilePerms.Open)]\n[Allow<Self>(FilePerms.Open)]\n", Classes(converted, "Types.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Users_and_roles_are_classes_and_the_roles_of_every_base_are_not_declared_again()
    {
        var converted = SmallPolicy.Convert(Domain + "role till_r;\nrole staff_r;\nrole till_r types till_t;\nuser till roles { till_r staff_r } level s0 range s0 - s0:c0.c3;\n");
        Assert.Equal("[Role]\npublic sealed class TillRole;\n", Classes(converted, "Roles.cs"));
        Assert.Equal("[User(typeof(TillRole), typeof(Staff), Range = \"s0-s0:c0.c3\", Name = \"till\")]\npublic sealed class TillUser;\n", Classes(converted, "Users.cs"));
        Assert.Empty(converted.Notes);
    }

    [Fact]
    public void A_role_of_the_base_is_declared_by_the_module_that_it_belongs_to_and_by_no_other()
    {
        Assert.DoesNotContain(SmallPolicy.Convert("policy_module(till, 1)\ntype till_t;\nrole clerk_r;\nrole clerk_r types till_t;\n").Files, f => f.Name == "Roles.cs");
        Assert.EndsWith("\n[Role]\npublic sealed class Clerk;\n", File(SmallPolicy.Convert("policy_module(shop, 1)\ntype shop_t;\nrole clerk_r;\nrole clerk_r types shop_t;\n"), "Roles.cs"));
    }

    [Fact]
    public void A_type_a_role_and_a_boolean_of_one_name_are_three_classes()
    {
        var converted = SmallPolicy.Convert("policy_module(till, 1)\ntype coin;\nrole coin;\nbool coin false;\nrole coin types coin;\nallow coin system_r;\n");
        Assert.Equal("[PolicyType(\"coin\")]\n[Role<CoinRole>]\npublic sealed class Coin;\n", Classes(converted, "Types.cs"));
        Assert.Equal("[Role(\"coin\")]\n[RoleAllow<SystemR>]\npublic sealed class CoinRole;\n", Classes(converted, "Roles.cs"));
        Assert.Contains("public sealed class CoinBoolean;", Classes(converted, "Booleans.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_foreign_type_never_hides_the_interfaces_of_the_base()
    {
        var converted = SmallPolicy.Convert(Domain + "gen_require(` type shop_t; ')\nshop_read_goods(till_t)\nallow till_t shop_t:file read;\n");
        Assert.Contains("[Shop.ReadGoods]\n[Allow<ShopType>(FilePerms.Read)]\n", File(converted, "Till.cs"), StringComparison.Ordinal);
        Assert.Contains("[External(\"shop_t\")]\npublic sealed class ShopType;\n", File(converted, "Externals.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_never_hides_a_word_of_the_vocabulary()
    {
        var converted = SmallPolicy.Convert(
            Domain + "role till_r;\nrole till_r types till_t;\n",
            """
            interface(`till_role',`
                gen_require(` type till_t; ')
                role $2 types till_t;
                allow $1 till_t:process signal;
            ')
            """);
        Assert.Contains("public sealed class RoleInterfaceAttribute<T1> : PolicyInterfaceAttribute", Classes(converted, "Interfaces.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_attribute_of_the_library_is_known_as_a_word_of_the_vocabulary()
    {
        var words = typeof(DomainAttribute).Assembly.GetTypes().Where(t => t.IsPublic && t.IsSubclassOf(typeof(Attribute)) && t != typeof(PolicyInterfaceAttribute)).Select(t => t.Name.Split('`')[0]).Distinct();
        Assert.All(words, w => Assert.True(LibraryNames.Contains(w[..^"Attribute".Length]), w));
    }

    [Fact]
    public void A_class_of_the_module_never_hides_a_word_of_the_library()
    {
        var converted = SmallPolicy.Convert("policy_module(till, 1.0)\ntype self_t;\ntype a_t;\ntype arg1_t;\ntype file_perms_t;\nallow a_t self:file read;\nallow a_t self_t:file write;\n");
        var types = Classes(converted, "Types.cs");
        Assert.Contains("[PolicyType]\npublic sealed class SelfType;", types, StringComparison.Ordinal);
        Assert.Contains("[Allow<Self>(FilePerms.Read)]\n[Allow<SelfType>(FilePerms.Write)]\npublic sealed class A;", types, StringComparison.Ordinal);
        Assert.Contains("public sealed class Arg1Type;", types, StringComparison.Ordinal);
        Assert.Contains("public sealed class FilePermsType;", types, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_public_type_of_the_library_is_a_word_that_no_class_gets()
    {
        var names = typeof(DomainAttribute).Assembly.GetExportedTypes().Where(t => !t.IsNested).Select(t => t.Name.Split('`')[0]).ToList();
        Assert.All(names, name => Assert.False(ClassNames.IsFree(name), name));
    }

    [Fact]
    public void An_interface_that_looks_whether_an_argument_is_given_is_applied_where_C_sharp_can_say_the_same()
    {
        var converted = SmallPolicy.Convert(
            Domain + "type clerk_t;\nshop_service(clerk_t, till_exec_t)\ntill_peek(clerk_t)\ntill_peek(till_t, \"x\")\n",
            """
            ## <summary>Looks.</summary>
            ## <param name="domain"><summary>Who.</summary></param>
            ## <param name="name" optional="true"><summary>What.</summary></param>
            interface(`till_peek',`
                gen_require(` type till_t; ')
                ifelse(`$2',`',`allow $1 till_t:file getattr;',`allow $1 till_t:file { getattr open };')
            ')
            """);
        Assert.Contains("[Till.Peek]\npublic sealed class Clerk;", Classes(converted, "Clerk.cs"), StringComparison.Ordinal);
        Assert.Contains("[PolicyInterface(\"till_peek\")]\n    [Allow<Till>(FilePerms.Getattr)]\n", Classes(converted, "Interfaces.cs"), StringComparison.Ordinal);
        Assert.Contains("// till_peek(till_t, \"x\"):\n[Allow<Self>(FilePerms.Getattr | FilePerms.Open)]", Classes(converted, "Till.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ifelse(`$2',`dir',`allow $1 till_t:dir search;',`allow $1 till_t:$2 open;')")]
    [InlineData("ifdef(`$2_is_there',`allow $1 till_t:dir search;',`allow $1 till_t:$2 open;')")]
    [InlineData("ifelse(index(`$2',`d'),`0',`allow $1 till_t:dir search;',`allow $1 till_t:$2 open;')")]
    [InlineData("ifelse(len(`$2'),`3',`allow $1 till_t:dir search;',`allow $1 till_t:$2 open;')")]
    public void An_interface_that_reads_the_text_of_an_argument_is_written_out_where_it_is_called(string body)
    {
        var converted = SmallPolicy.Convert(
            Domain + "till_use(till_t, dir)\n",
            $"""
            ## <summary>Uses.</summary>
            ## <param name="domain"><summary>Who.</summary></param>
            ## <param name="class"><summary>What.</summary></param>
            interface(`till_use',`
                gen_require(` type till_t; ')
                {body}
            ')
            """);
        Assert.Contains(converted.Notes, n => n.Message.Contains("depends on the text of its argument 2", StringComparison.Ordinal));
        Assert.DoesNotContain("Till.Use", File(converted, "Till.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_complement_of_ioctl_requests_is_all_others()
    {
        var converted = SmallPolicy.Convert(Domain + "allowxperm till_t till_exec_t:chr_file ioctl ~{ 0x5401 0x5410-0xffff };\n");
        Assert.Contains("[AllowIoctl<Till.Exec, ChrFilePerms>(\"0x0000-0x5400, 0x5402-0x540f\")]", Classes(converted, "Till.cs"), StringComparison.Ordinal);
        Assert.True(converted.IsComplete);
    }

    [Fact]
    public void Self_beside_a_set_with_exceptions_is_the_source_itself()
    {
        var converted = SmallPolicy.Convert(Domain + "attribute clerks;\ntypeattribute till_t clerks;\nallow till_t { self clerks -till_t }:process signal;\nallow till_t { self -till_exec_t }:process fork;\n");
        Assert.True(converted.IsComplete, string.Join("\n", converted.Notes));
        var till = Classes(converted, "Till.cs");
        Assert.Contains("[Allow<Self>(ProcessPerms.Signal)]\n[Allow<ITillClerksExceptTill>(ProcessPerms.Signal)]\n[Allow<Self>(ProcessPerms.Fork)]\n", till, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_logs_ioctl_requests_stays_what_it_is_since_the_attribute_logs_more()
    {
        var converted = SmallPolicy.Convert(Domain + "auditallowxperm till_t till_exec_t:chr_file ioctl { 0x5401 0x5410-0x5412 };\n");
        Assert.Contains("[RawCil(\"(auditallowx till_t till_exec_t (ioctl chr_file (0x5401 (range 0x5410 0x5412))))\")]", Classes(converted, "Till.cs"), StringComparison.Ordinal);
        Assert.True(converted.IsComplete);
    }

    [Fact]
    public void What_cannot_be_read_is_a_comment_and_a_loss_at_the_line_of_the_module()
    {
        var converted = SmallPolicy.Convert("policy_module(till, #1#)\ntype till_t;\n");
        Assert.Contains("// CANNOT BE READ (till.te:1): ", File(converted, "Module.cs"), StringComparison.Ordinal);
        Assert.False(converted.IsComplete);
    }

    [Fact]
    public void A_mistake_that_shows_inside_a_support_macro_is_told_where_the_module_calls_it()
    {
        var converted = SmallPolicy.Convert("policy_module(till, 1.0)\ntype till_t;\nlook_files_pattern(till_t, till_t, )\n");
        var note = Assert.Single(converted.Notes, n => n.IsLoss);
        Assert.Equal(("till.te", 3), (note.Place?.File, note.Place?.Line));
    }

    [Fact]
    public void What_ifdef_of_an_interface_s_name_chooses_stays_chosen()
    {
        var converted = SmallPolicy.Convert(
            Domain + """
            ifdef(`shop_read_goods',`shop_read_goods(till_t)',`allow till_t self:process signal;')
            ifdef(`till_own',`allow till_t self:process getsched;')
            ifdef(`shop_nothing',`allow till_t self:process ptrace;')
            """,
            "interface(`till_own',`\n\tallow $1 self:process signull;\n')\n");
        var till = Classes(converted, "Till.cs");
        Assert.Contains("[Shop.ReadGoods]\n", till, StringComparison.Ordinal);
        Assert.Contains("[Allow<Self>(ProcessPerms.Getsched)]", till, StringComparison.Ordinal);
        Assert.DoesNotContain("ProcessPerms.Signal)", till, StringComparison.Ordinal);
        Assert.DoesNotContain("Ptrace)", till, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_comment_is_somewhere_beside_what_it_speaks_of()
    {
        var converted = SmallPolicy.Convert(
            """
            policy_module(till, 1.2)
            # Declared here.
            type till_t;
            # Why the shop: note 1.
            gen_require(`
            	type shop_goods_t; # note 2
            ')
            allow till_t shop_goods_t:file read; # note 3
            optional_policy(`
            	# note 4
            	gen_require(` type drawer_t; ')
            	allow till_t drawer_t:file read;
            	# note 5
            ')
            if (till_b) {
            	# note 6
            	allow till_t self:file read;
            	# note 7
            } else {
            	# note 8
            	allow till_t self:file write;
            	# note 9
            }
            """,
            labels: "# note 10\n\n# note 11\n/opt/till\tsystem_u:object_r:till_t:s0\n# note 12\n");
        var all = string.Concat(converted.Files.Select(f => f.Text));
        for (var i = 1; i <= 12; i++)
        {
            Assert.Single(System.Text.RegularExpressions.Regex.Matches(all, $@"\bnote {i}\b"));
        }

        Assert.Contains("// Why the shop: note 1.\n// note 2\n[Allow<ShopGoods>(FilePerms.Read)] // note 3\n", File(converted, "Types.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/srv/till/(.*?)", "[FileContextPattern(\"/srv/till/(.*?)\")]")]
    [InlineData("/srv/{a,b}/x.+?", "[FileContextPattern(@\"/srv/\\{a,b\\}/x.+?\")]")]
    [InlineData("/srv/a{2}", "[FileContextPattern(\"/srv/a{2}\")]")]
    public void Paths_are_read_as_PCRE_reads_them(string path, string attribute)
    {
        var converted = SmallPolicy.Convert("policy_module(till, 1.2)\ntype till_t;\nshop_file(till_t)\n", labels: $"{path}\tsystem_u:object_r:till_t:s0\n");
        Assert.Contains(attribute, File(converted, "Types.cs"), StringComparison.Ordinal);
        Assert.True(converted.IsComplete);
    }

    [Fact]
    public void Text_of_a_module_never_becomes_code()
    {
        var converted = SmallPolicy.Convert(Domain + """
            # */ </remarks> "; }} class Evil {} // {{ 1 + 1 }}
            type drawer_t;
            type_transition till_t drawer_t:file drawer_t "a\"] class Evil; //";
            """);
        Assert.DoesNotContain(converted.Files, f => f.Text.Split('\n').Any(l => l.TrimStart().StartsWith("class Evil", StringComparison.Ordinal)));
        Assert.Contains("/// <summary>*/ &lt;/remarks&gt; \"; }} class Evil {} // {{ 1 + 1 }}</summary>", Classes(converted, "Types.cs"), StringComparison.Ordinal);
    }

    private static string File(ConvertedModule converted, string name) => converted.Files.Single(f => f.Name == name).Text;

    /// <summary>A file from behind its namespace on.</summary>
    private static string Classes(ConvertedModule converted, string name)
    {
        var text = File(converted, name);
        return text[(text.IndexOf("namespace TillPolicy;\n\n", StringComparison.Ordinal) + "namespace TillPolicy;\n\n".Length)..];
    }
}
