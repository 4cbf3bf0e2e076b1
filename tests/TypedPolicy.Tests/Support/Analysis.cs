using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Rules;

namespace TypedPolicy.Tests.Support;

/// <summary>All analyzers over a compilation, as a compiler or an editor runs them.</summary>
internal static class Analysis
{
    /// <summary>Every analyzer of the package.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [.. typeof(PathAnalyzer).Assembly.GetTypes()
            .Where(t => typeof(DiagnosticAnalyzer).IsAssignableFrom(t) && !t.IsAbstract)
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)];

    /// <summary>What they report.</summary>
    public static Task<ImmutableArray<Diagnostic>> Of(Compilation compilation, string targets = "el9", ImmutableArray<AdditionalText> additional = default, CancellationToken cancellation = default) =>
        By(Analyzers, compilation, Options(targets, additional)).GetAnalyzerDiagnosticsAsync(cancellation);

    /// <summary>Some analyzers over a compilation. Tests run beside each other, so that each of them gains nothing by more threads of its own.</summary>
    public static CompilationWithAnalyzers By(ImmutableArray<DiagnosticAnalyzer> analyzers, Compilation compilation, AnalyzerOptions options) =>
        compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));

    /// <summary>The options of a project that is written for some targets.</summary>
    public static AnalyzerOptions Options(string targets, ImmutableArray<AdditionalText> additional = default) =>
        new(additional.IsDefault ? [] : additional, new ProjectOptions(new Dictionary<string, string> { ["build_property.TypedPolicyTargets"] = targets }));
}
