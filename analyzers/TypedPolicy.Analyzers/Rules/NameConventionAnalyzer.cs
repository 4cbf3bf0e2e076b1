using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Binding;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP1004: an SELinux name whose ending is that of something else, or that lacks the prefix which the project asks for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameConventionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.Of(DiagnosticId.NameConvention)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SharedModel.HasPolicy(start.Compilation))
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.GetAttributes().IsEmpty || DeclaredNames.Of(type).FirstOrDefault() is not { } declared || declared.CSharpName.Split('.').Last() != type.Name)
        {
            return;
        }

        var name = declared.Entity.Name;
        var fitting = NameConvention.Fit(name, declared.Entity.Kind, type.GetAttributes().Any(a => a.AttributeClass is { Name: "EntrypointAttribute", Arity: 0 }));
        var prefix = type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree is { } tree ? ProjectSettings.Text(context.Options, tree, RuleOptions.NamePrefix) : null;
        var message = fitting != name ? RuleCatalogue.NameConvention.Ending.With(name, Convention(declared.Entity.Describe()), fitting)
            : prefix is { Length: > 0 } && NameRules.Problem(prefix + "x", declared.Entity.Kind) is { } problem ? RuleCatalogue.NameConvention.ImpossiblePrefix.With(RuleOptions.NamePrefix, prefix, problem)
            : prefix is { Length: > 0 } && !name.StartsWith(prefix, StringComparison.Ordinal) ? RuleCatalogue.NameConvention.Prefix.With(name, prefix, RuleOptions.NamePrefix)
            : default(RuleText?);
        if (message is not { } text || Justifications.Cover(type, DiagnosticId.NameConvention.Code()))
        {
            return;
        }

        var written = NameArgument(type, name, context.CancellationToken);
        context.ReportDiagnostic(RuleDescriptors.Diagnose(
            text,
            written ?? type.Locations[0],
            written is null || (fitting == name && NameRules.Problem(prefix + name, declared.Entity.Kind) is not null) ? null : new WriteText(fitting != name ? fitting : prefix + name)));
    }

    private static string Convention(string what) =>
        what.StartsWith("the type ", StringComparison.Ordinal) ? "names of types end in _t, of executables in _exec_t"
        : what.StartsWith("the role ", StringComparison.Ordinal) ? "names of roles end in _r"
        : what.StartsWith("the user ", StringComparison.Ordinal) ? "names of users end in _u"
        : "names that end in _t are those of types";

    /// <summary>The literal in which the name is written, where it is written at all.</summary>
    private static Location? NameArgument(INamedTypeSymbol type, string name, CancellationToken cancellation) =>
        type.GetAttributes()
            .Where(a => a.AttributeClass?.ContainingNamespace is { Name: "TypedPolicy", ContainingNamespace.IsGlobalNamespace: true })
            .Select(a => a.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax)
            .SelectMany(a => a?.ArgumentList?.Arguments ?? default(SeparatedSyntaxList<AttributeArgumentSyntax>))
            .Select(a => a.Expression)
            .OfType<LiteralExpressionSyntax>()
            .FirstOrDefault(l => l.Token.ValueText == name)?
            .GetLocation();
}
