using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedPolicy.Build.Tests;

/// <summary>Writes the source that the generator would, with anything in it, and compiles it.</summary>
public sealed class Carrier(string name)
{
    private readonly StringBuilder _source = new($"// {name}\n");
    private MetadataReference _vocabulary = MetadataReference.CreateFromFile(typeof(PolicyPartAttribute).Assembly.Location);
    private readonly List<MetadataReference> _references = [];
    private int _parts;

    public string Source => _source.ToString();

    /// <summary>A policy module in the usual form: a .cil and a .fc for the given targets, and one declared type.</summary>
    public static Carrier Of(string module, string targets = "debian12 debian13 el8 el9 el10 fedora refpolicy") =>
        new Carrier(module)
            .Manifest($"type {module}_t")
            .Artifact($"{module}.cil", targets, $"(type {module}_t)\n")
            .Artifact($"{module}.fc", targets, $"/usr/bin/{module} -- system_u:object_r:{module}_t:s0\n");

    public Carrier Manifest(string declarations) => Line($"PolicyManifest({Quoted(name)}, \"1.0\", {Quoted(declarations)})");

    public Carrier Artifact(string path, string targets, params string[] texts)
    {
        var first = _parts;
        foreach (var text in texts)
        {
            Line($"PolicyPart({_parts++}, {Quoted(text)})");
        }

        return Line($"PolicyArtifact({Quoted(path)}, {Quoted(targets)}, \"{string.Join(' ', Enumerable.Range(first, texts.Length))}\")");
    }

    public Carrier Problem(string id, string file, int line, int column, string message) =>
        Line($"PolicyProblem({Quoted(id)}, {Quoted(file)}, {line}, {column}, {line}, {column + 3}, {Quoted(message)})");

    /// <summary>An assembly attribute, word for word.</summary>
    public Carrier Line(string attribute)
    {
        _source.Append($"[assembly: TypedPolicy.{attribute}]\n");
        return this;
    }

    public Carrier Code(string code)
    {
        _source.Append(code);
        return this;
    }

    /// <summary>Compiles against another assembly called TypedPolicy, whose attributes take what they like.</summary>
    public Carrier WithVocabulary(string source)
    {
        _vocabulary = Compile("TypedPolicy", source, []).ToMetadataReference();
        return this;
    }

    /// <summary>Compiles against more assemblies.</summary>
    public Carrier References(params string[] assemblies)
    {
        _references.AddRange(assemblies.Select(path => MetadataReference.CreateFromFile(path)));
        return this;
    }

    public byte[] Compile()
    {
        using var image = new MemoryStream();
        var result = Compile(name, Source, [_vocabulary, .. _references]).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    public string CompileTo(string folder)
    {
        var path = Path.Combine(folder, name + ".dll");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(path, Compile());
        return path;
    }

    private static CSharpCompilation Compile(string name, string source, IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [.. Basic.Reference.Assemblies.Net80.References.All, .. references],
            new(OutputKind.DynamicallyLinkedLibrary, deterministic: true));

    private static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
