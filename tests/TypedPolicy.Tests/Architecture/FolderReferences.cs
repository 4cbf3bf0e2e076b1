using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
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
    // A file is in the compilation of its project, and in that of each project that uses it.
    private static readonly ConditionalWeakTable<SyntaxTree, Tuple<List<string>, List<string>>> Names = [];

    /// <summary>The references between the folders of a project that is compiled already.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="files">The files that are the project's own; others are compiled in.</param>
    /// <param name="folderOf">The folder of a file.</param>
    public static IEnumerable<FolderReference> Of(CSharpCompilation compilation, IReadOnlyCollection<string> files, Func<string, string> folderOf)
    {
        var found = new ConcurrentBag<FolderReference>();
        var declared = DeclaredNames(compilation, folderOf);
        Parallel.ForEach(compilation.SyntaxTrees.Where(t => files.Contains(t.FilePath)), tree =>
        {
            var model = compilation.GetSemanticModel(tree);
            var from = folderOf(tree.FilePath);
            foreach (var (type, file) in tree.GetRoot().DescendantNodes(n => n is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>().Where(n => IsOfOther(n.Identifier.Text)).Select(n => Declared(model, n)).Distinct())
            {
                if (file.Length > 0 && folderOf(file) is var to && to != from)
                {
                    found.Add(new(from, to, type, Path.GetFileName(tree.FilePath)));
                }
            }

            // To bind a name takes long, and most are of the framework or of the same folder.
            bool IsOfOther(string name) => declared.TryGetValue(name, out var folders) && folders.Any(f => f != from);
        });
        return found.Distinct().OrderBy(r => r.From, StringComparer.Ordinal).ThenBy(r => r.To, StringComparer.Ordinal).ThenBy(r => r.Type, StringComparer.Ordinal).ThenBy(r => r.File, StringComparer.Ordinal);
    }

    /// <summary>By every name that stands for a type or a member of one, also by that of an alias and of an attribute in brackets, the folders that declare it.</summary>
    private static Dictionary<string, HashSet<string>> DeclaredNames(CSharpCompilation compilation, Func<string, string> folderOf)
    {
        var names = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var tree in compilation.References.OfType<CompilationReference>().SelectMany(r => r.Compilation.SyntaxTrees).Concat(compilation.SyntaxTrees).Where(t => t.FilePath.Length > 0))
        {
            var folder = folderOf(tree.FilePath);
            var (declared, aliases) = Names.GetValue(tree, NamesOf);
            declared.ForEach(name => Add(name, folder));
            aliases.ForEach(name => Add(name, "")); // a type of whatever folder
        }

        return names;

        void Add(string name, string folder)
        {
            if (!names.TryGetValue(name, out var folders))
            {
                names.Add(name, folders = new(StringComparer.Ordinal));
            }

            folders.Add(folder);
        }
    }

    private static Tuple<List<string>, List<string>> NamesOf(SyntaxTree tree)
    {
        var (declared, aliases) = (new List<string>(), new List<string>());
        foreach (var node in tree.GetRoot().DescendantNodes(n => n is not (BlockSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax)))
        {
            if (Declares(node) is { } name && char.IsUpper(name[0]))
            {
                declared.Add(name);
                declared.Add(name.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? name[..^nameof(Attribute).Length] : name);
            }
            else if (node is NameEqualsSyntax { Parent: UsingDirectiveSyntax } alias)
            {
                aliases.Add(alias.Name.Identifier.Text);
            }
        }

        return Tuple.Create(declared, aliases);
    }

    private static string? Declares(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        MethodDeclarationSyntax method => method.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        EventDeclarationSyntax @event => @event.Identifier.Text,
        EnumMemberDeclarationSyntax member => member.Identifier.Text,
        VariableDeclaratorSyntax field => field.Identifier.Text,
        ParameterSyntax parameter => parameter.Identifier.Text, // of a record: a property
        _ => null,
    };

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
