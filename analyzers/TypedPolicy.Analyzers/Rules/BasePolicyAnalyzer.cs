using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Binding;
using TypedPolicy.Model.Checks.Base;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>What the base policy makes of the policy: the rules of <see cref="BaseReview"/>, with the index that the project references or the small base.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BasePolicyAnalyzer : WholePolicyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleDescriptors.Of([.. BaseReview.Rules]);

    private protected override bool Blocks => false;

    private protected override IEnumerable<Finding> Find(BoundPolicy policy, PolicyAnalysis analysis, AnalyzerOptions options, CancellationToken cancellation) =>
        BaseReview.Run(analysis, BaseIndexes.Of(options, cancellation));
}
