using TypedPolicy.Conversion.Naming;
using Xunit;

namespace TypedPolicy.Conversion.Tests.Hostile;

/// <summary>Modules whose blocks multiply when they are converted.</summary>
public sealed class GrowingModuleTests
{
    private const int Deep = 60;

    [Fact]
    public void Blocks_in_one_another_that_hold_an_unknown_call_are_converted_in_a_time_linear_in_them()
    {
        var converted = SmallPolicy.Convert($"policy_module(deep, 1.0)\n{string.Concat(Enumerable.Repeat("optional {\n", Deep))}nowhere_known(a)\n{string.Concat(Enumerable.Repeat("}\n", Deep))}");

        Assert.Contains(converted.Notes, n => n.Message.Contains("the headers have no interface nowhere_known", StringComparison.Ordinal));
    }

    [Fact]
    public void Blocks_of_macros_in_one_another_are_too()
    {
        var converted = SmallPolicy.Convert($"policy_module(deep, 1.0)\n{string.Concat(Enumerable.Repeat("optional_policy(`\n", Deep))}nowhere_known(a)\n{string.Concat(Enumerable.Repeat("')\n", Deep))}");

        Assert.Contains(converted.Notes, n => n.Message.Contains("nowhere_known", StringComparison.Ordinal));
    }

    [Fact]
    public void Conditions_in_one_another_become_a_bounded_number_of_blocks_and_a_note()
    {
        const string condition = "if (a || b || c) {\n";
        var converted = SmallPolicy.Convert($"policy_module(deep, 1.0)\nbool a false;\nbool b false;\nbool c false;\ntype d_t;\n{string.Concat(Enumerable.Repeat(condition, 20))}allow d_t self:process signal;\n{string.Concat(Enumerable.Repeat("}\n", 20))}");

        Assert.Contains(converted.Notes, n => n.IsLoss && n.Message.Contains("more than 10,000 blocks", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hundred_thousand_statements_on_one_line_are_converted()
    {
        var converted = SmallPolicy.Convert($"policy_module(long, 1.0)\ntype d_t;\n{string.Concat(Enumerable.Repeat("allow d_t self:process signal;", 100_000))}\n");

        Assert.Contains(converted.Files, f => f.Text.Contains("[Allow<Self>(ProcessPerms.Signal)]", StringComparison.Ordinal));
    }
}
