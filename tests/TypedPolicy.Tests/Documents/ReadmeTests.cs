using System.Runtime.CompilerServices;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Documents;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Root(), "README.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_example_is_a_policy_without_problems_and_its_statements_are_those_shown()
    {
        var policy = Policy.Of(Block("csharp"), lineMarks: "true");
        var cil = policy.Artifact("greeter.cil", "el9");
        var shown = Block("").Split("…\n");

        Assert.Empty(policy.Problems);
        Assert.Equal(2, shown.Length);
        Assert.All(shown, part => Assert.Contains(part, cil, StringComparison.Ordinal));
    }

    [Fact]
    public void A_newcomer_reads_it_in_one_sitting() => Assert.InRange(Readme.Split('\n').Length, 50, 150);

    [Theory]
    [InlineData(".")]
    [InlineData("docs")]
    [InlineData("docs/decisions")]
    [InlineData("samples")]
    public void Every_page_that_a_page_names_exists(string folder)
    {
        var pages = Directory.GetFiles(Path.Combine(Root(), folder), "*.md");
        var links = pages.SelectMany(page => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(page), @"\]\(([^)#:]+)[^):]*\)").Select(m => (page, Link: m.Groups[1].Value)));

        Assert.NotEmpty(pages);
        Assert.All(links, link => Assert.True(Path.Exists(Path.Combine(Root(), folder, link.Link)), $"{link.page}: {link.Link}"));
    }

    [Fact]
    public void Every_page_of_the_docs_is_named_by_it() =>
        Assert.All(Directory.GetFiles(Path.Combine(Root(), "docs"), "*.md"), page => Assert.Contains($"](docs/{Path.GetFileName(page)})", Readme, StringComparison.Ordinal));

    [Fact]
    public void Every_decision_is_in_the_list_of_decisions()
    {
        var list = File.ReadAllText(Path.Combine(Root(), "docs/decisions/README.md"));
        var pages = Directory.GetFiles(Path.Combine(Root(), "docs/decisions"), "*.md").Select(page => Path.GetFileName(page)!).Where(page => page != "README.md");
        Assert.All(pages, page => Assert.Contains($"]({page})", list, StringComparison.Ordinal));
    }

    /// <summary>The first code block of a language; those without one are what tools print.</summary>
    private static string Block(string language)
    {
        // Fences open and close in turn: every second piece is inside one.
        var blocks = Readme.Split("```").Where((_, i) => i % 2 == 1);
        return blocks.First(block => block.StartsWith(language + "\n", StringComparison.Ordinal))[(language.Length + 1)..];
    }

    private static string Root([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
