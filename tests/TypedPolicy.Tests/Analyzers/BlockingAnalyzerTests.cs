using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Rules;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Tests.Rules;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

public sealed class BlockingAnalyzerTests
{
    [Theory]
    [InlineData("[FileType, FileContextPattern(\"/a(b\")] class A;", "(")]
    [InlineData("[FileType, FileContextPattern(@\"/a|/b\")] class A;", "/a|/b")]
    [InlineData("[Domain, AllowIoctl<Self, FilePerms>(\"1, 9-3\")] class A;", "9-3")]
    [InlineData("[Domain, RawCil(\"(allow a) )\")] class A;", ")")]
    [InlineData("[PolicyType, Genfs(\"proc\", \"/a*\")] class A;", "*")]
    [InlineData("[NodeType, Node(\"10.0.0.0\", \"x\")] class A;", "\"x\"")]
    [InlineData("[PortType, Port(Protocol.Tcp, 70000)] class A;", "70000")]
    [InlineData("[Domain, RangeTransition<Self>(\"x\")] class A;", "\"x\"")]
    [InlineData("[Domain, DomainTransition<B>] class A; [Domain] class B;", "B")]
    [InlineData("[Domain, Allow<Self>(FilePerms.Read, \"raed\")] class A;", "\"raed\"")]
    [InlineData("[Domain, FileContext(\"/a\")] class A;", "FileContext(\"/a\")")]
    [InlineData("[Domain(\"a b\")] class Aa;", "Aa")]
    public async Task A_squiggle_stands_under_what_is_wrong(string source, string text)
    {
        var diagnostic = Assert.Single(await Diagnose(source));

        Assert.Equal(text, diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task What_blocks_the_policy_is_a_squiggle()
    {
        foreach (var rule in RuleCases.All)
        {
            var said = (await Diagnose(rule.Bad, rule.OfBad())).Select(d => $"{d.Id} {d.GetMessage(null)}").Order(StringComparer.Ordinal);

            Assert.Equal(rule.Problems.Select(p => $"{rule.Rule.Code()} {p[(p.IndexOf(": ", StringComparison.Ordinal) + 2)..]}").Order(StringComparer.Ordinal), said);
        }
    }

    [Fact]
    public async Task There_is_none_on_good_policy()
    {
        Assert.Empty(await Diagnose(Sample.Source.Replace("using TypedPolicy;", "", StringComparison.Ordinal)));
        foreach (var rule in RuleCases.All)
        {
            Assert.Empty(await Diagnose(rule.Good, rule.OfGood()));
        }
    }

    [Fact]
    public async Task What_a_template_says_wrong_is_said_once() => Assert.Single(await Diagnose(
        "[Template, FileContext<T<Self>.F>(\"srv\")] abstract class T<TSelf> { [FileType] public class F; } [Domain] class A : T<A>; [Domain] class B : T<B>;"));

    private static async Task<IReadOnlyList<Diagnostic>> Diagnose(string source, params Policy[] references) =>
        await Policy.Compile([("Policy.cs", source), Policy.Usings], references)
            .WithAnalyzers([new BlockingAnalyzer()], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (e, _, _) => throw e, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
}
