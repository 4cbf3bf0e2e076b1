using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model.Checks.Base;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP8002: a security rule that is silenced without saying why. TP8003: what is silenced is not a rule, or none that can be.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JustificationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RuleDescriptors.Of(DiagnosticId.JustificationWithoutReason, DiagnosticId.JustificationWithoutEffect);

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
        if (attribute.ArgumentList is not { Arguments: { Count: >= 2 } arguments }
            || !AttributeSubject.MayBe(attribute, context.SemanticModel, context.CancellationToken, "Justified", "SuppressMessage"))
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
        if (rule is not null && rule == arguments[0] && Text(rule) is { } named && Unsilenced(named) is { } problem)
        {
            context.ReportDiagnostic(RuleDescriptors.Diagnose(
                problem.Message,
                rule.Expression.GetLocation(),
                problem.Near is null ? null : new WriteText(problem.Near)));
            return;
        }

        if (rule is null || Text(rule) is not { } id || !id.StartsWith("TP", StringComparison.Ordinal))
        {
            return;
        }

        if (reason is null || (Text(reason) is { } text && !Reasons.IsGiven(text)))
        {
            context.ReportDiagnostic(RuleDescriptors.Diagnose(
                RuleCatalogue.JustificationWithoutReason.NoReason.With(id.Split(':')[0]),
                (reason?.Expression ?? (SyntaxNode)attribute).GetLocation()));
        }

        string? Text(AttributeArgumentSyntax argument) => context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value as string;
    }

    /// <summary>What is wrong with an id that no justification silences, and the one that was probably meant.</summary>
    private static (RuleText Message, string? Near)? Unsilenced(string id)
    {
        if (RuleCatalogue.All.FirstOrDefault(r => r.Id.Code() == id) is { } rule)
        {
            // What a rule that blocks finds in the base blocks nothing: TP6002.
            return rule.IsBlocking && !BaseReview.Rules.Contains(rule.Id) ? (RuleCatalogue.JustificationWithoutEffect.Blocking.With(id), null) : null;
        }

        if (BuildRules.All.Any(r => r.Id == id))
        {
            return (RuleCatalogue.JustificationWithoutEffect.OfBuild.With(id), null);
        }

        // Ids differ by a digit from many others: one is meant only where no other is as near.
        var near = RuleCatalogue.All.Where(r => !r.IsBlocking).Select(r => r.Id.Code()).Where(r => Similar.To(id.Trim().ToUpperInvariant(), [r], most: 1) is not null).ToArray();
        return near is [var meant] ? (RuleCatalogue.JustificationWithoutEffect.Misspelt.With(id, meant), meant) : (RuleCatalogue.JustificationWithoutEffect.NoSuchRule.With(id), null);
    }
}
