using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.CodeFixes.Editing;

/// <summary>
/// A fix within one file. What a rule has to say stays in the <see cref="EditsFor"/> of its fix; here is what all of them share: an edit is
/// tried before it is offered, and one that would leave errors behind is not; the key of a rule's edit never changes; FixAll makes all edits
/// of a file in one go.
/// </summary>
public abstract class SyntaxFix : CodeFixProvider
{
    private readonly FixAllProvider _fixAll;

    /// <summary>Remembers which rules it is for.</summary>
    protected SyntaxFix(params DiagnosticId[] rules)
    {
        FixableDiagnosticIds = [.. rules.Select(rule => rule.Code())];
        _fixAll = FixAllProvider.Create(
            async (context, document, diagnostics) => await FixDocument(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var cancellation = context.CancellationToken;
        if (await FileToFix.Of(context.Document, cancellation).ConfigureAwait(false) is not { } file)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var edit in EditsFor(diagnostic, file.Root, file.Model))
            {
                if (await file.Try([edit], cancellation).ConfigureAwait(false) is { } changed)
                {
                    context.RegisterCodeFix(CodeAction.Create(edit.Title, _ => Task.FromResult(changed), KeyOf(diagnostic, edit)), diagnostic);
                }
            }
        }
    }

    /// <summary>What can be done about a finding; none where its author has to decide.</summary>
    protected abstract IEnumerable<Edit> EditsFor(Diagnostic diagnostic, SyntaxNode root, SemanticModel model);

    private static string KeyOf(Diagnostic diagnostic, Edit edit) => $"{diagnostic.Id}{(edit.Choice.Length > 0 ? "." : "")}{edit.Choice}";

    private async Task<Document> FixDocument(Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        if (await FileToFix.Of(document, cancellation).ConfigureAwait(false) is not { } file)
        {
            return document;
        }

        var edits = new List<Edit>();
        foreach (var diagnostic in diagnostics.OrderBy(d => d.Location.SourceSpan.Start))
        {
            edits.AddRange(EditsFor(diagnostic, file.Root, file.Model)
                .Where(e => KeyOf(diagnostic, e) == key && !edits.Any(other => other.Node == e.Node))
                .Take(1));
        }

        if (await file.Try(edits, cancellation).ConfigureAwait(false) is { } changed)
        {
            return changed;
        }

        // One of them does not go with the others: those that do are made.
        var made = new List<Edit>();
        foreach (var edit in edits)
        {
            made.Add(edit);
            if (await file.Try(made, cancellation).ConfigureAwait(false) is null)
            {
                made.RemoveAt(made.Count - 1);
            }
        }

        return await file.Try(made, cancellation).ConfigureAwait(false) ?? document;
    }
}
