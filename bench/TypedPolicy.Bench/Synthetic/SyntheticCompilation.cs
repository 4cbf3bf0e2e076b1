using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Generators;

namespace TypedPolicy.Bench.Synthetic;

/// <summary>A synthetic policy as the compiler has it when generators run: parsed, with symbols that nobody has looked at.</summary>
internal sealed class SyntheticCompilation
{
    public const string ProjectDirectory = "/synthetic/";

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest, DocumentationMode.None);
    private static readonly MetadataReference Vocabulary = MetadataReference.CreateFromFile(typeof(DomainAttribute).Assembly.Location);
    private readonly ImmutableArray<SyntaxTree> _trees;

    public SyntheticCompilation(int rules)
    {
        Policy = new SyntheticPolicy(rules);
        _trees = [.. Policy.Files().Select(f => Tree(f.Path, f.Text))];
        foreach (var tree in _trees)
        {
            _ = tree.GetRoot();
        }
    }

    public SyntheticPolicy Policy { get; }

    /// <summary>A compilation with fresh symbols; trees are parsed and shared.</summary>
    public CSharpCompilation Fresh() => CSharpCompilation.Create(
        "synthetic",
        _trees,
        [.. Net80.References.All, Vocabulary],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>The same after an edit in a file that has no policy.</summary>
    public static Compilation EditOrdinary(Compilation compilation)
    {
        var (path, text) = SyntheticPolicy.Ordinary(version: 1);
        return Replace(compilation, path, _ => text);
    }

    /// <summary>The same with a comment more at the top of a policy file: no rule changes, all its lines move.</summary>
    public static Compilation MoveLines(Compilation compilation) =>
        Replace(compilation, "Components/Component1.cs", text => "// moved\n" + text);

    /// <summary>The same with one permission more.</summary>
    public static Compilation EditRule(Compilation compilation) =>
        Replace(compilation, "Components/Component1.cs", text => text.Replace("ProcessPerms.Fork", "ProcessPerms.Fork | ProcessPerms.Setexec", StringComparison.Ordinal));

    /// <summary>A driver with the artifact generator alone, as the compiler makes one.</summary>
    public static GeneratorDriver Driver(bool track = false) => CSharpGeneratorDriver.Create(
        [new PolicyGenerator().AsSourceGenerator()],
        parseOptions: Parse,
        optionsProvider: new Options(),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, track));

    private static SyntaxTree Tree(string path, string text) => CSharpSyntaxTree.ParseText(text, Parse, ProjectDirectory + path);

    private static Compilation Replace(Compilation compilation, string path, Func<string, string> edit)
    {
        var old = compilation.SyntaxTrees.Single(t => t.FilePath == ProjectDirectory + path);
        return compilation.ReplaceSyntaxTree(old, Tree(path, edit(old.ToString())));
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.ProjectDir" ? ProjectDirectory : null;
                return value is not null;
            }
        }
    }
}
