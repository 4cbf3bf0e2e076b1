using System.Globalization;
using System.Text;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Refpolicy.Tests.Headers;
using Xunit;

namespace TypedPolicy.Refpolicy.Tests.Hostile;

/// <summary>What the interfaces of a tree amount to together is bounded, however many of them reach the limit of one.</summary>
public sealed class TreeBudgetTests
{
    private const int Doublings = 15;

    [Fact]
    public void A_small_header_whose_interfaces_are_large_together_is_refused()
    {
        var problem = Assert.Throws<IOException>(Read(150).Describe);

        Assert.Contains("m4 may read 1024 Mi characters for them, and write 64 Mi.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interface_that_is_asked_for_again_and_again_counts_once()
    {
        var barn = Read(1).Find("barn_0")!;
        for (var i = 0; i < 100; i++)
        {
            Assert.True(barn.Expand().Problems.IsEmpty);
        }
    }

    [Fact]
    public void More_permission_sets_than_any_policy_has_are_refused()
    {
        var sets = string.Concat(Enumerable.Range(0, 2_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"define(`hay{i}_file_perms',`{{ read }}')\n")));
        Assert.Contains("permission sets", Assert.Throws<IOException>(() => _ = SmallTree.Read(new HeaderFile("support/hay.spt", sets + "define(`straw_file_perms',`{ read }')\n")).PermissionSets).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Interfaces_that_double_without_end_are_errors_at_the_interface()
    {
        var header = new StringBuilder("interface(`bale_0',`\nallow $1 barn_t:file read;\n')\n");
        for (var i = 1; i <= 60; i++)
        {
            header.Append(CultureInfo.InvariantCulture, $"interface(`bale_{i}',`\nbale_{i - 1}($1)\nbale_{i - 1}($1)\n')\n");
        }

        var tree = SmallTree.Read(new HeaderFile("farm/bale.if", header.ToString()));
        Assert.True(tree.Find("bale_3")!.Expand().Compiles);
        var last = tree.Find("bale_60")!.Expand();
        Assert.False(last.Compiles);
        Assert.Equal(last.Problems.AsEnumerable(), tree.Find("bale_60")!.Expand().Problems.AsEnumerable());
        Assert.All(last.Problems, p => Assert.Equal("farm/bale.if", p.Place!.File));
    }

    /// <summary>Interfaces of a line each, which call what doubles a comment.</summary>
    private static HeaderTree Read(int count)
    {
        var header = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            header.Append(CultureInfo.InvariantCulture, $"interface(`barn_{i}',`\nmuch(`# a barn full of hay\n')allow $1 barn{i}_t:file read;\n')\n");
        }

        var much = $"define(`twice',`$1$1')\ndefine(`much',`{string.Concat(Enumerable.Repeat("twice(`", Doublings))}$1{string.Concat(Enumerable.Repeat("')", Doublings))}')\n";
        return SmallTree.Read(new HeaderFile("support/much.spt", much), new HeaderFile("farm/barn.if", header.ToString()));
    }
}
