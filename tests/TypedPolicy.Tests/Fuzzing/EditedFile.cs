using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.CodeFixes;
using TypedPolicy.Tests.Analyzers;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Fuzzing;

/// <summary>One file of a project that somebody edits. What it names beside itself is in packages, so that each edit is cheap to look at.</summary>
internal sealed class EditedFile
{
    private static readonly ImmutableArray<CodeFixProvider> Fixes =
        [.. typeof(TextFix).Assembly.GetTypes()
            .Where(t => typeof(CodeFixProvider).IsAssignableFrom(t) && !t.IsAbstract)
            .Select(t => (CodeFixProvider)Activator.CreateInstance(t)!)];

    /// <summary>An index of a base, and one that nobody can read.</summary>
    private static readonly ImmutableArray<AdditionalText> Indexes =
        [new AdditionalFile("/project/base.sepolidx", JudgementCases.Debian), new AdditionalFile("/project/damaged.sepolidx", "sepolidx\t1\ntype")];

    private readonly CSharpCompilation _around;
    private readonly Project _project;
    private readonly DocumentId _document;

    public EditedFile(params Policy[] packages)
    {
        _around = Policy.Compile([Policy.Usings], packages);
        var project = new AdhocWorkspace().AddProject("test", LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None))
            .WithCompilationOptions(_around.Options)
            .AddMetadataReferences(_around.References)
            .AddDocument("Usings.cs", SourceText.From(Policy.Usings.Source)).Project;
        var document = project.AddDocument("Policy.cs", SourceText.From(""));
        (_project, _document) = (document.Project, document.Id);
    }

    /// <summary>Looks at some text as an editor would, and at what the lightbulb offers. What goes wrong is an exception.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="takesFixes">Whether the fixes are taken as well, which costs more than all the rest.</param>
    /// <param name="knowsBase">Whether there is an index of a whole base; else the small one judges.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The ids of what is underlined, and how many fixes were offered.</returns>
    public async Task<(ImmutableArray<string> Ids, int Fixes)> Look(string text, bool takesFixes, bool knowsBase, CancellationToken cancellation)
    {
        var tree = Policy.Tree("Policy.cs", text);
        var found = await Analysis.Of(_around.AddSyntaxTrees(tree), additional: knowsBase ? Indexes : Indexes.RemoveAt(0), cancellation: cancellation);
        if (found.FirstOrDefault(d => d.Id == "AD0001") is { } thrown)
        {
            Assert.Fail(thrown.GetMessage());
        }

        Assert.All(found, d => Assert.True(d.Location.SourceTree != tree || d.Location.SourceSpan.End <= text.Length, $"{d.Id} is outside the file."));
        var offered = 0;
        foreach (var diagnostic in found.DistinctBy(d => d.Id))
        {
            foreach (var provider in Fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var actions = await Offered(provider, diagnostic, text, cancellation);
                offered += actions.Count;
                foreach (var action in takesFixes ? actions : [])
                {
                    try
                    {
                        await action.GetOperationsAsync(cancellation);
                    }
                    catch (Exception e) when (e is not OperationCanceledException)
                    {
                        throw new InvalidOperationException($"{diagnostic.Id}, \"{action.Title}\": {e.Message}", e);
                    }
                }
            }
        }

        return ([.. found.Select(d => d.Id)], offered);
    }

    private async Task<List<CodeAction>> Offered(CodeFixProvider provider, Diagnostic diagnostic, string text, CancellationToken cancellation)
    {
        var document = _project.GetDocument(_document)!.WithText(SourceText.From(text));
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), cancellation));
        return actions;
    }
}
