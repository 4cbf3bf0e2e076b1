using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedPolicy.Tests.Architecture;

/// <summary>A file of one folder that names a type of another folder.</summary>
/// <param name="From">The folder of the file: <c>Model/Checks</c>; <c>Model/.</c> for the project's own.</param>
/// <param name="To">The folder of the type.</param>
/// <param name="Type">The type.</param>
/// <param name="File">The name of the file.</param>
public readonly record struct FolderReference(string From, string To, string Type, string File);

/// <summary>
/// Which types the files of a folder take from other folders, as the compiler binds them. What no name stands for in the source (<c>var</c>, <c>new()</c>), and what a
/// comment or a using directive names, does not count.
/// </summary>
public static class FolderReferences
{
    /// <summary>The references between the folders of a project that is compiled already.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="files">The files that are the project's own; others are compiled in.</param>
    /// <param name="folderOf">The folder of a file.</param>
    public static IEnumerable<FolderReference> Of(CSharpCompilation compilation, IReadOnlyCollection<string> files, Func<string, string> folderOf)
    {
        var found = new ConcurrentBag<FolderReference>();
        Parallel.ForEach(compilation.SyntaxTrees.Where(t => files.Contains(t.FilePath)), tree =>
        {
            var model = compilation.GetSemanticModel(tree);
            var from = folderOf(tree.FilePath);
            foreach (var (type, declared) in tree.GetRoot().DescendantNodes(n => n is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>().Where(CanBeType).Select(n => Declared(model, n)).Distinct())
            {
                if (declared.Length > 0 && folderOf(declared) is var to && to != from)
                {
                    found.Add(new(from, to, type, Path.GetFileName(tree.FilePath)));
                }
            }
        });
        return found.Distinct().OrderBy(r => r.From, StringComparer.Ordinal).ThenBy(r => r.To, StringComparer.Ordinal).ThenBy(r => r.Type, StringComparer.Ordinal).ThenBy(r => r.File, StringComparer.Ordinal);
    }

    // Locals, parameters and fields are most of the names in a file, and none of them needs to be looked up.
    private static bool CanBeType(SimpleNameSyntax name) => char.IsUpper(name.Identifier.Text[0]);

    /// <summary>The outermost type that a name stands for or is a member of, and the file that declares it; empty where it is not of the source.</summary>
    private static (string Type, string File) Declared(SemanticModel model, SimpleNameSyntax name)
    {
        var info = model.GetSymbolInfo(name);
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        var type = symbol as INamedTypeSymbol ?? (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol)?.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return (type?.Name ?? "", type?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath ?? "");
    }
}
