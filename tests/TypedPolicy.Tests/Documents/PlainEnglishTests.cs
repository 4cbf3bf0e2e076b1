using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace TypedPolicy.Tests.Documents;

/// <summary>Phrases that a native reader stumbles over, in what users read: messages, titles, help, documentation of public API, pages.</summary>
public sealed class PlainEnglishTests
{
    /// <summary>What is not to be written, and what to write instead.</summary>
    private static readonly (Regex Odd, string Instead)[] Phrases =
    [
        .. new[]
        {
            (@"nothing (where|when)\b|[,;:] nothing if", "null if …"),
            (@"(?<!there )\b(is|are|was|were) no (?!(longer|more|less|lower|higher|deeper|better|worse|such|way|need|doubt|larger|older)\b)\w", "is not a …"),
            (@"(?<!there )\b(is|are) none\b", "is not one of …"),
            (@"\bta(ke|kes|ken|king) (it|this|that|them|these) out\b|\btakes? out\b|\btaken out\b", "Remove …"),
            (@"\bperhaps\b.*\bmeant\b", "Did you mean …?"),
            (@"\bone's own\b", "a custom …"),
            (@"\bwhoever\b", "the user, the domain, anyone who …"),
            (@"\bof others\b", "of another module, of other users"),
            (@"\b(has|have) not(?=\s*([.,;:)]|$))", "does not have"),
            (@"\bwhere (none|this|it|nothing) is (not )?given\b", "(default: …)"),
            (@"\b(is|are|was|were) said\b|\bsaid (once|twice|again|by)\b", "is reported, is declared, is repeated"),
            (@"(?<!\b(toolchain|libsepol|secilc|checkmodule|setfiles|semodule|manual) )\bsays\b", "declares, grants, reports, sets"),
            (@"\bstands? (on|in|beside|at|there|before|after|behind|under|alone|first|between|where|as)\b", "is on, is in"),
            (@"\b(comes?|came) to\b(?! an? )", "amounts to, expands to, reaches"),
            (@"\bgets? to\b", "reaches"),
            (@"\bwithout a word\b", "silently"),
            (@"\bhas no word\b|\bno word in C#", "C# cannot express"),
            (@"\b(shortest|all) ways? (from|to)\b|\bways (from|to|between|of at most)\b", "path"),
            (@"\bof nothing\b", "of no …"),
        }.Select(p => (new Regex(p.Item1.Replace(" ", @"\s+"), RegexOptions.IgnoreCase), p.Item2)),
    ];

    [Fact]
    public void What_users_read_has_no_phrase_that_a_native_reader_stumbles_over()
    {
        var found = new List<string>();
        foreach (var (file, line, text) in UserVisibleText.All())
        {
            found.AddRange(Phrases
                .Select(p => (p.Instead, Match: p.Odd.Match(text)))
                .Where(p => p.Match.Success)
                .Select(p => $"{file}:{line + text[..p.Match.Index].Count(c => c == '\n')}: '{p.Match.Value}'; write: {p.Instead}"));
        }

        Assert.True(found.Count == 0, new StringBuilder().AppendJoin('\n', found).ToString());
    }

    [Theory]
    [InlineData("The type; nothing where there is none.")]
    [InlineData("This is no permission.")]
    [InlineData("Use it, or take it out.")]
    [InlineData("Perhaps read is meant.")]
    [InlineData("The base; the embedded one where none is given.")]
    [InlineData("What stands in\nthe way.")]
    public void The_list_finds_what_it_is_for(string text) => Assert.Contains(Phrases, p => p.Odd.IsMatch(text));
}
