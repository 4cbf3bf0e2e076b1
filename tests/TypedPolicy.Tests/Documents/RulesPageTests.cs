using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Model.Diagnostics;
using Xunit;

namespace TypedPolicy.Tests.Documents;

/// <summary>The pages of rules, their index and the release notes of the analyzers against the table that the code reads.</summary>
public sealed class RulesPageTests
{
    private static readonly string Rules = Path.Combine(Root(), "docs", "rules");

    public static TheoryData<DiagnosticId> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_rule_has_a_page_that_says_what_the_table_says(DiagnosticId id)
    {
        var rule = RuleCatalogue.Get(id);
        var page = File.ReadAllText(Path.Combine(Rules, $"{id.Code()}.md"));
        var severity = rule.IsBlocking ? "Error; keeps the policy from being written" : rule.Severity.ToString();
        var where = rule.Scope switch
        {
            RuleScope.Symbol => "the attribute or class alone",
            RuleScope.Policy => "the whole policy of the project",
            RuleScope.Base => "the whole policy of the project and the base policy",
            _ => "what the project references",
        };

        Assert.StartsWith($"# {id.Code()}: {Cell(rule.Title)}\n\n{severity}. Category {rule.Category}. Looks at {where}. Source: {rule.Source}.\n", page, StringComparison.Ordinal);
        Assert.Equal(
            ["## Cause", "## Example", "## Fix", "## Configuration", "## What the toolchain says"],
            page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Contains(rule.HasFix ? "There is a code fix" : "There is no code fix", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_build_says_by_itself_has_a_page_too()
    {
        Assert.All(BuildRules.All, rule =>
        {
            var page = File.ReadAllText(Path.Combine(Rules, $"{rule.Id}.md"));
            Assert.StartsWith($"# {rule.Id}: {rule.Title}\n\n{rule.Severity}. Reported by the build. Source: {rule.Source}.\n", page, StringComparison.Ordinal);
            Assert.Equal(
                ["## Cause", "## Example", "## Fix", "## Configuration", "## What the toolchain says"],
                page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        });
        Assert.Equal(BuildRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), BuildRules.All.Select(rule => rule.Id));
        Assert.Empty(BuildRules.All.Select(rule => rule.Id).Intersect(RuleCatalogue.All.Select(rule => rule.Id.Code())));
    }

    [Fact]
    public void The_index_has_a_row_for_each_rule_in_order()
    {
        var expected = RuleCatalogue.All.Select(rule =>
            $"| [{rule.Id.Code()}]({rule.Id.Code()}.md) | {Cell(rule.Title)} | {(rule.IsBlocking ? "Error, blocking" : rule.Severity)} | {(rule.HasFix ? "yes" : "")} |")
            .Concat(BuildRules.All.Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Severity}, by the build |  |"));

        Assert.Equal(expected, File.ReadAllLines(Path.Combine(Rules, "README.md")).Where(line => line.StartsWith("| [TP", StringComparison.Ordinal)));
        Assert.Equal(
            RuleCatalogue.All.Select(rule => $"{rule.Id.Code()}.md").Concat(BuildRules.All.Select(rule => $"{rule.Id}.md")).Append("README.md").Order(StringComparer.Ordinal),
            Directory.GetFiles(Rules).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_analyzers_release_notes_have_a_row_for_each_rule()
    {
        var unread = BuildRules.All.Single(rule => rule.Id == UnreadPolicy.Id);
        var expected = RuleCatalogue.All.Select(rule => $"{rule.Id.Code()} | {rule.Category} | {rule.Severity} | {Cell(rule.Title)}").Append($"{unread.Id} | TypedPolicy.Build | {unread.Severity} | {unread.Title}");
        var notes = File.ReadAllLines(Path.Combine(Root(), "analyzers", "TypedPolicy.Analyzers", "AnalyzerReleases.Unshipped.md"));

        Assert.Equal(expected, notes.Where(line => line.StartsWith("TP", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_diagnostic_leads_to_its_page()
    {
        var analyzers = typeof(TypedPolicy.Analyzers.Rules.PathAnalyzer).Assembly.GetTypes().Where(t => typeof(DiagnosticAnalyzer).IsAssignableFrom(t) && !t.IsAbstract);
        var descriptors = analyzers.SelectMany(t => ((DiagnosticAnalyzer)Activator.CreateInstance(t)!).SupportedDiagnostics).DistinctBy(d => d.Id).ToArray();

        Assert.Equal(RuleCatalogue.All.Select(rule => rule.Id.Code()).Append(UnreadPolicy.Id), descriptors.Select(d => d.Id).Order(StringComparer.Ordinal));
        Assert.All(descriptors, d => Assert.EndsWith($"/docs/rules/{d.Id}.md", d.HelpLinkUri, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_rule_is_in_the_catalogue_once()
    {
        Assert.Equal(Enum.GetValues<DiagnosticId>(), RuleCatalogue.All.Select(rule => rule.Id));
    }

    [Fact]
    public void What_blocks_is_an_error()
    {
        Assert.All(RuleCatalogue.All.Where(rule => rule.IsBlocking), rule => Assert.Equal(RuleSeverity.Error, rule.Severity));
    }

    private static string Cell(string text) => text.Replace("|", "&#124;", StringComparison.Ordinal);

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
