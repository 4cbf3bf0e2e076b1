using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Binding;
using TypedPolicy.Model.Checks;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP8002: a security rule that is silenced without saying why.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JustificationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.Of(RuleId.TP8002)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is not { Arguments: { Count: >= 2 } arguments })
        {
            return;
        }

        var type = context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType;
        var (rule, reason) = type?.ToDisplayString() switch
        {
            "TypedPolicy.JustifiedAttribute" => (arguments[0], arguments[1]),
            "System.Diagnostics.CodeAnalysis.SuppressMessageAttribute" => (arguments[1], arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "Justification")),
            _ => (null, null),
        };
        if (rule is null || Text(rule) is not { } id || !id.StartsWith("TP", StringComparison.Ordinal))
        {
            return;
        }

        if (reason is null || (Text(reason) is { } text && !Reasons.IsGiven(text)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                RuleDescriptors.Of(RuleId.TP8002),
                (reason?.Expression ?? (SyntaxNode)attribute).GetLocation(),
                $"This silences {id.Split(':')[0]} without a reason. Say why it is meant: whoever reviews the policy asks."));
        }

        string? Text(AttributeArgumentSyntax argument) => context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value as string;
    }
}
