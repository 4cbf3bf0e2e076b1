using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Binding;
using TypedPolicy.Model;
using TypedPolicy.Model.Checks;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Analyzers;

/// <summary>
/// Shows, while someone types, what blocks the policy: the same checks that the generator runs, on a model that is read once for a
/// compilation and shared by all of its symbols.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PolicyAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<RuleId, DiagnosticDescriptor> Descriptors =
        RuleCatalogue.All.ToImmutableDictionary(rule => rule.Id, Describe);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. RuleCatalogue.All.Select(rule => Descriptors[rule.Id])];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName("TypedPolicy.PolicyArtifactAttribute") is null)
        {
            return;
        }

        var compilation = context.Compilation;
        var spelling = SpellingOf(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var found = new Lazy<ImmutableDictionary<SyntaxTree, ImmutableArray<Diagnostic>>>(() => Find(compilation, spelling));

        // A semantic model action reports in the file that is open, at once, and has the lightbulb; a compilation action has neither.
        context.RegisterSemanticModelAction(model =>
        {
            model.CancellationToken.ThrowIfCancellationRequested();
            if (found.Value.TryGetValue(model.SemanticModel.SyntaxTree, out var diagnostics))
            {
                foreach (var diagnostic in diagnostics)
                {
                    model.ReportDiagnostic(diagnostic);
                }
            }
        });
    }

    private static Target SpellingOf(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.TypedPolicyTargets", out var targets)
            && targets.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries) is [var first, ..]
            ? Target.TryGet(first) ?? Target.Default
            : Target.Default;

    private static ImmutableDictionary<SyntaxTree, ImmutableArray<Diagnostic>> Find(Compilation compilation, Target spelling)
    {
        var policy = PolicyBinder.Bind(compilation, "", CancellationToken.None);
        return PolicyChecks.Run(policy.Model, Target.All, spelling)
            .Where(f => f.Spot.Origin.Index >= 0)
            .Select(f => Diagnostic.Create(
                Descriptors[f.Rule],
                Locate(f.Spot, policy.Locations),
                f.Related.Where(o => o.Index >= 0).Select(o => policy.Locations[o.Index]),
                f.Message))
            .Distinct() // what a template says is found once for each class that derives from it
            .GroupBy(d => d.Location.SourceTree!)
            .ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray());
    }

    /// <summary>The place of a finding: the attribute, or the argument of it that is at fault.</summary>
    private static Location Locate(Spot spot, ImmutableArray<Location> locations)
    {
        var whole = locations[spot.Origin.Index];
        if (spot.Part == SpotPart.Whole || whole.SourceTree?.GetRoot().FindNode(whole.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute)
        {
            return whole;
        }

        SyntaxNode? part = spot.Part == SpotPart.Argument
            ? attribute.ArgumentList?.Arguments.Where(a => a.NameEquals is null).ElementAtOrDefault(spot.Index)?.Expression
            : (attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault())?.TypeArgumentList.Arguments.ElementAtOrDefault(spot.Index);
        return part is null ? whole : Within(part, spot);
    }

    /// <summary>The characters of a string at fault, where its text stands in the source as it is.</summary>
    private static Location Within(SyntaxNode argument, Spot spot)
    {
        if (spot.Length > 0
            && argument is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            && literal.Token.Text.IndexOf(literal.Token.ValueText, StringComparison.Ordinal) is >= 0 and var inside
            && literal.Token.ValueText.Length >= spot.Start + spot.Length)
        {
            return Location.Create(literal.SyntaxTree, new TextSpan(literal.Token.SpanStart + inside + spot.Start, spot.Length));
        }

        return argument.GetLocation();
    }

    private static DiagnosticDescriptor Describe(RuleMetadata rule) => new(
        rule.Id.ToString(),
        rule.Title,
        "{0}",
        rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
