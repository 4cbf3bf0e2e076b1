using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.CodeFixes;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>Policy as an editor has it open: what is underlined, and what the fixes make of it.</summary>
internal sealed class PolicyProject
{
    private static readonly ImmutableArray<CodeFixProvider> Fixes =
        [.. Instances<CodeFixProvider>(typeof(PathTextFix))];

    private readonly string[] _ids;
    private readonly Dictionary<string, string> _options;
    private readonly ImmutableArray<AdditionalText> _additional;
    private Project _project;

    private PolicyProject(Project project, string[] ids, Dictionary<string, string> options, ImmutableArray<AdditionalText> additional)
    {
        (_project, _ids, _options, _additional) = (project, ids, options, additional);
    }

    /// <summary>All text of the project, file after file.</summary>
    public string Text => string.Join("\n----\n", _project.Documents.Select(d => d.GetTextAsync().Result.ToString()));

    /// <summary>A project with one file; only the given rules are looked at.</summary>
    public static PolicyProject Of(string source, params string[] ids) => Of([source], ids);

    /// <summary>A project with some files, and what it says.</summary>
    public static PolicyProject Of(
        string[] sources, string[] ids, string targets = "el9", Dictionary<string, string>? options = null, string? substitutions = null, OptimizationLevel optimization = OptimizationLevel.Debug, Policy? package = null)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("test", LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: optimization))
            .AddMetadataReferences(Net80.References.All)
            .AddMetadataReference(MetadataReference.CreateFromFile(typeof(DomainAttribute).Assembly.Location));
        if (package is not null)
        {
            project = project.AddMetadataReference(package.Reference);
        }

        for (var i = 0; i < sources.Length; i++)
        {
            project = project.AddDocument($"Policy{i}.cs", SourceText.From("using TypedPolicy;\n" + sources[i]), filePath: $"/project/Policy{i}.cs").Project;
        }

        var values = new Dictionary<string, string>(options ?? []) { ["build_property.TypedPolicyTargets"] = targets };
        return new PolicyProject(project, ids, values, substitutions is null ? [] : [new File("/project/file_contexts.subs_dist", substitutions)]);
    }

    /// <summary>What is underlined: <c>TP4008 «/run» message</c>.</summary>
    public async Task<string[]> Squiggles() =>
        [.. (await Find()).Select(d => $"{d.Id} «{d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}» {d.GetMessage()}")];

    /// <summary>The diagnostics themselves.</summary>
    public async Task<ImmutableArray<Diagnostic>> Find()
    {
        var compilation = (await _project.GetCompilationAsync())!;
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, string.Join("\n", errors.Select(e => e.ToString())));
        var analyzed = compilation.WithAnalyzers(Analysis.Analyzers, new AnalyzerOptions(_additional, new ProjectOptions(_options)));
        var found = await analyzed.GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, d => d.Id == "AD0001");
        return [.. found.Where(d => _ids.Contains(d.Id)).OrderBy(d => d.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
    }

    /// <summary>Takes the only fix of the first diagnostic; nothing where none is offered.</summary>
    public async Task<string?> Fix()
    {
        var diagnostic = (await Find())[0];
        var document = _project.GetDocument(diagnostic.Location.SourceTree)!;
        var actions = new List<CodeAction>();
        if (Fixes.SingleOrDefault(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)) is not { } provider)
        {
            return null;
        }

        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        if (actions.Count == 0)
        {
            return null;
        }

        await Apply(Assert.Single(actions));
        return Text;
    }

    /// <summary>Takes the fix for all of the solution.</summary>
    public async Task<string> FixAll()
    {
        var diagnostics = await Find();
        var document = _project.GetDocument(diagnostics[0].Location.SourceTree)!;
        var provider = Fixes.Single(f => f.FixableDiagnosticIds.Contains(diagnostics[0].Id));
        CodeAction? first = null;
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostics[0], (action, _) => first = action, CancellationToken.None));
        var context = new FixAllContext(document, provider, FixAllScope.Solution, first!.EquivalenceKey!, [diagnostics[0].Id], new Found(diagnostics), CancellationToken.None);
        await Apply((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
        return Text;
    }

    private async Task Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        _project = solution.GetProject(_project.Id)!;
        await Find(); // it still compiles
    }

    private static IEnumerable<T> Instances<T>(Type beside) =>
        beside.Assembly.GetTypes().Where(t => typeof(T).IsAssignableFrom(t) && !t.IsAbstract).Select(t => (T)Activator.CreateInstance(t)!);

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
