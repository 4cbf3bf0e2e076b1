using System.Collections.Immutable;
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
        [.. Instances<CodeFixProvider>(typeof(TextFix))];

    private readonly string[] _ids;
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly Dictionary<string, string> _options;
    private readonly ImmutableArray<AdditionalText> _additional;
    private Solution _solution;

    private PolicyProject(Solution solution, string[] ids, Dictionary<string, string> options, ImmutableArray<AdditionalText> additional)
    {
        (_solution, _ids, _options, _additional) = (solution, ids, options, additional);
        _analyzers = [.. Analysis.Analyzers.Where(a => a.SupportedDiagnostics.Any(d => ids.Contains(d.Id)))];
    }

    /// <summary>All text of the project, file after file.</summary>
    public string Text => string.Join("\n----\n", Texts);

    private string[] Texts => [.. _solution.Projects.SelectMany(p => p.Documents).Select(d => d.GetTextAsync().Result.ToString())];

    /// <summary>A project with one file; only the given rules are looked at.</summary>
    public static PolicyProject Of(string source, params string[] ids) => Of([source], ids);

    /// <summary>A project with some files, and what it says.</summary>
    public static PolicyProject Of(
        string[] sources, string[] ids, string targets = "el9", Dictionary<string, string>? options = null, string? substitutions = null, OptimizationLevel optimization = OptimizationLevel.Debug, Policy? package = null, string index = "", string? editorConfig = null)
    {
        var project = AddProject(new AdhocWorkspace().CurrentSolution, "test", sources, optimization, package);
        if (editorConfig is not null)
        {
            project = project.AddAnalyzerConfigDocument(".editorconfig", SourceText.From(editorConfig), filePath: "/test/.editorconfig").Project;
        }

        var values = new Dictionary<string, string>(options ?? []) { ["build_property.TypedPolicyTargets"] = targets };
        return new PolicyProject(
            project.Solution, ids, values, [.. substitutions is null ? [] : new AdditionalText[] { new AdditionalFile("/project/file_contexts.subs_dist", substitutions) }, .. Index(index)]);
    }

    /// <summary>A solution with two projects, which have some files each.</summary>
    public static PolicyProject Of(string[] first, string[] second, string index, params string[] ids)
    {
        var both = AddProject(AddProject(new AdhocWorkspace().CurrentSolution, "test", first).Solution, "other", second);
        return new PolicyProject(both.Solution, ids, new() { ["build_property.TypedPolicyTargets"] = "el9" }, [.. Index(index)]);
    }

    private static IEnumerable<AdditionalText> Index(string index) => index.Length == 0 ? [] : [new AdditionalFile("/project/base.sepolidx", index)];

    private static Project AddProject(Solution solution, string name, string[] sources, OptimizationLevel optimization = OptimizationLevel.Debug, Policy? package = null)
    {
        var project = solution.AddProject(name, "test", LanguageNames.CSharp)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: optimization))
            .AddMetadataReferences(Policy.References);
        if (package is not null)
        {
            project = project.AddMetadataReference(package.Reference);
        }

        for (var i = 0; i < sources.Length; i++)
        {
            project = project.AddDocument($"Policy{i}.cs", SourceText.From("using TypedPolicy;\n" + sources[i]), filePath: $"/{name}/Policy{i}.cs").Project;
        }

        return project;
    }

    /// <summary>What is underlined: <c>TP4008 «/run» message</c>.</summary>
    public async Task<string[]> Squiggles() =>
        [.. (await Find()).Select(d => $"{d.Id} «{TextOf(d.Location)}» {d.GetMessage()}")];

    private string TextOf(Location location) =>
        (location.SourceTree?.GetText() ?? _additional.Single(a => a.Path == location.GetLineSpan().Path).GetText()!).ToString(location.SourceSpan);

    /// <summary>The diagnostics themselves.</summary>
    public async Task<ImmutableArray<Diagnostic>> Find()
    {
        var all = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in _solution.Projects)
        {
            var compilation = (await project.GetCompilationAsync())!;
            var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
            Assert.True(errors.Length == 0, string.Join("\n", errors.Select(e => e.ToString())) + "\n" + Text);
            var analyzed = Analysis.By(_analyzers, compilation, new AnalyzerOptions(_additional, new ProjectOptions(_options)));
            var found = await analyzed.GetAnalyzerDiagnosticsAsync();
            Assert.DoesNotContain(found, d => d.Id == "AD0001");
            all.AddRange(found.Where(d => _ids.Contains(d.Id)).OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start));
        }

        return all.ToImmutable();
    }

    /// <summary>Takes a fix of the first diagnostic that has it; nothing where none is offered.</summary>
    /// <param name="title">Which; the only one where there is no choice.</param>
    public async Task<string?> Fix(string? title = null)
    {
        foreach (var diagnostic in await Find())
        {
            if (await Offer(diagnostic) is { Count: > 0 } actions
                && (title is null ? Assert.Single(actions) : actions.SingleOrDefault(a => a.Title == title)) is { } action)
            {
                await Apply(action);
                return Text;
            }
        }

        return null;
    }

    /// <summary>What the lightbulb offers for the first diagnostic.</summary>
    public async Task<string[]> Offers() => [.. (await Offer((await Find())[0])).Select(a => a.Title)];

    /// <summary>Takes the fix for all of the solution.</summary>
    public async Task<string> FixAll() => string.Join("\n----\n", await FixAll(null, FixAllScope.Solution));

    /// <summary>Takes a fix for all of the file, the project or the solution.</summary>
    public async Task<string[]> FixAll(string? title, FixAllScope scope)
    {
        var diagnostics = await Find();
        foreach (var diagnostic in diagnostics)
        {
            if ((await Offer(diagnostic)).FirstOrDefault(a => title is null || a.Title == title) is not { EquivalenceKey: { } key })
            {
                continue;
            }

            var provider = ProviderOf(diagnostic)!;
            var document = _solution.GetDocument(diagnostic.Location.SourceTree)!;
            var context = new FixAllContext(document, provider, scope, key, [diagnostic.Id], new Found(diagnostics), CancellationToken.None);
            await Apply((await provider.GetFixAllProvider()!.GetFixAsync(context))!);
            return Texts;
        }

        throw new InvalidOperationException($"'{title}' is not offered, but {string.Join(", ", await Offers())}.");
    }

    private static CodeFixProvider? ProviderOf(Diagnostic diagnostic) => Fixes.SingleOrDefault(f => f.FixableDiagnosticIds.Contains(diagnostic.Id));

    private async Task<List<CodeAction>> Offer(Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        if (ProviderOf(diagnostic) is { } provider)
        {
            var document = _solution.GetDocument(diagnostic.Location.SourceTree)!;
            await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }

    private async Task Apply(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        _solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        await Find(); // it still compiles
    }

    private static IEnumerable<T> Instances<T>(Type beside) =>
        beside.Assembly.GetTypes().Where(t => typeof(T).IsAssignableFrom(t) && !t.IsAbstract).Select(t => (T)Activator.CreateInstance(t)!);

    private sealed class Found(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(d => project.GetDocument(d.Location.SourceTree) is not null));

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return diagnostics.Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
