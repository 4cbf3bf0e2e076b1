using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedPolicy.CodeFixes.Editing;

/// <summary>The files that a FixAll is for.</summary>
internal static class FixAllScopes
{
    public static IEnumerable<Document> DocumentsOf(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } one ? [one] : [],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.SelectMany(p => p.Documents),
    };
}
