using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Analyzers.Places;
using TypedPolicy.Analyzers.Shared;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Analyzers.Rules;

/// <summary>TP4001, TP4005 to TP4008, TP4012, TP4021: what the text of one path tells, at its characters.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PathAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        RuleDescriptors.Of(DiagnosticId.UnescapedMetacharacter, DiagnosticId.SuspiciousPattern, DiagnosticId.UserOrRoleInPath, DiagnosticId.HardCodedHome, DiagnosticId.PathUnderEquivalence, DiagnosticId.KindContradictsPattern, DiagnosticId.PathWrittenAsGlob);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SharedModel.HasPolicy(start.Compilation))
            {
                var settings = ProjectSettings.Of(start.Options, start.CancellationToken);
                start.RegisterSyntaxNodeAction(node => Analyze(node, settings), SyntaxKind.Attribute);
            }
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, ProjectSettings settings)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } arguments }
            || AttributeSubject.LibraryClassOf(attribute, context.SemanticModel, context.CancellationToken, "FileContext", "FileContextTree", "FileContextPattern", "FileContextNone") is not { } type
            || FormOf(type, arguments, context) is not { } form
            || Argument(arguments, 0, "path", "pattern") is not { } path
            || context.SemanticModel.GetConstantValue(path, context.CancellationToken).Value is not string text)
        {
            return;
        }

        var pattern = form switch { PathForm.Path => PathPattern.Literal(text), PathForm.Tree => PathPattern.Tree(text), _ => PathPattern.Parse(text) };
        var kind = Argument(arguments, 1, "kind") is { } given && context.SemanticModel.GetConstantValue(given, context.CancellationToken).Value is int number ? (FileKind)number : FileKind.Any;
        var subject = AttributeSubject.Of(attribute, context.SemanticModel, context.CancellationToken) ?? (ISymbol)context.Compilation.Assembly;
        foreach (var problem in pattern.Problems.Concat(pattern.IsValid ? pattern.CheckKind(kind) : []).Where(p => !p.IsError))
        {
            Report(context, subject, RuleCatalogue.OfPath(problem.Kind).WithSentence(problem.Message), path, problem.Start, problem.Length, Replace(text, problem, form));
        }

        if (pattern.IsValid)
        {
            FindEquivalence(context, subject, settings, pattern, form, path, text);
        }
    }

    private static void FindEquivalence(SyntaxNodeAnalysisContext context, ISymbol subject, ProjectSettings settings, PathPattern pattern, PathForm form, ExpressionSyntax path, string text)
    {
        var equivalences = settings.Equivalences;
        if (equivalences.FindAlias(pattern) is { } alias)
        {
            var real = form == PathForm.Pattern ? equivalences.Rewrite(pattern)?.Text : Follow(text, equivalences);
            var length = text.StartsWith(alias.Alias, StringComparison.Ordinal) ? alias.Alias.Length : text.Length;
            Report(
                context,
                subject,
                (real is null ? RuleCatalogue.PathUnderEquivalence.AliasWithoutText : RuleCatalogue.PathUnderEquivalence.Alias).With(text, alias.Alias, alias.Real, settings.EquivalencesOf, real),
                path,
                0,
                length,
                real);
        }
        else if (settings.Links.FindAlias(pattern) is { } link && pattern.Text != link.Alias)
        {
            FindLink(context, subject, settings, link, pattern, form, path, text);
        }
        else if (equivalences.FindAliasInExpansions(pattern) is { RealIsCovered: false } spelled)
        {
            var real = equivalences.Rewrite(spelled.Spelling)?.Text;
            Report(
                context,
                subject,
                (real is null ? RuleCatalogue.PathUnderEquivalence.AliasInExpansionWithoutText : RuleCatalogue.PathUnderEquivalence.AliasInExpansion).With(text, spelled.Spelling.Text, spelled.Equivalence.Alias, spelled.Equivalence.Real, settings.EquivalencesOf, real),
                path,
                0,
                text.Length,
                equivalences.Rewrite(pattern)?.Text);
        }
    }

    // Packages are labelled by the paths that they name, so a base has both spellings; one alone is a mistake.
    private static void FindLink(SyntaxNodeAnalysisContext context, ISymbol subject, ProjectSettings settings, Equivalence link, PathPattern pattern, PathForm form, ExpressionSyntax path, string text)
    {
        var real = form == PathForm.Pattern ? settings.Links.Rewrite(pattern)?.Text : settings.Links.Apply(text);
        if (!subject.GetAttributes().Any(a => a.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string other } && other == real))
        {
            Report(
                context,
                subject,
                (real is null ? RuleCatalogue.PathUnderEquivalence.SymbolicLinkWithoutText : RuleCatalogue.PathUnderEquivalence.SymbolicLink).With(text, link.Alias, link.Real, settings.Spelling.Title, real),
                path,
                0,
                text.StartsWith(link.Alias, StringComparison.Ordinal) ? link.Alias.Length : text.Length,
                real);
        }
    }

    /// <summary>The path through every equivalence that it lies under, one after another.</summary>
    private static string? Follow(string path, Equivalences equivalences)
    {
        for (var i = 0; i < 16; i++)
        {
            var next = equivalences.Apply(path);
            if (next == path)
            {
                return path;
            }

            path = next;
        }

        return null; // they go round in a circle
    }

    private static string? Replace(string text, PathProblem problem, PathForm form)
    {
        if (problem.Kind == PathProblemKind.PathWrittenAsGlob)
        {
            return problem.Replacement; // A pattern, for the whole of it.
        }

        if (problem.Replacement is not { } replacement || problem.Start + problem.Length > text.Length)
        {
            return null;
        }

        // A new text is offered only where it is a better one.
        var replaced = text.Remove(problem.Start, problem.Length).Insert(problem.Start, replacement);
        var pattern = form switch { PathForm.Path => PathPattern.Literal(replaced), PathForm.Tree => PathPattern.Tree(replaced), _ => PathPattern.Parse(replaced) };
        return pattern.IsValid ? replaced : null;
    }

    private static void Report(SyntaxNodeAnalysisContext context, ISymbol subject, RuleText message, ExpressionSyntax path, int start, int length, string? newText)
    {
        if (!Justifications.Cover(subject, message.Rule.Code()))
        {
            context.ReportDiagnostic(RuleDescriptors.Diagnose(message, TextPlaces.Of(path, start, length), newText is null ? null : new WriteText(newText)));
        }
    }

    private static PathForm? FormOf(INamedTypeSymbol type, SeparatedSyntaxList<AttributeArgumentSyntax> arguments, SyntaxNodeAnalysisContext context) => type.Name switch
    {
        "FileContextAttribute" => PathForm.Path,
        "FileContextTreeAttribute" => PathForm.Tree,
        "FileContextPatternAttribute" => PathForm.Pattern,
        "FileContextNoneAttribute" => arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "Form")?.Expression is { } form
            && context.SemanticModel.GetConstantValue(form, context.CancellationToken).Value is int value ? (PathForm)value : PathForm.Path,
        _ => null,
    };

    private static ExpressionSyntax? Argument(SeparatedSyntaxList<AttributeArgumentSyntax> arguments, int index, params string[] names) =>
        (arguments.FirstOrDefault(a => a.NameColon is { } colon && names.Contains(colon.Name.Identifier.ValueText))
            ?? (arguments.Count > index && arguments[index] is { NameColon: null, NameEquals: null } positional ? positional : null))?.Expression;

    /// <summary>How a text is meant; the numbers are those of the vocabulary's <c>PathForm</c>.</summary>
    private enum PathForm
    {
        Path = 0,
        Tree = 1,
        Pattern = 2,
    }
}
