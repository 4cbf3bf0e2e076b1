using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedPolicy.Generators;

namespace TypedPolicy.Tests.Support;

/// <summary>Compiles policy written as C# and shows what the assembly carries.</summary>
internal sealed class Policy
{
    // The same objects for all tests: what Roslyn has read of them is kept with them. Of a framework's assemblies those that policy needs, for each costs every compilation something.
    internal static readonly ImmutableArray<MetadataReference> References =
        [Net80.References.SystemRuntime, Net80.References.SystemCollections, Net80.References.SystemLinq, Net80.References.netstandard, MetadataReference.CreateFromFile(typeof(DomainAttribute).Assembly.Location)];

    private readonly ImmutableDictionary<(string Path, string Target), string> _artifacts;
    private readonly Lazy<PortableExecutableReference> _image;

    private Policy(CSharpCompilation compilation, ImmutableArray<string> problems, ImmutableDictionary<(string Path, string Target), string> artifacts, string manifest)
    {
        Compilation = compilation;
        Problems = problems;
        _artifacts = artifacts;
        _image = new Lazy<PortableExecutableReference>(Image);
        Manifest = manifest;
    }

    /// <summary>The compilation, with what the generator added.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The errors that block the policy: <c>TP1001 Policy.cs(3,5): message</c>.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>What the policy declares.</summary>
    public string Manifest { get; }

    /// <summary>The CIL for el9.</summary>
    public string Cil => CilFor("el9");

    /// <summary>The file contexts for el9.</summary>
    public string FileContexts => FileContextsFor("el9");

    /// <summary>The statements of the CIL for el9, each on one line.</summary>
    public ImmutableArray<string> Statements => [.. Sexp.Read(Cil).Select(s => s.ToString())];

    /// <summary>The paths and targets of what the assembly carries.</summary>
    public IEnumerable<(string Path, string Target)> Artifacts => _artifacts.Keys;

    public string CilFor(string target) => Artifact(Paths(".cil"), target);

    public string FileContextsFor(string target) => Artifact(Paths(".fc"), target);

    public string Artifact(string path, string target) => _artifacts.GetValueOrDefault((path, target), "");

    private string Paths(string extension) => _artifacts.Keys.Select(k => k.Path).Distinct().SingleOrDefault(p => p.EndsWith(extension, StringComparison.Ordinal), "");

    /// <summary>Compiles one file. The module is named test where the source does not say otherwise.</summary>
    public static Policy Of(string source, string? lineMarks = "false", params Policy[] references) =>
        Of([("Policy.cs", source)], new() { ["TypedPolicyLineMarks"] = lineMarks ?? "true" }, references);

    /// <summary>A policy in a few lines: <c>using TypedPolicy</c> is understood, line marks are off.</summary>
    public static Policy Brief(string source, params Policy[] references) =>
        Of([("Policy.cs", source), Usings], new() { ["TypedPolicyLineMarks"] = "false" }, references);

    /// <summary>A policy of that name, to be referenced by others.</summary>
    public static Policy Package(string name, string source, params Policy[] references) =>
        Of(Compile([("Policy.cs", source), Usings], references).WithAssemblyName(name), new() { ["TypedPolicyLineMarks"] = "false" });

    /// <summary>Compiles some files with settings of the project.</summary>
    public static Policy Of((string Path, string Source)[] files, Dictionary<string, string> properties, params Policy[] references) =>
        Of(Compile(files, references), properties);

    /// <summary>Runs the generator on a compilation.</summary>
    public static Policy Of(CSharpCompilation compilation, Dictionary<string, string> properties)
    {
        var driver = Driver(properties).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        var thrown = driver.GetRunResult().Results.Select(r => r.Exception).FirstOrDefault(e => e is not null);
        if (thrown is not null)
        {
            throw new InvalidOperationException("The generator threw.", thrown);
        }

        var errors = updated.GetDiagnostics().Concat(diagnostics).Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        return errors.Length > 0
            ? throw new InvalidOperationException("The source does not compile:\n" + string.Join("\n", errors.Select(e => e.ToString())))
            : Read((CSharpCompilation)updated);
    }

    /// <summary>A driver with the artifact generator alone, steps tracked.</summary>
    public static GeneratorDriver Driver(Dictionary<string, string> properties) => CSharpGeneratorDriver.Create(
        [new PolicyGenerator().AsSourceGenerator()],
        parseOptions: Parse,
        optionsProvider: new ProjectOptions(properties.Append(new("ProjectDir", "/project/")).ToDictionary(p => "build_property." + p.Key, p => p.Value)),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The compilation of some files, before any generator.</summary>
    public static CSharpCompilation Compile((string Path, string Source)[] files, params Policy[] references) =>
        (references.Length == 0 ? Empty : Empty.AddReferences(references.Select(r => r._image.Value)))
        .AddSyntaxTrees(files.Select(f => Tree(f.Path, f.Source)));

    /// <summary>A file of the project.</summary>
    public static SyntaxTree Tree(string path, string source) => CSharpSyntaxTree.ParseText(source, Parse, "/project/" + path);

    /// <summary>The file that makes <c>using TypedPolicy</c> understood.</summary>
    public static (string Path, string Source) Usings => ("Usings.cs", "global using System; global using TypedPolicy;");

    // One for all tests: what Roslyn reads of the references is kept with it.
    private static CSharpCompilation Empty { get; } = CSharpCompilation.Create(
        "test",
        references: References,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static CSharpParseOptions Parse { get; } = new(LanguageVersion.Latest, DocumentationMode.None);

    /// <summary>The compiled assembly, as another compilation references it.</summary>
    public MetadataReference Reference => Image();

    private PortableExecutableReference Image()
    {
        var stream = new MemoryStream();
        var emitted = Compilation.Emit(stream);
        Xunit.Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        return MetadataReference.CreateFromImage([.. stream.ToArray()]);
    }

    private static Policy Read(CSharpCompilation compilation)
    {
        var parts = new Dictionary<string, string>();
        var artifacts = ImmutableDictionary.CreateBuilder<(string, string), string>();
        var problems = ImmutableArray.CreateBuilder<string>();
        var manifest = "";
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            var values = attribute.ConstructorArguments.Select(a => a.Kind == TypedConstantKind.Array ? "" : a.Value?.ToString() ?? "").ToArray();
            switch (attribute.AttributeClass!.Name)
            {
                case "PolicyPartAttribute":
                    parts.Add(values[0], values[1]);
                    break;
                case "PolicyArtifactAttribute":
                    foreach (var target in values[1].Split(' '))
                    {
                        artifacts.Add((values[0], target), string.Concat(values[2].Split(' ').Select(id => parts[id])));
                    }

                    break;
                case "PolicyProblemAttribute":
                    problems.Add($"{values[0]} {values[1]}({values[2]},{values[3]}): {values[6]}");
                    break;
                case "PolicyManifestAttribute":
                    manifest = values[2];
                    break;
            }
        }

        return new Policy(compilation, problems.ToImmutable(), artifacts.ToImmutable(), manifest);
    }
}
