using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;
using TypedPolicy.Binding;
using TypedPolicy.CodeFixes.Editing;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.CodeFixes;

/// <summary>TP0003: gives a class another C# name in all of the solution. Its SELinux name stays.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameClassFix)), Shared]
public sealed class RenameClassFix : CodeFixProvider
{
    private const string Key = "TP0003";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticId.ClassNamedLikeNamespace.Code()];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new OneAfterAnother();

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await SymbolAt(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } symbol && NewName(symbol) is { } name)
            {
                var project = context.Document.Project.Id;
                context.RegisterCodeFix(
                    CodeAction.Create($"Rename it {name}", cancellation => Rename(context.Document.Project.Solution, [(project, MetadataName(symbol))], cancellation), Key),
                    diagnostic);
            }
        }
    }

    private static async Task<INamedTypeSymbol?> SymbolAt(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is not null && Syntax.DeclarationAt(root, diagnostic) is { } declaration ? model?.GetDeclaredSymbol(declaration, cancellation) as INamedTypeSymbol : null;
    }

    /// <summary>The name with a word for what the class is; null if that is taken, or where the SELinux name is not the class's own.</summary>
    private static string? NewName(INamedTypeSymbol symbol)
    {
        if (DeclaredNames.Of(symbol).FirstOrDefault() is not { } declared)
        {
            return null;
        }

        var name = symbol.Name + (declared.Entity.Kind switch
        {
            EntityKind.Type => declared.Role == "object_r" ? "Type" : "Domain",
            EntityKind.TypeAttribute => "Types",
            EntityKind.Role => "Role",
            EntityKind.User => "User",
            EntityKind.Boolean => "Boolean",
            EntityKind.Tunable => "Tunable",
            _ => "Policy",
        });
        return symbol.ContainingNamespace.GetTypeMembers(name).IsEmpty ? name : null;
    }

    private static string MetadataName(INamedTypeSymbol symbol) => $"{symbol.ContainingNamespace.ToDisplayString()}.{symbol.MetadataName}";

    private static async Task<Solution> Rename(Solution solution, IEnumerable<(ProjectId Project, string Type)> types, CancellationToken cancellation)
    {
        foreach (var (id, type) in types)
        {
            if (await Find(solution, id, type, cancellation).ConfigureAwait(false) is not { } symbol || NewName(symbol) is not { } name)
            {
                continue;
            }

            solution = await KeepName(solution, symbol, cancellation).ConfigureAwait(false);
            if (await Find(solution, id, type, cancellation).ConfigureAwait(false) is { } named)
            {
                solution = await Renamer.RenameSymbolAsync(solution, named, new SymbolRenameOptions(RenameFile: true), name, cancellation).ConfigureAwait(false);
            }
        }

        return solution;
    }

    private static async Task<INamedTypeSymbol?> Find(Solution solution, ProjectId project, string type, CancellationToken cancellation) =>
        (await solution.GetProject(project)!.GetCompilationAsync(cancellation).ConfigureAwait(false))?.Assembly.GetTypeByMetadataName(type);

    /// <summary>Writes the SELinux name into the attribute, where it came from the C# name.</summary>
    private static async Task<Solution> KeepName(Solution solution, INamedTypeSymbol symbol, CancellationToken cancellation)
    {
        var name = DeclaredNames.Of(symbol).First().Entity.Name;
        foreach (var data in symbol.GetAttributes())
        {
            if (data is { AttributeClass: { } type, ConstructorArguments.IsEmpty: true, ApplicationSyntaxReference: { } reference }
                && DeclaredNames.Kinds.Contains(type.ToDisplayString())
                && solution.GetDocument(reference.SyntaxTree) is { } document
                && await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is AttributeSyntax attribute)
            {
                var argument = SyntaxFactory.AttributeArgument(SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name)));
                var arguments = SyntaxFactory.AttributeArgumentList((attribute.ArgumentList?.Arguments ?? default).Insert(0, argument));
                var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
                return document.WithSyntaxRoot(root!.ReplaceNode(attribute, attribute.WithArgumentList(arguments))).Project.Solution;
            }
        }

        return solution;
    }

    /// <summary>Every rename changes what the next one looks at.</summary>
    private sealed class OneAfterAnother : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var types = new List<(ProjectId, string)>();
            foreach (var document in FixAllScopes.DocumentsOf(fixAllContext))
            {
                foreach (var diagnostic in await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
                {
                    if (await SymbolAt(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is { } symbol)
                    {
                        types.Add((document.Project.Id, MetadataName(symbol)));
                    }
                }
            }

            return CodeAction.Create("Rename them", cancellation => Rename(fixAllContext.Solution, types.Distinct(), cancellation), Key);
        }
    }
}
