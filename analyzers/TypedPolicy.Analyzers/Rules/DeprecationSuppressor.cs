using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Index;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>
/// CS0618 on an interface of the base that the project's index knows as deprecated: TP7004 reports it there, with what to write instead, and follows what the project
/// makes of the rule. Without such an index CS0618 stays.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeprecationSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor TakenOver = new("TPS7004", "CS0618", "TP7004 reports this, and what to write instead.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [TakenOver];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute
                && context.GetSemanticModel(tree).GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is { } type
                && NameOf(type) is { } name
                && (BaseIndexes.Of(context.Options, context.CancellationToken).Interface(name)?.Flags & InterfaceFlags.Deprecated) == InterfaceFlags.Deprecated)
            {
                context.ReportSuppression(Suppression.Create(TakenOver, diagnostic));
            }
        }
    }

    /// <summary>The interface that an attribute class stands for.</summary>
    private static string? NameOf(INamedTypeSymbol type) => type.GetAttributes()
        .Where(a => a.AttributeClass?.ToDisplayString() == "TypedPolicy.BaseInterfaceAttribute")
        .Select(a => a.ConstructorArguments.FirstOrDefault().Value as string)
        .FirstOrDefault(name => name is not null);
}
