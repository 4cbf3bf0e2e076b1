using Xunit;

namespace TypedPolicy.Conversion.Tests;

/// <summary>What distributions' own modules do, and few others.</summary>
public sealed class RealModuleTests
{
    private const string Head = "policy_module(till, 1.0)\ntype till_t;\ntype till_exec_t;\nshop_service(till_t, till_exec_t)\n";

    [Fact]
    public void An_executable_of_a_template_that_enters_another_domain_is_no_entrypoint_of_this_one()
    {
        var converted = SmallPolicy.Convert("policy_module(till, 1)\ntill_template(big)\n", """
            ## <summary>A till.</summary>
            ## <param name="prefix"><summary>Its prefix.</summary></param>
            template(`till_template',`
                type $1_t;
                type $1_exec_t;
                shop_service($1_t, $1_exec_t)
                type $1_script_exec_t;
                shop_program($1_script_exec_t)
            ')
            """);
        Assert.Contains("    [FileType]\n    [Shop.Program]\n    public sealed class ScriptExec;\n", Text(converted), StringComparison.Ordinal);
    }

    [Fact]
    public void An_alias_in_a_block_holds_where_the_block_does()
    {
        var converted = SmallPolicy.Convert(Head + "optional_policy(`\nshop_read_goods(till_t)\ntypealias shop_goods_t alias wares_t;\n')\n");
        Assert.True(converted.IsComplete);
        Assert.Contains("    [Shop.ReadGoods]\n    [RawCil(\"(typealias wares_t) (typealiasactual wares_t shop_goods_t)\")]\n", Text(converted), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_that_lends_all_permissions_but_some_is_offered_with_the_rule_itself()
    {
        var converted = SmallPolicy.Convert(Head + "till_own(till_t)\n", """
            ## <summary>Owns.</summary>
            ## <param name="domain"><summary>Who.</summary></param>
            interface(`till_own',`
                shop_own($1)
            ')
            """);
        Assert.True(converted.IsComplete);
        Assert.Empty(converted.Notes);
        Assert.Contains("[Till.Own]\npublic sealed partial class Till", Text(converted), StringComparison.Ordinal);
        Assert.Contains("    // shop_own($1):\n    [Allow<Self>(~CapabilityPerms.SysModule)]\n    public sealed class OwnAttribute", Text(converted), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_call_declares_in_a_block_is_declared_and_joins_in_the_block()
    {
        var converted = SmallPolicy.Convert(Head + "shop_stall_template({ till_t }, market)\n");
        var text = Text(converted);
        Assert.True(converted.IsComplete);
        Assert.Contains("[PolicyType]\npublic sealed class MarketStall", text, StringComparison.Ordinal);
        Assert.Contains("    [Optional]\n    // shop_stall_template({ till_t }, market):\n    [MemberOf<IStall>]\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class MarketStall : IStall", text, StringComparison.Ordinal);
        Assert.DoesNotContain(converted.Files, f => f.Name == "Externals.cs" && f.Text.Contains("market_stall_t", StringComparison.Ordinal));
        Assert.Equal("shop_stall_template declares market_stall_t inside a block, and C# outside of it: a class always exists.", Assert.Single(converted.Notes).Message);
    }

    [Fact]
    public void A_deprecated_interface_is_noted_where_it_is_called_also_in_an_interface()
    {
        var converted = SmallPolicy.Convert(Head + "shop_haggle(till_t)\n", "## <summary>H.</summary>\n## <param name=\"domain\"><summary>Who.</summary></param>\ninterface(`till_haggle',`\n shop_haggle($1)\n')\n");
        Assert.True(converted.IsComplete);
        Assert.True(converted.CallsDeprecated);
        Assert.Equal(["till.if:4", "till.te:5"], converted.Notes.Select(n => $"{n.Place!.File}:{n.Place.Line}").Order(StringComparer.Ordinal));
        Assert.All(converted.Notes, n => Assert.Equal("shop_haggle is no longer done. Use shop_share.", n.Message));
        Assert.False(SmallPolicy.Convert(Head).CallsDeprecated);
    }

    [Fact]
    public void Why_an_interface_does_not_compile_is_said()
    {
        var converted = SmallPolicy.Convert(Head, "## <summary>L.</summary>\n## <param name=\"domain\"><summary>Who.</summary></param>\ninterface(`till_lose',`\n allow $1 self:process signal;\n no_such_call($1)\n')\n");
        Assert.Equal(
            "till_lose is written out where the module calls it, and other modules cannot call it: it does not compile with the headers: no interface or macro is named no_such_call (till.if:5:2).",
            Assert.Single(converted.Notes, n => n.Message.StartsWith("till_lose", StringComparison.Ordinal)).Message);
    }

    private static string Text(ConvertedModule converted) => string.Join("\n", converted.Files.Select(f => f.Text));
}
