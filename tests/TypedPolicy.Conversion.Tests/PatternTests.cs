using Xunit;

namespace TypedPolicy.Conversion.Tests;

/// <summary>Patterns: macros of the support files that are rules about their arguments.</summary>
public sealed class PatternTests
{
    private const string Head = "policy_module(till, 1.0)\ntype till_t;\ntype till_exec_t;\nshop_service(till_t, till_exec_t)\ntype drawer_t;\nshop_file(drawer_t)\n";

    [Fact]
    public void A_pattern_stays_one_line() =>
        Assert.Contains("// Counts.\n[Pattern.LookFiles<Drawer, Drawer>]\n", Text(Head + "# Counts.\nlook_files_pattern(till_t, drawer_t, drawer_t)\n"), StringComparison.Ordinal);

    [Fact]
    public void A_pattern_with_a_class_and_a_name_stays_one_line() =>
        Assert.Contains("[Pattern.New<Drawer, Drawer>(typeof(FilePerms), \"receipt\")]\n", Text(Head + "new_pattern(till_t, drawer_t, drawer_t, file, \"receipt\")\n"), StringComparison.Ordinal);

    [Fact]
    public void A_support_macro_without_the_word_is_a_pattern_too() =>
        Assert.Contains("[Pattern.MayRun<Till.Exec>]\n", Text(Head + "may_run(till_t, till_exec_t)\n"), StringComparison.Ordinal);

    [Fact]
    public void A_pattern_stays_in_a_condition_and_in_an_interface()
    {
        var text = Text(
            Head + "gen_tunable(till_looks, false)\ntunable_policy(`till_looks',`look_files_pattern(till_t, drawer_t, drawer_t)')\n",
            "## <summary>Looks.</summary>\n## <param name=\"domain\"><summary>Who.</summary></param>\ninterface(`till_look',`\n gen_require(` type drawer_t; ')\n look_files_pattern($1, drawer_t, drawer_t)\n')\n");
        Assert.Contains("[If<TillLooks>, Pattern.LookFiles<Drawer, Drawer>]\n", text, StringComparison.Ordinal);
        Assert.Contains("[PolicyInterface(\"till_look\")]\n    [Pattern.LookFiles<Drawer, Drawer>]\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_class_can_carry_is_written_out_below_the_call_in_the_authors_words() =>
        Assert.Contains(
            "// look_files_pattern({ till_t -drawer_t }, drawer_t, drawer_t):\n", Text(Head + "look_files_pattern({ till_t -drawer_t }, drawer_t, drawer_t)\n"), StringComparison.Ordinal);

    [Fact]
    public void A_module_may_ask_whether_there_is_a_pattern() =>
        Assert.Contains("ProcessPerms.Signal", Text(Head + "ifdef(`look_files_pattern',`allow till_t self:process signal;')\n"), StringComparison.Ordinal);

    private static string Text(string te, string? interfaces = null)
    {
        var converted = SmallPolicy.Convert(te, interfaces);
        Assert.True(converted.IsComplete, string.Join("\n", converted.Notes));
        return string.Join("\n", converted.Files.Select(f => f.Text));
    }
}
