using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Rules;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Hostile;

public sealed class HostileStringTests
{
    private static readonly string[] Hostile =
    [
        ") (allow evil_t evil_t (file (read))) (x ",
        "\") (allow evil_t evil_t (file (read))) (x \"",
        "\n;;* lmx 1 \"evil.cs\"\n(allow evil_t evil_t (file (read)))\n;;* lme\n",
        "\r(allow evil_t evil_t (file (read)))",
        "; comment",
        "\0",
        "\\",
        "\\\" \\n",
        " ",
        "",
        "е\u202Et\u00A0c\uFF08",
        "\u2028\u0085(allow evil_t evil_t (file (read)))",
        "\uD800",
        new string('a', 10_000),
        "{prefix}{1}",
        "system_u:object_r:evil_t:s0",
    ];

    public static TheoryData<string> Places => new(StringPlaces.All.Keys);

    [Fact]
    public void Every_string_of_the_vocabulary_is_tried() =>
        Assert.Equal(StringPlaces.OfVocabulary.Order(StringComparer.Ordinal), StringPlaces.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_string_is_refused_or_stays_inside_its_statement(string place)
    {
        var (source, good) = StringPlaces.All[place];
        var heads = Heads(Write(source, good));

        Assert.NotEmpty(heads);
        foreach (var text in Hostile.SelectMany(h => new[] { h, good + h }))
        {
            var written = Write(source, text);
            if (written.Findings.IsEmpty)
            {
                // Raw CIL is CIL: what counts is that it says what was read.
                Assert.Equal((place == "RawCil.cil" ? Sexp.Heads(text.Replace('\r', '\n')) : heads).Order(StringComparer.Ordinal), Heads(written).Order(StringComparer.Ordinal));
                Assert.DoesNotContain('\r', written.Cil + written.FileContexts);
                Assert.All(written.FileContexts.Split('\n'), line => Assert.DoesNotContain("evil_t", line.StartsWith('/') ? line.Split('\t')[^1] : "", StringComparison.Ordinal));
            }
            else
            {
                Assert.All(written.Findings, f => Assert.DoesNotContain(f.Message, char.IsControl));
            }
        }
    }

    [Fact]
    public void An_argument_of_an_interface_is_refused_or_stays_inside_its_quotes()
    {
        const string source = "[PolicyInterface, TypeTransition<Arg1, Arg1>(typeof(FilePerms), Name = Param1.Value)] public class RAttribute<T>(string name) : PolicyInterfaceAttribute; [Domain, R<D>(§)] public class D;";
        var heads = Heads(Write(source, "good"));

        Assert.All(Hostile.Select(h => Write(source, h)).Where(w => w.Findings.IsEmpty), w => Assert.Equal(heads, Heads(w)));
    }

    [Fact]
    public void What_is_carried_is_C_sharp_whatever_is_in_it()
    {
        foreach (var text in Hostile)
        {
            var literal = SymbolDisplay.FormatLiteral(text, quote: true);
            Policy.Brief($"[assembly: PolicyModule(\"m\", Version = {literal})] [Domain] public class D;").IsGood();
            Assert.Equal(["TP1003"], Policy.Brief($"[Domain({SymbolDisplay.FormatLiteral(text + "(", quote: true)})] public class D;").Ids());
        }
    }

    [Theory]
    [InlineData("[FileType, FileContext(\"/srv/it's\")] public class F;", "/srv/it's")]
    [InlineData("[FileType, FileContextTree(\"/srv/`id\")] public class F;", "/srv/`id")]
    [InlineData("[assembly: FileContextNone(\"/srv/'`\")] [Domain] public class D;", "/srv/'`")]
    [InlineData("[Domain] public class D { [Optional, FileContext<F>(\"/srv/'\")] static class X; } [FileType] public class F;", "/srv/'")]
    public async Task A_quote_of_m4_in_a_path_is_refused_where_m4_reads_it(string source, string path)
    {
        var genContext = new Dictionary<string, string> { ["TypedPolicyFileContextFormat"] = "gen_context" };
        Policy.Brief(source).IsGood();
        var problem = Assert.Single(Policy.Of([("Policy.cs", source), Policy.Usings], genContext).Problems);
        Assert.StartsWith("TP4002 ", problem, StringComparison.Ordinal);
        Assert.Contains(path, problem, StringComparison.Ordinal);

        var options = new AnalyzerOptions([], new ProjectOptions(genContext.ToDictionary(p => "build_property." + p.Key, p => p.Value)));
        var squiggles = await Policy.Compile([("Policy.cs", source), Policy.Usings]).WithAnalyzers([new BlockingAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Equal("TP4002", Assert.Single(squiggles).Id);
    }

    private static List<string> Heads(Direct written) => [.. Sexp.Heads(written.Cil)];

    private static Direct Write(string source, string text) => Direct.Of(source.Replace("§", SymbolDisplay.FormatLiteral(text, quote: true), StringComparison.Ordinal));
}
