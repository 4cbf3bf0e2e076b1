using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Binding;
using TypedPolicy.Model.Checks.Reviews;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>What the whole policy tells and keeps nothing from the disk: the rules of <see cref="PolicyReview"/>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReviewAnalyzer : WholePolicyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleDescriptors.Of([.. PolicyReview.Rules]);

    private protected override IEnumerable<Finding> Find(BoundPolicy policy, PolicyAnalysis analysis, AnalyzerOptions options, CancellationToken cancellation) =>
        PolicyReview.Run(analysis, policy.Places);
}
