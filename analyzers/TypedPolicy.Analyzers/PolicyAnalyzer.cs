using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Binding;
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
        var options = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (context.Compilation.GetTypeByMetadataName("TypedPolicy.PolicyArtifactAttribute") is null || IsBuild(options))
        {
            return;
        }

        var compilation = context.Compilation;
        var spelling = SpellingOf(options);
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

    /// <summary>
    /// In a build that lays policy out, the generator makes the same checks, and the layout reports them and takes old files away; an error
    /// of an analyzer would stop the compiler first.
    /// </summary>
    private static bool IsBuild(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.TypedPolicyBuilds", out var builds) && builds == "true";

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
                policy.Locations[f.Spot.Origin.Index],
                f.Related.Where(o => o.Index >= 0).Select(o => policy.Locations[o.Index]),
                f.Message))

            // What a template says is found once for each class that derives from it.
            .GroupBy(d => (d.Id, d.Location, d.GetMessage(CultureInfo.InvariantCulture)))
            .Select(same => same.First())
            .GroupBy(d => d.Location.SourceTree!)
            .ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray());
    }

    private static DiagnosticDescriptor Describe(RuleMetadata rule) => new(
        rule.Id.ToString(),
        rule.Title,
        "{0}",
        rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true);
}
