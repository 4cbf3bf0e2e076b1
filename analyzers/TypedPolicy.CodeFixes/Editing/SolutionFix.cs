using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes.Editing;

/// <summary>
/// A fix that changes other files than that of the finding. It is tried before it is offered, and one that would leave errors behind is not; FixAll makes all
/// changes in one pass, since several findings may change one class.
/// </summary>
public abstract class SolutionFix : CodeFixProvider
{
    private readonly string _key;

    /// <summary>Remembers which rules it is for.</summary>
    /// <param name="key">The key of what it does, which never changes.</param>
    /// <param name="rules">The rules.</param>
    protected SolutionFix(string key, params DiagnosticId[] rules)
    {
        _key = key;
        FixableDiagnosticIds = [.. rules.Select(rule => rule.Code())];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => new AllAtOnce(this);

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var before = context.Document.Project.Solution;
            if (await Plan(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } change
                && await Make(before, [(context.Document.Id, diagnostic)], context.CancellationToken).ConfigureAwait(false) is var changed
                && await IsRight(before, changed, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(CodeAction.Create(change.Title, _ => Task.FromResult(changed), _key), diagnostic);
            }
        }
    }

    /// <summary>What can be done about a finding; null if its author has to decide.</summary>
    protected abstract Task<SolutionChange?> Plan(Document document, Diagnostic diagnostic, CancellationToken cancellation);

    private async Task<Solution> Make(Solution solution, ImmutableArray<(DocumentId Document, Diagnostic Diagnostic)> diagnostics, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(solution);
        var made = new HashSet<SyntaxNode>();
        foreach (var (id, diagnostic) in diagnostics)
        {
            if (solution.GetDocument(id) is { } document
                && await Plan(document, diagnostic, cancellation).ConfigureAwait(false) is { } change
                && made.Add(change.Node))
            {
                await change.Make(editor, cancellation).ConfigureAwait(false);
            }
        }

        return editor.GetChangedSolution();
    }

    /// <summary>Whether no changed file has errors that were not there before.</summary>
    private static async Task<bool> IsRight(Solution before, Solution after, CancellationToken cancellation)
    {
        foreach (var id in after.GetChanges(before).GetProjectChanges().SelectMany(p => p.GetChangedDocuments()))
        {
            if (await Errors(after, id, cancellation).ConfigureAwait(false) > await Errors(before, id, cancellation).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<int> Errors(Solution solution, DocumentId id, CancellationToken cancellation) =>
        await FileToFix.Of(solution.GetDocument(id)!, cancellation).ConfigureAwait(false) is { } file ? FileToFix.Errors(file.Model, cancellation) : 0;

    private sealed class AllAtOnce(SolutionFix fix) : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
        {
            var diagnostics = ImmutableArray.CreateBuilder<(DocumentId, Diagnostic)>();
            foreach (var document in FixAllScopes.DocumentsOf(fixAllContext))
            {
                foreach (var diagnostic in await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
                {
                    diagnostics.Add((document.Id, diagnostic));
                }
            }

            var all = diagnostics.ToImmutable();
            return CodeAction.Create("Fix all of them", cancellation => fix.Make(fixAllContext.Solution, all, cancellation), fix._key);
        }
    }
}

/// <summary>What a fix does to a solution.</summary>
/// <param name="Title">What the lightbulb shows.</param>
/// <param name="Node">What it changes: of several changes of one node, the first is made.</param>
/// <param name="Make">Makes it.</param>
public sealed record SolutionChange(string Title, SyntaxNode Node, Func<SolutionEditor, CancellationToken, Task> Make);
