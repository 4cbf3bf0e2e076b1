using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Tests.Analyzers;
using TypedPolicy.Tests.Rules;
using Xunit;

namespace TypedPolicy.Tests.Documents;

/// <summary>Every row of the catalogue is shown whole: what it refuses, what it leaves alone, its fix or why there is none, its options. A new rule that lacks one fails here.</summary>
public sealed partial class CatalogueTests
{
    private static readonly Lazy<string[]> Checks = Sources("src/TypedPolicy.Model/Paths", "src/TypedPolicy.Model/Checks", "src/TypedPolicy.Binding", "analyzers/TypedPolicy.Analyzers");
    private static readonly Lazy<string[]> Fixes = Sources("analyzers/TypedPolicy.CodeFixes");
    private static readonly Lazy<string[]> Cases = Sources("tests/TypedPolicy.Tests/Rules", "tests/TypedPolicy.Tests/Analyzers");
    private static readonly Lazy<string[]> Verdicts = Sources("tests/TypedPolicy.Toolchain.Tests/Rules");

    public static TheoryData<DiagnosticId> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_bad_cases_with_their_place_and_words_and_a_good_neighbour_for_each(DiagnosticId id)
    {
        var cases = RuleCases.All.Where(c => c.Rule == id).Select(c => (c.Bad, Said: c.Problems, IsDifferent: c.Good != c.Bad || c.Upstream is not null))
            .Concat(JudgementCases.All.Where(c => c.Rule == id).Select(c => (c.Bad, Said: c.Squiggles, IsDifferent: c.Good != c.Bad || c.GoodIndex is not null)))
            .ToArray();

        Assert.NotEmpty(cases);
        Assert.All(cases, c =>
        {
            Assert.NotEmpty(c.Said);
            Assert.All(c.Said, said => Assert.Matches(RuleCatalogue.Get(id).IsBlocking ? BlockingPlace() : Underlined(), said));
            Assert.True(c.IsDifferent, c.Bad);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_fix_that_also_mends_everything_or_its_page_says_why_there_is_none(DiagnosticId id)
    {
        if (RuleCatalogue.Get(id).HasFix)
        {
            Assert.Contains(FixCases.All, c => c.Rule == id);
            Assert.Contains("There is a code fix, also as \"Fix all\" for a document, project or solution", Page(id), StringComparison.Ordinal);
        }
        else
        {
            Assert.Matches(@"There is no code fix: .+\.", Page(id));
        }
    }

    /// <summary>Its page has its id for a name.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void One_search_for_the_name_of_a_rule_finds_its_check_its_fix_its_cases_and_its_verdict(DiagnosticId id)
    {
        var name = new Regex($@"\b(DiagnosticId|RuleCatalogue|PathProblemKind)\.{id}\b", RegexOptions.CultureInvariant);

        Assert.Contains(Checks.Value, name.IsMatch);
        Assert.Contains(Cases.Value, name.IsMatch);
        Assert.Contains(Verdicts.Value, name.IsMatch);
        Assert.Equal(RuleCatalogue.Get(id).HasFix, Fixes.Value.Any(name.IsMatch));
        Assert.True(File.Exists(Path.Combine(Root(), "docs", "rules", $"{id.Code()}.md")));
    }

    [Fact]
    public void Every_option_that_an_analyzer_reads_is_in_the_page_of_its_rule_and_no_page_has_another()
    {
        // Whatever an analyzer reads stands in the table: no other file has the name of an option.
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(Root(), "analyzers"), "*.cs", SearchOption.AllDirectories), file => Quoted().IsMatch(File.ReadAllText(file)));
        var written = RuleCatalogue.All.SelectMany(rule => Option().Matches(Page(rule.Id)).Select(m => (rule.Id, Name: m.Value)).Distinct()).ToArray();

        Assert.Equal(RuleOptions.All, written.Select(w => w.Name).Order(StringComparer.Ordinal));
        Assert.All(written, w => Assert.StartsWith($"typedpolicy.{w.Id.Code()}.", w.Name, StringComparison.Ordinal));
    }

    private static Lazy<string[]> Sources(params string[] folders) => new(() =>
        [.. folders.SelectMany(folder => Directory.GetFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories)).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText)]);

    private static string Page(DiagnosticId id) => File.ReadAllText(Path.Combine(Root(), "docs", "rules", $"{id.Code()}.md"));

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex(@"^\(\d+,\d+\): .+[.?]$")]
    private static partial Regex BlockingPlace();

    [GeneratedRegex(@"^«.+?» .+[.?]$", RegexOptions.Singleline)]
    private static partial Regex Underlined();

    [GeneratedRegex("\"(typedpolicy\\.TP\\d{4}\\.\\w+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"typedpolicy\.TP\d{4}\.\w+")]
    private static partial Regex Option();
}
