using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.MSBuild;
using Microsoft.CodeAnalysis.Text;

namespace TypedPolicy.Bench.Live;

/// <summary>
/// A project as an editor has it open: loaded by MSBuild, with the analyzers and generators that the package brings, and a document in which
/// someone types. What is timed begins with the changed text and ends with the document's diagnostics.
/// </summary>
internal sealed class LiveProject : IDisposable
{
    /// <summary>Analyzers that look at more than the symbol or text at hand.</summary>
    private static readonly string[] WholePolicy = ["BasePolicyAnalyzer", "BlockingAnalyzer", "ReviewAnalyzer"];

    private readonly MSBuildWorkspace _workspace;
    private readonly ImmutableArray<DiagnosticAnalyzer> _all;
    private readonly ImmutableArray<DiagnosticAnalyzer> _symbolOnly;
    private Project _project;

    private LiveProject(MSBuildWorkspace workspace, Project project)
    {
        _workspace = workspace;
        _project = project;
        _all = [.. project.AnalyzerReferences.SelectMany(r => r.GetAnalyzers(LanguageNames.CSharp)).Where(a => a.GetType().Namespace!.StartsWith("TypedPolicy", StringComparison.Ordinal))];
        _symbolOnly = _all.RemoveAll(a => WholePolicy.Contains(a.GetType().Name));
        if (project.AnalyzerReferences.Count > 0 && (_all.Length - _symbolOnly.Length != WholePolicy.Length || _symbolOnly.IsEmpty))
        {
            throw new InvalidOperationException($"The project's analyzers are not those of the package: {string.Join(", ", _all.Select(a => a.GetType().Name))}.");
        }
    }

    /// <summary>Whether it references the bindings of a base policy and has their index.</summary>
    public bool HasBindings =>
        _project.MetadataReferences.Any(r => Path.GetFileName(r.Display)?.StartsWith("TypedPolicy.Base.", StringComparison.Ordinal) == true)
        && _project.AdditionalDocuments.Any(d => d.FilePath?.EndsWith(".sepolidx", StringComparison.Ordinal) == true);

    /// <summary>Opens a restored project.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="isBare">Whether it is opened without the generators and analyzers of its packages.</param>
    public static async Task<LiveProject> Open(string folder, bool isBare = false)
    {
        var workspace = MSBuildWorkspace.Create();
        var project = await workspace.OpenProjectAsync(Directory.EnumerateFiles(folder, "*.csproj").Single());
        return new LiveProject(workspace, isBare ? project.WithAnalyzerReferences([]) : project);
    }

    /// <summary>Replaces text in a file; the text that was there must be in it once.</summary>
    /// <returns>The changed file, in which diagnostics can be asked for.</returns>
    public async Task<DocumentId> Type(string file, string from, string to)
    {
        var document = _project.Documents.Single(d => d.Name == file);
        var text = await document.GetTextAsync();
        var at = text.ToString().IndexOf(from, StringComparison.Ordinal);
        if (at < 0 || text.ToString().IndexOf(from, at + 1, StringComparison.Ordinal) >= 0)
        {
            throw new InvalidOperationException($"{file} has '{from}' not exactly once.");
        }

        _project = document.WithText(text.WithChanges(new TextChange(new TextSpan(at, from.Length), to))).Project;
        return document.Id;
    }

    /// <summary>What an editor shows in a file; how long the compilation took, generators included, and all of it.</summary>
    public async Task<(TimeSpan Compilation, TimeSpan All, ImmutableArray<Diagnostic> Found)> Squiggles(DocumentId file, bool symbolOnly)
    {
        var clock = Stopwatch.StartNew();
        var document = _project.GetDocument(file)!;
        var compilation = (await _project.GetCompilationAsync())!;
        var compiled = clock.Elapsed;
        if (_all.IsEmpty)
        {
            var said = compilation.GetSemanticModel((await document.GetSyntaxTreeAsync())!).GetDiagnostics();
            return (compiled, clock.Elapsed, said);
        }

        var options = new CompilationWithAnalyzersOptions(_project.AnalyzerOptions, onAnalyzerException: Rethrow, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var analysis = compilation.WithAnalyzers(symbolOnly ? _symbolOnly : _all, options);
        var model = compilation.GetSemanticModel((await document.GetSyntaxTreeAsync())!);
        var found = (await analysis.GetAnalyzerSyntaxDiagnosticsAsync(model.SyntaxTree, CancellationToken.None))
            .AddRange(await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None));
        return (compiled, clock.Elapsed, found);
    }

    /// <summary>The project as it is now.</summary>
    public async Task<Compilation> Compilation() => (await _project.GetCompilationAsync())!;

    /// <summary>What Roslyn alone takes to bind every attribute of the changed project, for anyone who asks for all of them.</summary>
    public async Task<TimeSpan> BindAttributes()
    {
        var compilation = (await _project.GetCompilationAsync())!;
        var clock = Stopwatch.StartNew();
        Visit(compilation.Assembly.GlobalNamespace);
        compilation.Assembly.GetAttributes();
        return clock.Elapsed;

        static void Visit(INamespaceOrTypeSymbol symbol)
        {
            if (symbol is INamedTypeSymbol)
            {
                symbol.GetAttributes();
            }

            foreach (var member in symbol.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                Visit(member);
            }
        }
    }

    public void Dispose() => _workspace.Dispose();

    private static void Rethrow(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) =>
        throw new InvalidOperationException($"{analyzer.GetType().Name} failed: {diagnostic}", exception);
}
