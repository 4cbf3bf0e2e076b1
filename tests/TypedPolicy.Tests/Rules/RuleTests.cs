using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Rules;

public sealed class RuleTests
{
    public static TheoryData<string> Sentences => new(RuleCases.All.Select(c => $"{c.Rule.Code()}: {c.Sentence}"));

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_bad_policy_is_refused_at_its_place_and_carries_nothing(string sentence)
    {
        var bad = Policy.Brief(Case(sentence).Bad, Case(sentence).OfBad());

        Assert.Equal(Case(sentence).Problems.Select(p => $"{Case(sentence).Rule.Code()} Policy.cs{p}"), bad.Problems);
        Assert.Empty(bad.Artifacts);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_policy_close_to_it_is_good(string sentence) => Policy.Brief(Case(sentence).Good, Case(sentence).OfGood()).IsGood();

    [Fact]
    public void Each_rule_has_a_case() => Assert.Empty(RuleCatalogue.All.Where(r => r.IsBlocking).Select(r => r.Id).Except(RuleCases.All.Select(c => c.Rule)));

    [Fact]
    public void Each_message_ends_as_a_sentence_does() =>
        Assert.All(RuleCases.All.SelectMany(c => c.Problems), p => Assert.True(p[^1] is '.' or '?', p));

    private static RuleCase Case(string sentence) => RuleCases.All.Single(c => $"{c.Rule.Code()}: {c.Sentence}" == sentence);
}
