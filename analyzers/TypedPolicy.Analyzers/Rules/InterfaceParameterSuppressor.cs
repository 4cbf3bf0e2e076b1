using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>
/// CS9113 on a parameter of a <c>[PolicyInterface]</c> class: the generator reads it, and the rules name it by its placeholder (<c>Param1.Value</c>), which the compiler cannot know.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InterfaceParameterSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor ReadByRules = new("TPS9113", "CS9113", "The rules of a [PolicyInterface] class refer to its parameters by placeholders.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [ReadByRules];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } declaration
                && context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken)?.BaseType?.ToDisplayString() == "TypedPolicy.PolicyInterfaceAttribute")
            {
                context.ReportSuppression(Suppression.Create(ReadByRules, diagnostic));
            }
        }
    }
}
