using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace TypedPolicy.CodeFixes.Editing;

/// <summary>A file, and what the compiler reports of it before and after an edit.</summary>
internal sealed class FileToFix
{
    private readonly Document _document;
    private int? _errors;

    private FileToFix(Document document, SyntaxNode root, SemanticModel model) => (_document, Root, Model) = (document, root, model);

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public static async Task<FileToFix?> Of(Document document, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return root is null || model is null ? null : new FileToFix(document, root, model);
    }

    /// <summary>The file with some edits made; <see langword="null"/> if they would add errors, or if an edited attribute has syntax errors.</summary>
    public async Task<Document?> Try(IReadOnlyCollection<Edit> edits, CancellationToken cancellation)
    {
        if (edits.Any(e => IsHalfTyped(e.Node)))
        {
            return null;
        }

        var editor = new SyntaxEditor(Root, _document.Project.Solution.Services);
        foreach (var edit in edits)
        {
            edit.Make(editor);
        }

        var changed = _document.WithSyntaxRoot(editor.GetChangedRoot());
        _errors ??= Errors(Model, cancellation);
        return await changed.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } model && Errors(model, cancellation) <= _errors
            ? changed
            : null;
    }

    // Roslyn's own formatting throws at an attribute with tokens that it had to skip.
    private static bool IsHalfTyped(SyntaxNode node) => (node.FirstAncestorOrSelf<AttributeListSyntax>() ?? node).ContainsDiagnostics;

    /// <summary>How many errors the compiler finds in a file.</summary>
    public static int Errors(SemanticModel model, CancellationToken cancellation) =>
        model.GetDiagnostics(cancellationToken: cancellation).Count(d => d.Severity == DiagnosticSeverity.Error);
}
