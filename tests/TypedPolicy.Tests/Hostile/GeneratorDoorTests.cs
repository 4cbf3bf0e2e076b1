using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedPolicy.Model.Cil;
using TypedPolicy.Names;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Hostile;

/// <summary>Five thousand hostile strings in the attributes of a policy: what the generators write of them is read again by each language's own reader.</summary>
public sealed partial class GeneratorDoorTests
{
    private const int Batch = 1_000;

    // What a string that got out of its place would say.
    private const string Permissive = "typepermissive", Evil = "evil_t";

    private static readonly string[] Escapes =
    [
        $") ({Permissive} {Evil}) (x ", $"\") ({Permissive} {Evil}) (x \"", $"\n;;* lme\n({Permissive} {Evil})\n", $"\u2028({Permissive} {Evil})", $"\n/etc\t--\tsystem_u:object_r:{Evil}:s0\n", $"\tsystem_u:object_r:{Evil}:s0",
        "\";public const int Extra = 1; const string X = @\"", "\u0085public const int Extra = 1;//", "*/ public const int Extra = 1; /*",
    ];

    // Once in a project, or CIL that is meant.
    private static readonly string[] LeftOut = ["PolicyModule.name", "PolicyModule.Version", "ContainerContexts.Level", "RawCil.cil"];

    private static readonly KeyValuePair<string, (string Source, string Good)>[] Places = [.. StringPlaces.All.Where(p => !LeftOut.Contains(p.Key)).OrderBy(p => p.Key, StringComparer.Ordinal)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_thousand_strings_are_refused_or_stay_what_they_are(int seed)
    {
        var mutations = new TextMutations(100 + seed);
        var texts = Enumerable.Range(0, Batch).Select(i =>
        {
            var (source, good) = mutations.Pick(Places).Value;
            var text = mutations.Pick(["", good]) + mutations.Pick(["", mutations.Text()]) + mutations.Pick(["", mutations.Pick(Escapes)]) + mutations.Pick(["", mutations.Text()]);
            return (Path: $"F{i}.cs", Source: Names().Replace(source, "${1}" + i).Replace("§", SymbolDisplay.FormatLiteral(text, quote: true), StringComparison.Ordinal));
        }).ToList();

        NamesAreConstants(Policy.Compile([.. texts, Policy.Usings]));
        var policy = Write(texts);
        while (!policy.Problems.IsEmpty)
        {
            // Of two that say the same, the first is named.
            Assert.All(policy.Problems, p => Assert.DoesNotContain(p, c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E'));
            var refused = policy.Problems.Select(p => Place().Match(p).Groups[1].Value).ToHashSet(StringComparer.Ordinal);
            Assert.NotEqual(0, texts.RemoveAll(t => refused.Contains(t.Path)));
            policy = Write(texts);
        }

        Assert.InRange(texts.Count, 10, Batch - 10);
        var heads = Sexp.Heads(policy.Cil).ToList();
        Assert.DoesNotContain(Permissive, heads);
        Assert.True(CilReader.TryRead(policy.Cil, out var nodes, out var error, out _), error);
        Assert.Equal(Sexp.Read(policy.Cil).Count, nodes.Length);
        Assert.All(policy.Cil.Split('\n').Where(l => l.StartsWith(";;*", StringComparison.Ordinal)), l => Assert.Matches("\\A;;\\* (lmx [0-9]+ \"F[0-9]+\\.cs\"|lme)\\z", l));
        Assert.All(policy.FileContexts.Split('\n').Where(l => l.Length > 0 && l[0] != '#'), l => Assert.Matches("\\A/[^\t\n]*(\t-[-bcdlps])?\t(<<none>>|[a-z_][a-z0-9_.]*_u:object_r:[a-zA-Z_][a-zA-Z0-9_.-]*:[sc0-9:.,-]+)\\z", l));
        Assert.DoesNotContain($":{Evil}:", policy.FileContexts, StringComparison.Ordinal);
    }

    // PolicyNames is written whatever TP1003 says of the names.
    private static void NamesAreConstants(CSharpCompilation compilation)
    {
        var run = Assert.Single(CSharpGeneratorDriver.Create([new PolicyNamesGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)Policy.Tree("x.cs", "").Options, optionsProvider: new ProjectOptions(new Dictionary<string, string>()))
            .RunGenerators(compilation).GetRunResult().Results);
        Assert.Null(run.Exception);
        var names = Assert.Single(run.GeneratedSources).SyntaxTree;
        Assert.DoesNotContain(names.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        Assert.All(names.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>(), member => Assert.True(
            member is BaseNamespaceDeclarationSyntax or ClassDeclarationSyntax || (member is FieldDeclarationSyntax { Declaration: { Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } } field } && field.Variables.All(v => v.Initializer?.Value is LiteralExpressionSyntax)),
            member.ToString()));
        Assert.DoesNotContain(names.GetRoot().DescendantTokens(), t => t.ValueText == "Extra");
    }

    private static Policy Write(IEnumerable<(string, string)> files) => Policy.Of([.. files, Policy.Usings], new() { ["TypedPolicyLineMarks"] = "true" });

    // The classes of a place, which are there once for each string.
    [GeneratedRegex(@"\b([TDEM])(?=\b|Attribute\b)")]
    private static partial Regex Names();

    [GeneratedRegex(@"\ATP[0-9]+ (F[0-9]+\.cs)\(")]
    private static partial Regex Place();
}
