using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Headers;
using TypedPolicy.Toolchain.Tests.Refpolicy;

namespace TypedPolicy.Toolchain.Tests.Indexing;

/// <summary>The interfaces of Debian's headers as a project references them. Compiled once in a run, without code: policy is never run.</summary>
internal static class DebianBindings
{
    private static readonly Lazy<MetadataReference> Made = new(Compile);

    /// <summary>The compiled bindings.</summary>
    public static MetadataReference Reference => Made.Value;

    private static MetadataReference Compile()
    {
        string[] files = [.. DebianHeaders.Support, .. DebianHeaders.Interfaces, Path.Combine(DebianHeaders.Folder, "build.conf")];
        var names = BindingNames.Of(HeaderTree.Read(files.Select(f => new HeaderFile(Path.GetRelativePath(DebianHeaders.Folder, f), File.ReadAllText(f)))));
        var classes = typeof(PolicyInterfaceAttribute).Assembly.GetExportedTypes().Where(t => t.IsEnum)
            .SelectMany(t => t.GetCustomAttributes(typeof(ObjectClassAttribute), false)).Cast<ObjectClassAttribute>().Select(c => c.Name).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var sources = BindingWriter.Write(names, classes).Select(s => CSharpSyntaxTree.ParseText(s.Text, new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.None), s.Name));
        var compilation = CSharpCompilation.Create(
            "TypedPolicy.Base.debian12",
            sources,
            [.. Net80.References.All, MetadataReference.CreateFromFile(typeof(PolicyInterfaceAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: new EmitOptions(metadataOnly: true));
        return emitted.Success ? MetadataReference.CreateFromImage(image.ToArray()) : throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics.Take(20)));
    }
}
