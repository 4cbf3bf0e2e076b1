using Microsoft.CodeAnalysis;
using TypedPolicy.Toolchain.Tests.Debian;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Toolchain.Tests.Corpus;

/// <summary>The analyzers on the file contexts of all modules of Debian's policy: what they report is so, and there is little of it.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(DebianLinks))]
public class DebianCorpusTests(DebianLinks links, ITestOutputHelper output)
{
    private const int MaxHits = 60;

    private static readonly CorpusSpec[] Specs = [.. DebianPolicy.Files.SelectMany(file => CorpusSpec.ReadAll(File.ReadAllText(file)))];

    [Fact]
    public void What_the_analyzers_report_the_tools_confirm()
    {
        Assert.True(Specs.Length > 5000, $"{Specs.Length} file contexts are too few for Debian's policy.");
        var policy = new CorpusPolicy(Specs);
        var hits = policy.Analyze("debian12");
        var confirmation = new Confirmation(links.Folder, links.TypesAlone, File.ReadAllText(DebianPolicy.SubstitutionsFile));
        var refuted = hits
            .Select(hit => (hit, Refutation: hit.Spec is null ? "it is about no file context" : confirmation.Refutation(hit.Diagnostic, hit.Spec, [.. hit.Diagnostic.AdditionalLocations.Select(policy.At)])))
            .Where(h => h.Refutation is not null)
            .Select(h => $"{h.hit.Diagnostic.Id} {h.hit.Spec} \"{h.hit.Diagnostic.GetMessage()}\", but {h.Refutation}")
            .ToArray();
        var counts = hits.GroupBy(hit => $"{hit.Diagnostic.Severity} {hit.Diagnostic.Id}").Select(rule => $"{rule.Key} {rule.Count()}").ToArray();
        output.WriteLine($"{Specs.Length} file contexts\n{string.Join('\n', counts)}");
        foreach (var (diagnostic, spec) in hits.Where(hit => hit.Diagnostic.Severity >= DiagnosticSeverity.Warning))
        {
            output.WriteLine($"{diagnostic.Id} {spec}: {diagnostic.GetMessage()}");
        }

        Assert.True(refuted.Length == 0, string.Join('\n', refuted));
        Assert.InRange(hits.Count(hit => hit.Diagnostic.Severity >= DiagnosticSeverity.Warning), 1, MaxHits);
        Assert.Equal(["Warning TP4001 2", "Error TP4004 3", "Warning TP4008 9", "Warning TP4010 5", "Info TP4012 69"], counts);
    }

    [Fact]
    public void What_no_rule_calls_dead_can_match()
    {
        var reported = new CorpusPolicy(Specs).Analyze("debian12").Where(hit => hit.Diagnostic.Id == "TP4004").Select(hit => hit.Spec!.Path).ToHashSet();
        var questions = Specs
            .DistinctBy(s => (s.Path, s.Kind))
            .Where(s => s.Path != "/")
            .SelectMany(s => ExamplePaths.Of(s.Path).Select(p => (s.Path, s.Kind, p, Lookups.Mode(s.Kind))))
            .ToArray();
        var answers = new Lookups(links.Folder).Alone(questions);
        var dead = questions.Zip(answers).GroupBy(a => a.First.Path).Where(spec => !spec.Any(a => a.Second)).Select(spec => spec.Key).ToHashSet();

        output.WriteLine($"{questions.Length} paths");
        Assert.Equal(reported.Order(StringComparer.Ordinal), dead.Order(StringComparer.Ordinal));
    }
}
