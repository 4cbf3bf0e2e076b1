using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedPolicy.Tests.Architecture;

/// <summary>The projects of the product, compiled from their sources in memory. Packages that the tests lack leave errors, and the rest is bound all the same.</summary>
internal sealed class ProductSources
{
    private const string Globals =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None);

    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", ".."));

    // What the tests run on, without the product's own assemblies.
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(f => !Path.GetFileName(f).StartsWith("TypedPolicy", StringComparison.Ordinal))
            .Select(f => MetadataReference.CreateFromFile(f))];

    private readonly Dictionary<string, CSharpCompilation> _compiled = new(StringComparer.Ordinal);

    /// <summary>The project files.</summary>
    public static ImmutableArray<string> Projects { get; } =
        [.. new[] { "src", "generators", "analyzers" }
            .SelectMany(d => Directory.EnumerateDirectories(Path.Combine(Root, d)))
            .SelectMany(d => Directory.EnumerateFiles(d, "*.csproj"))
            .Order(StringComparer.Ordinal)];

    /// <summary>The text of the page that shows the floors.</summary>
    public static string Architecture => File.ReadAllText(Path.Combine(Root, "ARCHITECTURE.md"));

    /// <summary>The folders of a project that have files of it.</summary>
    public static IEnumerable<string> Folders(string project) => Files(project).Select(FolderOf).Distinct();

    /// <summary>All references between folders.</summary>
    public static IEnumerable<FolderReference> AllReferences()
    {
        var sources = new ProductSources();
        return Projects.SelectMany(project => FolderReferences.Of(sources.Compile(project), [.. Files(project)], FolderOf));
    }

    /// <summary>The folder of a file, with the project's short name: <c>Model/Checks</c>.</summary>
    public static string FolderOf(string file)
    {
        var parts = Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar);
        var project = ShortName(parts[1]);
        return parts.Length == 3 ? $"{project}/." : $"{project}/{string.Join('/', parts[2..^1])}";
    }

    /// <summary>What a project is called here: <c>Model</c>; <c>Vocabulary</c> for the one without a name of its own.</summary>
    public static string ShortName(string project) => project == "TypedPolicy" ? "Vocabulary" : project["TypedPolicy.".Length..];

    private CSharpCompilation Compile(string project)
    {
        if (!_compiled.TryGetValue(project, out var compilation))
        {
            compilation = CSharpCompilation.Create(
                Path.GetFileNameWithoutExtension(project),
                Files(project).Concat(Linked(project)).Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), Options, f)).Append(CSharpSyntaxTree.ParseText(Globals, Options)),
                [.. References, .. Referenced(project).Select(p => Compile(p).ToMetadataReference())],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
            _compiled.Add(project, compilation);
        }

        return compilation;
    }

    private static IEnumerable<string> Files(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        return Directory.EnumerateDirectories(folder)
            .Where(d => Path.GetFileName(d) is not ("obj" or "bin"))
            .SelectMany(d => Directory.EnumerateFiles(d, "*.cs", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(folder, "*.cs"))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>Files of other projects that a project compiles in.</summary>
    private static IEnumerable<string> Linked(string project) =>
        Included(project, "Compile").SelectMany(f => Directory.EnumerateFiles(Path.GetDirectoryName(f)!, Path.GetFileName(f)));

    /// <summary>The projects that a project references, and those that they reference.</summary>
    private static IEnumerable<string> Referenced(string project) =>
        Included(project, "ProjectReference").Where(Projects.Contains).SelectMany(p => Referenced(p).Prepend(p)).Distinct();

    private static IEnumerable<string> Included(string project, string item) =>
        XDocument.Load(project).Descendants(item).Select(e => (string?)e.Attribute("Include")).OfType<string>()
            .SelectMany(paths => paths.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(path => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, path)));

    private static string Here([CallerFilePath] string source = "") => source;
}
