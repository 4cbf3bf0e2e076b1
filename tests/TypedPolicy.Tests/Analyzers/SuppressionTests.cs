using TypedPolicy.Model.Diagnostics;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>Every judgement can be silenced as any other diagnostic of C# can.</summary>
public sealed class SuppressionTests
{
    /// <summary>Every case whose squiggle is in C#: in an index there are no pragmas, and sections for C# files do not concern it.</summary>
    public static TheoryData<string> Sentences => new(JudgementCases.All.Where(c => c.Rule != DiagnosticId.UnusableBaseIndex).Select(c => $"{c.Rule.Code()}: {c.Sentence}"));

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task A_pragma_silences_it(string sentence) =>
        Assert.Empty(await Squiggles(sentence, before: $"#pragma warning disable {Case(sentence).Rule.Code()}\n"));

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task SuppressMessage_silences_it(string sentence) =>
        Assert.Empty(await Squiggles(sentence, before: $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"TypedPolicy\", \"{Case(sentence).Rule.Code()}:It\", Justification = \"It is meant so.\")]\n"));

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task An_editorconfig_silences_it(string sentence) =>
        Assert.Empty(await Squiggles(sentence, editorConfig: $"root = true\n[*.cs]\ndotnet_diagnostic.{Case(sentence).Rule.Code()}.severity = none\n"));

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task Nothing_else_in_the_same_places_silences_it(string sentence) => Assert.Equal(
        Case(sentence).Squiggles.Length,
        (await Squiggles(sentence, editorConfig: $"root = true\n[*.cs]\ndotnet_diagnostic.{Case(sentence).Rule.Code()}.severity = warning\n")).Length);

    private static Task<string[]> Squiggles(string sentence, string before = "", string? editorConfig = null) =>
        PolicyProject.Of([before + Case(sentence).Bad], [Case(sentence).Rule.Code()], targets: Case(sentence).Targets, index: Case(sentence).Index, editorConfig: editorConfig).Squiggles();

    private static JudgementCase Case(string sentence) => JudgementCases.All.Single(c => $"{c.Rule.Code()}: {c.Sentence}" == sentence);
}
