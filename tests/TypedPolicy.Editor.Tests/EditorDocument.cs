using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.QuickInfo;
using Microsoft.CodeAnalysis.Text;

namespace TypedPolicy.Editor.Tests;

/// <summary>A policy source that is open in an editor, with the cursor where <c>$$</c> stands.</summary>
internal sealed class EditorDocument : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly Document _document;
    private readonly int _cursor;

    public EditorDocument(ImportedBase policy, string marked)
    {
        _cursor = marked.IndexOf("$$", StringComparison.Ordinal);
        var project = _workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "shop", "shop", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Parse),
            metadataReferences: [.. ImportedBase.References, policy.Bindings]));
        _document = _workspace.AddDocument(project.Id, "Shop.cs", SourceText.From(marked.Remove(_cursor, 2)));
    }

    /// <summary>What completion offers at the cursor.</summary>
    public async Task<ImmutableArray<CompletionItem>> CompletionsAsync() =>
        [.. (await CompletionService.GetService(_document)!.GetCompletionsAsync(_document, _cursor)).ItemsList];

    /// <summary>What the editor shows beside an offered item.</summary>
    public async Task<string> DescriptionAsync(CompletionItem item) =>
        (await CompletionService.GetService(_document)!.GetDescriptionAsync(_document, item))!.Text;

    /// <summary>What the editor shows when the pointer rests on the cursor's place.</summary>
    public async Task<string> QuickInfoAsync()
    {
        var info = await QuickInfoService.GetService(_document)!.GetQuickInfoAsync(_document, _cursor);
        return info is null ? "" : string.Join('\n', info.Sections.Select(s => s.Text));
    }

    /// <summary>The source once an item is chosen.</summary>
    public async Task<string> ChooseAsync(CompletionItem item)
    {
        var change = await CompletionService.GetService(_document)!.GetChangeAsync(_document, item);
        return (await _document.GetTextAsync()).WithChanges(change.TextChange).ToString();
    }

    public void Dispose() => _workspace.Dispose();
}
