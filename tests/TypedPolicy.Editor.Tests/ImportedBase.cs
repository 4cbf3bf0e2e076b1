using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Toolchain.Tests.Refpolicy;
using Xunit;

namespace TypedPolicy.Editor.Tests;

/// <summary>Debian's headers as an assembly with its documentation, which an editor sees as it sees that of a package. Compiled once for all tests.</summary>
public sealed class ImportedBase
{
    public ImportedBase()
    {
        string[] files = [.. DebianHeaders.Support, .. DebianHeaders.Interfaces, Path.Combine(DebianHeaders.Folder, "build.conf")];
        var names = BindingNames.Of(HeaderTree.Read(files.Select(f => new HeaderFile(Path.GetRelativePath(DebianHeaders.Folder, f), File.ReadAllText(f)))));
        var sources = BindingWriter.Write(names, LibraryClasses()).Select(s => CSharpSyntaxTree.ParseText(s.Text, new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose), s.Name));
        Compilation = CSharpCompilation.Create("TypedPolicy.Base.debian12", sources, References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        using var documentation = new MemoryStream();
        var emitted = Compilation.Emit(image, xmlDocumentationStream: documentation);
        Diagnostics = [.. emitted.Diagnostics.Where(d => d.Severity != DiagnosticSeverity.Hidden)];
        Bindings = emitted.Success
            ? MetadataReference.CreateFromImage(image.ToArray(), documentation: XmlDocumentationProvider.CreateFromBytes(documentation.ToArray()))
            : throw new InvalidOperationException(string.Join('\n', Diagnostics.Take(20)));
    }

    /// <summary>What policy refers to in any case.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
        [.. Net80.References.All, MetadataReference.CreateFromFile(typeof(PolicyInterfaceAttribute).Assembly.Location)];

    /// <summary>The bindings.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>What the compiler says about them.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The compiled bindings.</summary>
    public MetadataReference Bindings { get; }

    private static HashSet<string> LibraryClasses() =>
        [.. typeof(PolicyInterfaceAttribute).Assembly.GetExportedTypes().Where(t => t.IsEnum).SelectMany(t => t.GetCustomAttributes(typeof(ObjectClassAttribute), false)).Cast<ObjectClassAttribute>().Select(c => c.Name).OfType<string>()];
}

/// <summary>The tests that share the bindings.</summary>
[CollectionDefinition(nameof(ImportedBase))]
public sealed class ImportedBaseCollection : ICollectionFixture<ImportedBase>;
