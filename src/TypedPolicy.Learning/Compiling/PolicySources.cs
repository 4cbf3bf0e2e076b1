using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Learning.Compiling;

/// <summary>What a project is compiled from.</summary>
/// <param name="Name">The name of its assembly.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Own">The files that its author wrote, by their full paths.</param>
/// <param name="Generated">Files that the build made.</param>
/// <param name="References">The assemblies that it is compiled with.</param>
/// <param name="Symbols">The symbols that <c>#if</c> knows.</param>
/// <param name="Spelling">The target whose paths the author writes.</param>
/// <param name="Target">The target that the policy is for.</param>
internal sealed record PolicySources(
    string Name,
    string Folder,
    ImmutableSortedDictionary<string, SourceText> Own,
    ImmutableArray<SourceText> Generated,
    ImmutableArray<MetadataReference> References,
    ImmutableArray<string> Symbols,
    Target Spelling,
    Target Target)
{
    /// <summary>Compiles them.</summary>
    public CSharpCompilation Compile()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse, preprocessorSymbols: Symbols);
        return CSharpCompilation.Create(
            Name,
            Own.Select(f => CSharpSyntaxTree.ParseText(f.Value, options, f.Key)).Concat(Generated.Select(g => CSharpSyntaxTree.ParseText(g, options))),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The same with other texts of some files.</summary>
    public PolicySources With(IEnumerable<KeyValuePair<string, SourceText>> changed) => this with { Own = Own.SetItems(changed) };
}
