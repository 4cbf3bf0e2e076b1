using Xunit;

namespace TypedPolicy.Conversion.Tests;

/// <summary>What a reader sees of a converted module: groups, comments, files and names.</summary>
public sealed class LayoutTests
{
    private const string Till = "type till_t;\ntype till_exec_t;\nshop_service(till_t, till_exec_t)\n";
    private const string Head = "policy_module(till, 1.0)\n" + Till + "type drawer_t;\nshop_file(drawer_t)\n";

    [Fact]
    public void Groups_of_the_source_stay_groups()
    {
        var till = File(Head + "\nallow till_t self:process signal;\nshop_share(till_t)\n\n# Counts.\nallow till_t drawer_t:file getattr;\nallow till_t drawer_t:file open;\n", "Till.cs");
        Assert.Contains(
            """
            [Domain]
            [Shop.Service<Till.Exec>]

            [Allow<Self>(ProcessPerms.Signal)]
            [Shop.Share]

            // Counts.
            [Allow<Drawer>(FilePerms.Getattr | FilePerms.Open)]
            public sealed class Till
            """,
            till,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_two_groups_are_not_joined() =>
        Assert.Contains("[Allow<Drawer>(FilePerms.Getattr)]\n\n[Allow<Drawer>(FilePerms.Open)]\n", File(Head + "allow till_t drawer_t:file getattr;\n\nallow till_t drawer_t:file open;\n", "Till.cs"), StringComparison.Ordinal);

    [Fact]
    public void What_a_support_macro_leaves_behind_is_no_blank_line() =>
        Assert.Contains(
            "[Allow<Self>(ProcessPerms.Signal)]\n[Allow<Drawer>(FilePerms.Open)]\n",
            File(Head + "allow till_t self:process signal;\nifdef(`no_such_thing',`\nallow till_t self:process ptrace;\n')\nallow till_t drawer_t:file open;\n", "Till.cs"),
            StringComparison.Ordinal);

    [Fact]
    public void Nothing_stands_above_the_usings_and_the_header_comment_is_the_modules()
    {
        var module = File("# Of the shop.\n" + Head + "ifdef(`distro_redhat',`\nallow till_t self:process signal;\n')\n# The end.\n", "Module.cs", labels: "# Its files.\n\n/till\t--\tgen_context(system_u:object_r:till_exec_t,s0)\n# No more.\n");
        Assert.Equal(
            """
            using TypedPolicy;
            using TypedPolicy.Base;

            // Of the shop.
            [assembly: PolicyModule("till", Version = "1.0")]

            // The end.

            // Its files.
            // No more.

            // LEFT OUT (ifdef(distro_redhat), till.te:8):
            // allow till_t self:process signal;

            """,
            module);
    }

    [Theory]
    [InlineData("# Why.\ntypeattribute drawer_t counted;", "attribute counted;\n")]
    [InlineData("typeattribute drawer_t counted; # Why.", "attribute counted;\n")]
    [InlineData("# Why.\ntypealias drawer_t alias box_t;", "")]
    [InlineData("# Why.\nshop_file(drawer_t)", "")]
    [InlineData("# Why.\nrole system_r;", "")]
    [InlineData("# Why.\nshop_share({ till_t drawer_t })", "")]
    [InlineData("# Why.\nno_such_call(drawer_t)", "")]
    [InlineData("gen_require(`\n# Why.\ntype shop_goods_t;\n')\nallow till_t shop_goods_t:file open;", "")]
    [InlineData("optional_policy(`\nshop_share(till_t)\n# Why.\n')", "")]
    [InlineData("optional_policy(`\n# Why.\n')", "")]
    public void No_comment_is_lost(string rule, string before)
    {
        var converted = SmallPolicy.Convert(Head + before + rule + "\n");
        Assert.Single(converted.Files.SelectMany(f => f.Text.Split('\n')), line => line.Trim() is "// Why." or "/// <summary>Why.</summary>");
    }

    [Fact]
    public void Rules_of_others_about_a_class_of_the_module_stand_in_that_class()
    {
        var converted = SmallPolicy.Convert(Head + "look_files_pattern(init_t, drawer_t, drawer_t)\n");
        Assert.Contains("    [RulesFor<Init>, Pattern.LookFiles<Drawer, Drawer>]\n    private static class ForInit;\n", Text(converted, "Types.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_of_others_among_themselves_stand_in_a_file_for_their_subject()
    {
        var converted = SmallPolicy.Convert(Head + "shop_read_goods(init_t)\noptional_policy(`\nshop_share(init_t)\n')\n");
        Assert.Contains("[RulesFor<Init>, Shop.ReadGoods]\npublic static class InitRules;\n", Text(converted, "InitRules.cs"), StringComparison.Ordinal);
        Assert.Contains("[Optional, RulesFor<Init>, Shop.Share]\npublic static class WithShop;\n", Text(converted, "InitRules.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(converted.Files, f => f.Name == "Others.cs");
    }

    [Fact]
    public void Labels_of_others_stand_in_a_file_for_labels() =>
        Assert.Contains("[FileContext<ShopGoods>(\"/goods\")]\npublic static class Labels;\n", File(Head, "Labels.cs", labels: "/goods\t\tgen_context(system_u:object_r:shop_goods_t,s0)\n"), StringComparison.Ordinal);

    [Fact]
    public void Blocks_are_named_for_what_they_are_about_and_not_numbered()
    {
        var till = File(
            Head + "gen_tunable(till_talks, false)\n"
            + "optional_policy(`\nshop_share(till_t)\n')\noptional_policy(`\nshop_read_goods(till_t)\n')\noptional_policy(`\nallow till_t moon_t:file open;\n')\n"
            + "tunable_policy(`till_talks',`\nallow till_t self:process signal;\n')\ntunable_policy(`till_talks',`\n# Loudly.\nallow till_t drawer_t:file open;\n')\n",
            "Till.cs");
        Assert.Equal(["Till", "Exec", "WithShop", "WithShopReadGoods", "WithMoon", "WhenTillTalks"], till.Split('\n').Where(l => l.Contains(" class ", StringComparison.Ordinal)).Select(l => l.Split(" class ")[1].TrimEnd(';')));
        Assert.Contains("    [If<TillTalks>]\n    [Allow<Self>(ProcessPerms.Signal)]\n\n    // Loudly.\n    [Allow<Drawer>(FilePerms.Open)]\n    private static class WhenTillTalks;\n", till, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_of_comments_stay_apart_and_what_is_commented_out_keeps_its_shape()
    {
        var till = File(Head + "\nallow till_t self:process signal;\n\n#optional_policy(`\n#\tshop_share(till_t)\n#')\n\n########\n#\n# The drawer\n#\n\nallow till_t drawer_t:file open;\n", "Till.cs");
        Assert.Contains("[Allow<Self>(ProcessPerms.Signal)]\n\n// optional_policy(`\n//     shop_share(till_t)\n// ')\n\n// The drawer\n[Allow<Drawer>(FilePerms.Open)]\n", till, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# #if x", "// #if x")]
    [InlineData("# */ why", "// */ why")]
    [InlineData("# - once", "// - once")]
    [InlineData("# ==== Counts ====", "// Counts")]
    [InlineData("#---- Counts -----#", "// Counts")]
    [InlineData("### Counts ###", "// Counts")]
    [InlineData("#   Counts   #", "// Counts")]
    [InlineData("# Counts --", "// Counts --")]
    public void A_comment_loses_its_rulers_and_nothing_else(string comment, string line) =>
        Assert.Contains($"\n{line}\n[Allow<Self>", File(Head + $"{comment}\nallow till_t self:process signal;\n", "Till.cs"), StringComparison.Ordinal);

    [Fact]
    public void Files_without_a_label_stand_with_the_label_around_them()
    {
        var converted = SmallPolicy.Convert(Head, labels: "/srv/till(/.*)?\tsystem_u:object_r:drawer_t:s0\n/srv/till/tmp(/.*)?\t<<none>>\n/srv/tillage\t<<none>>\n");
        Assert.Contains("[FileContextTree(\"/srv/till\")]\n[FileContextNone(\"/srv/till/tmp\", Form = PathForm.Tree)]\npublic sealed class Drawer;", converted.Files.Single(f => f.Name == "Types.cs").Text, StringComparison.Ordinal);
        Assert.Contains("[FileContextNone(\"/srv/tillage\")]\npublic static class Labels;", converted.Files.Single(f => f.Name == "Labels.cs").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_optional_blocks_about_one_type_are_named_by_what_they_let_do_with_it()
    {
        var till = File(Head + "optional_policy(`\ngen_require(` type lamp_t; ')\nallow till_t lamp_t:file read;\n')\noptional_policy(`\ngen_require(` type lamp_t; ')\nallow till_t lamp_t:dir search;\n')\n", "Till.cs");
        Assert.Contains("class WithLamp;", till, StringComparison.Ordinal);
        Assert.Contains("class WithLampDir;", till, StringComparison.Ordinal);
    }

    [Fact]
    public void Blocks_about_an_attribute_stand_in_it_and_those_that_have_one_condition_are_one()
    {
        var converted = SmallPolicy.Convert(Head + "attribute clerks;\ngen_tunable(till_open, false)\ntunable_policy(`till_open',`\nallow clerks self:process signal;\n')\ntunable_policy(`till_open',`\nallow clerks self:process fork;\n')\n");
        var attributes = converted.Files.Single(f => f.Name == "Attributes.cs").Text;
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(attributes, "\\bclass "));
        Assert.Contains("public interface IClerks\n{\n    [If<TillOpen>]\n    [Allow<Self>(ProcessPerms.Signal)]\n\n    [Allow<Self>(ProcessPerms.Fork)]\n    private static class WhenTillOpen;\n}", attributes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_about_several_classes_goes_in_parts_to_each_under_a_condition_and_where_they_need_the_same()
    {
        const string Clerk = "type clerk_t;\ntype clerk_exec_t;\nshop_service(clerk_t, clerk_exec_t)\ngen_tunable(till_open, false)\n";
        var converted = SmallPolicy.Convert(
            Head + Clerk
            + "tunable_policy(`till_open',`\nallow till_t self:process signal;\n# Theirs.\nallow clerk_t self:process fork;\nshop_read_goods(init_t)\n')\n"
            + "optional_policy(`\ngen_require(` type moon_t; ')\nallow till_t moon_t:file open;\nallow clerk_t moon_t:file read;\n')\n"
            + "optional_policy(`\ngen_require(` type sun_t, star_t; ')\nallow till_t sun_t:file open;\nallow clerk_t star_t:file read;\n')\n");
        var (till, clerk) = (Text(converted, "Till.cs"), Text(converted, "Clerk.cs"));
        Assert.Contains("    [If<TillOpen>, Allow<Self>(ProcessPerms.Signal)]\n    private static class WhenTillOpen;\n", till, StringComparison.Ordinal);
        Assert.Contains("    [If<TillOpen>]\n    // Theirs.\n    [Allow<Self>(ProcessPerms.Fork)]\n    private static class WhenTillOpen\n    {\n        [RulesFor<Init>, Shop.ReadGoods]\n", clerk, StringComparison.Ordinal);
        Assert.Contains("    [Optional, Allow<Moon>(FilePerms.Open)]\n    private static class WithMoon;\n", till, StringComparison.Ordinal);
        Assert.Contains("    [Optional, Allow<Moon>(FilePerms.Read)]\n    private static class WithMoon;\n", clerk, StringComparison.Ordinal);
        Assert.Contains("    [Optional, Allow<Sun>(FilePerms.Open)]\n    private static class WithSun\n    {\n        [RulesFor<Clerk>, Allow<Star>(FilePerms.Read)]\n", till, StringComparison.Ordinal);
        Assert.DoesNotContain("Star", clerk, StringComparison.Ordinal);
    }

    [Fact]
    public void Access_of_a_foreign_type_is_said_of_that_type_in_a_block_about_it()
    {
        var till = File(Head + "optional_policy(`\nshop_read_goods(porter_t)\ndontaudit porter_t till_t:fd use;\n')\n", "Till.cs");
        Assert.Contains("[Optional, RulesFor<Porter>]\n    [Shop.ReadGoods]\n    [DontAudit<Till>(FdPerms.Use)]\n", till, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_behind_a_rule_stays_behind_it_and_no_other_rule_joins_it()
    {
        var till = File(Head + "type box_t; # customizable\nshop_file(box_t)\nallow till_t drawer_t:file getattr; # FIXME: why?\nallow till_t drawer_t:file open;\n", "Till.cs");
        Assert.Contains("[Allow<Drawer>(FilePerms.Getattr)] // FIXME: why?\n[Allow<Drawer>(FilePerms.Open)]\n", till, StringComparison.Ordinal);
        Assert.Contains("\n[FileType] // customizable\npublic sealed class Box;", File(Head + "type box_t; # customizable\nshop_file(box_t)\n", "Types.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#type old_t;\n#shop_file(old_t)\n", "// type old_t;\n// shop_file(old_t)\n[FileType]\npublic sealed class Box;")]
    [InlineData("########################################\n#\n# The box\n#\n", "// The box\n[FileType]\npublic sealed class Box;")]
    [InlineData("########################################\n#\n# The box\n#\n\n# Holds coins (and notes).\n", "/// <summary>Holds coins (and notes).</summary>\n// The box\n[FileType]\npublic sealed class Box;")]
    [InlineData("# Holds coins.\n", "/// <summary>Holds coins.</summary>\n[FileType]\npublic sealed class Box;")]
    public void Neither_rules_that_were_commented_out_nor_heads_of_sections_are_documentation(string comments, string text) =>
        Assert.Contains("\n" + text, File(Head + comments + "type box_t;\nshop_file(box_t)\n", "Types.cs"), StringComparison.Ordinal);

    [Fact]
    public void What_the_settings_of_the_policy_choose_is_marked_with_the_choice()
    {
        var till = File(Head + "ifdef(`look_file_perms',`\nallow till_t self:process signal;\nallow till_t self:process fork;\noptional_policy(`\nshop_share(till_t)\n')\n')\nallow till_t self:process getsched;\n", "Till.cs");
        Assert.Contains("\n// ifdef(look_file_perms)\n[Allow<Self>(ProcessPerms.Signal | ProcessPerms.Fork)]\n\n[Allow<Self>(ProcessPerms.Getsched)]\n", till, StringComparison.Ordinal);
        Assert.Contains("    [Optional]\n    // ifdef(look_file_perms)\n    [Shop.Share]\n    private static class WithShop;\n", till, StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_does_nothing_with_its_domain_stands_on_that_domain()
    {
        var converted = SmallPolicy.Convert(
            Head + "type clerk_t;\ntype clerk_exec_t;\nshop_service(clerk_t, clerk_exec_t)\nshop_raise(clerk_t, clerk_exec_t)\n");
        Assert.Contains("[Shop.Raise<Clerk.Exec>]\npublic sealed class Clerk\n", Text(converted, "Clerk.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_says_nothing_new_is_left_out_and_noted()
    {
        var converted = SmallPolicy.Convert(Head + "allow till_t drawer_t:file { open read };\nshop_share(till_t)\nallow till_t drawer_t:file open;\n");
        Assert.Equal("till.te:9:1: Repeats another rule, and is left out.", Assert.Single(converted.Notes) is var note ? $"{note.Place}: {note.Message}" : "");
        Assert.True(converted.IsComplete);
    }

    [Fact]
    public void Conditions_keep_the_order_of_their_author()
    {
        var till = File(Head + "gen_tunable(till_open, false)\ngen_tunable(till_asks, false)\ntunable_policy(`till_open && till_asks',`\nallow till_t self:process signal;\n')\n", "Till.cs");
        Assert.Contains("[If<TillOpen>, If<TillAsks>, Allow<Self>(ProcessPerms.Signal)]\n    private static class WhenTillOpenAndTillAsks;", till, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_above_the_module_have_an_empty_line_between_them()
    {
        Assert.Contains("// One.\n\n// Two.\n[assembly: ", File("# One.\n\n# Two.\n" + Head, "Module.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bases_that_are_too_many_for_a_line_stand_below_the_name()
    {
        var attributes = Enumerable.Range(0, 12).Select(i => $"a_rather_long_attribute_{i}").ToList();
        var file = File(Head + string.Concat(attributes.Select(a => $"attribute {a};\ntypeattribute till_t {a};\n")), "Till.cs");
        Assert.Contains("public sealed class Till :\n    IARatherLongAttribute0, IARatherLongAttribute1,", file, StringComparison.Ordinal);
        Assert.All(file.Split('\n'), line => Assert.InRange(line.Length, 0, 160));
    }

    [Fact]
    public void Blocks_that_become_one_have_each_of_their_blocks_under_a_name_of_its_own()
    {
        var block = "tunable_policy(`till_open',`\n\tallow till_t self:process signal;\n\toptional_policy(`\n\t\tshop_share(till_t)\n\t')\n')\n";
        var till = File(Head + "gen_tunable(till_open, false)\n" + block + block.Replace("process signal", "process getsched", StringComparison.Ordinal), "Till.cs");
        var names = System.Text.RegularExpressions.Regex.Matches(till, @"static class (\w+)").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(3, names.Count);
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void An_interface_that_another_one_calls_is_the_modules_own_whatever_the_order()
    {
        var converted = SmallPolicy.Convert(Head, """
            ## <summary>Both.</summary>
            ## <param name="domain"><summary>Who.</summary></param>
            interface(`till_use',`
                till_peek($1)
            ')
            ## <summary>Looks.</summary>
            ## <param name="domain"><summary>Who.</summary></param>
            interface(`till_peek',`
                gen_require(` type drawer_t; ')
                # Only $1 may.
                allow $1 drawer_t:file getattr;
            ')
            """);
        var till = Text(converted, "Interfaces.cs");
        Assert.True(till.IndexOf("class UseAttribute", StringComparison.Ordinal) < till.IndexOf("class PeekAttribute", StringComparison.Ordinal));
        Assert.Contains("[PolicyInterface(\"till_use\")]\n    [Till.Peek]\n", till, StringComparison.Ordinal);
        Assert.Contains("// Only $1 may.\n", till, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("allow till_t self:file lost_perms;\n", null, "till.te:7", "Not converted: the headers have no permission set lost_perms.")]
    [InlineData("till_lose(till_t)\n", "interface(`till_lose',`\nallow $1 self:file lost_perms;\n')\n", "till.if:2", "Not converted: the headers have no permission set lost_perms.")]
    [InlineData("tunable_policy(`a || b || c || d || e',`\nallow till_t self:file open;\n')\n", null, "till.te:7", "Not converted: this condition has too many booleans.")]
    [InlineData("type_transition till_t drawer_t:lost_set drawer_t;\n", null, "till.te:7", "Not converted: neither TypedPolicy nor the headers have an object class lost_set.")]
    public void A_note_says_what_is_missing_and_where(string rule, string? interfaces, string place, string message)
    {
        var converted = SmallPolicy.Convert(Head + rule, interfaces);
        var note = Assert.Single(converted.Notes, n => n.IsLoss && n.Place?.Line > 1);
        Assert.Equal((place, message), ($"{note.Place!.File}:{note.Place.Line}", note.Message));
        Assert.Contains(converted.Files, f => f.Text.Contains($"// NOT CONVERTED ({place}): ", StringComparison.Ordinal));
    }

    private static string File(string te, string name, string? labels = null) => Text(SmallPolicy.Convert(te, labels: labels), name);

    private static string Text(ConvertedModule converted, string name) => Assert.Single(converted.Files, f => f.Name == name).Text;
}
