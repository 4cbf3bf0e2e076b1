using System.Runtime.CompilerServices;
using TypedPolicy.Model.Checks;
using Xunit;

namespace TypedPolicy.Tests.Documents;

/// <summary>The page of errors against the table that the code reads.</summary>
public sealed class RulesPageTests
{
    [Fact]
    public void The_page_has_a_row_for_each_rule_of_the_catalogue()
    {
        var page = File.ReadAllLines(Path.Combine(Root(), "docs", "rules.md"));
        var missing = RuleCatalogue.All
            .Select(rule => $"| {rule.Id} | {rule.Title.Replace("|", "&#124;", StringComparison.Ordinal)} | ")
            .Where(row => !page.Any(line => line.StartsWith(row, StringComparison.Ordinal)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Each_rule_is_in_the_catalogue_once()
    {
        Assert.Equal(Enum.GetValues<RuleId>(), RuleCatalogue.All.Select(rule => rule.Id));
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
