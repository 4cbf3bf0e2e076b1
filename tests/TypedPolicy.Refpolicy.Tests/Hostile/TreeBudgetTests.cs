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
