using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>
/// Reports what a look at the whole policy found, file by file. A semantic model action reports in the file that is open, at once, and
/// has the lightbulb; a compilation action has neither.
/// </summary>
/// <param name="find">Finds it.</param>
/// <param name="blocks">Whether what it finds of a blocking rule keeps the policy from being written, so that no reason silences it.</param>
internal sealed class ReviewPerFile(Func<CancellationToken, IEnumerable<Diagnostic>> find, bool blocks = true)
{
    private readonly object _gate = new();
    private ImmutableDictionary<SyntaxTree, ImmutableArray<Diagnostic>>? _found;

    public void Register(CompilationStartAnalysisContext context) => context.RegisterSemanticModelAction(Report);

    private void Report(SemanticModelAnalysisContext context)
    {
        if (Found(context.CancellationToken).TryGetValue(context.SemanticModel.SyntaxTree, out var diagnostics))
        {
            foreach (var diagnostic in diagnostics)
            {
                if ((blocks && IsBlocking(diagnostic)) || !Justifications.Cover(SubjectOf(diagnostic, context), diagnostic.Id))
                {
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    private static bool IsBlocking(Diagnostic diagnostic) => RuleCatalogue.Get(DiagnosticIds.Parse(diagnostic.Id)).IsBlocking;

    private static ISymbol? SubjectOf(Diagnostic diagnostic, SemanticModelAnalysisContext context) =>
        context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<BaseTypeDeclarationSyntax>() is { } declaration
            ? context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken)
            : context.SemanticModel.Compilation.Assembly;

    private ImmutableDictionary<SyntaxTree, ImmutableArray<Diagnostic>> Found(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_found is { } known)
        {
            return known;
        }

        lock (_gate)
        {
            // What a template declares is found once for each class that derives from it.
            return _found ??= find(cancellation)
                .GroupBy(d => (d.Id, d.Location.SourceTree, d.Location.SourceSpan, d.GetMessage()))
                .Select(same => same.First())
                .GroupBy(d => d.Location.SourceTree!)
                .ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray());
        }
    }
}
