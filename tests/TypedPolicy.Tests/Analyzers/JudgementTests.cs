using TypedPolicy.Model.Diagnostics;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

public sealed class JudgementTests
{
    public static TheoryData<string> Sentences => new(JudgementCases.All.Select(c => $"{c.Rule.Code()}: {c.Sentence}"));

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task It_is_underlined_where_it_is_and_says_what_to_write(string sentence) =>
        Assert.Equal(Case(sentence).Squiggles, await Squiggles(Case(sentence), Case(sentence).Bad));

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task A_policy_close_to_it_is_left_alone(string sentence) =>
        Assert.Empty(await Squiggles(Case(sentence), Case(sentence).Good, Case(sentence).GoodIndex ?? Case(sentence).Index));

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task A_justification_with_a_reason_silences_it(string sentence)
    {
        var rule = Case(sentence).Rule;
        if (rule is DiagnosticId.JustificationWithoutReason or DiagnosticId.JustificationWithoutEffect)
        {
            return; // it is about justifications itself
        }

        Assert.Empty(await Squiggles(Case(sentence), $"[assembly: Justified(\"{rule.Code()}\", \"It is meant so.\")]\n{Case(sentence).Bad}"));
    }

    [Fact]
    public void Each_judgement_has_a_case() =>
        Assert.Empty(RuleCatalogue.All.Where(r => !r.IsBlocking).Select(r => r.Id).Except(JudgementCases.All.Select(c => c.Rule)));

    [Fact]
    public void Each_message_ends_as_a_sentence_does() =>
        Assert.All(JudgementCases.All.SelectMany(c => c.Squiggles), s => Assert.True(s[^1] is '.' or '?', s));

    private static async Task<string[]> Squiggles(JudgementCase @case, string policy, string? index = null)
    {
        var rule = @case.Rule.Code();
        var squiggles = await PolicyProject.Of([policy], [rule], targets: @case.Targets, index: index ?? @case.Index).Squiggles();
        return [.. squiggles.Select(s => s[(rule.Length + 1)..])];
    }

    private static JudgementCase Case(string sentence) => JudgementCases.All.Single(c => $"{c.Rule.Code()}: {c.Sentence}" == sentence);
}
