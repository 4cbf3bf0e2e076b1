using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace TypedPolicy.Conversion.Tests.Hostile;

/// <summary>C# that was written from the text of others, many pieces in one compilation: each in a namespace of its own.</summary>
internal sealed class CompiledTexts(string @namespace)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp12, DocumentationMode.None);

    private readonly List<SyntaxTree> _trees = [];

    /// <summary>Adds the files that one input became.</summary>
    public void Add(IEnumerable<(string Name, string Text)> files)
    {
        var number = _trees.Count;
        foreach (var (name, text) in files)
        {
            Assert.Matches(@"\A[A-Za-z0-9_]+\.cs\z", name);
            _trees.Add(CSharpSyntaxTree.ParseText(text.Replace($"namespace {@namespace};", $"namespace {@namespace}.N{number};", StringComparison.Ordinal), Options, $"{number}/{name}"));
        }
    }

    /// <summary>Everything parses, and holds nothing but what the writers write: classes, interfaces and enums with attributes; no method, no field, no constructor that does more than pass its arguments on, no comment of many lines.</summary>
    public void Parse()
    {
        foreach (var tree in _trees)
        {
            var errors = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            Assert.True(errors.Count == 0, string.Join('\n', errors.Take(10).Select(e => $"{e}\n  in: {Line(e)}")));
            Assert.All(tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>(), member => Assert.True(
                member is BaseNamespaceDeclarationSyntax or ClassDeclarationSyntax or InterfaceDeclarationSyntax or EnumDeclarationSyntax or EnumMemberDeclarationSyntax
                    || (member is ConstructorDeclarationSyntax { Body.Statements.Count: 0, Initializer.ArgumentList.Arguments: var passed } && passed.All(a => a.Expression is IdentifierNameSyntax)),
                $"{tree.FilePath} has a {member.Kind()}: {member}"));
            Assert.All(tree.GetRoot().DescendantTrivia().Where(t => t.IsKind(SyntaxKind.MultiLineCommentTrivia)), comment => Assert.Fail($"{tree.FilePath} has {comment}"));
        }
    }

    /// <summary>The same, and everything compiles.</summary>
    public void Compile()
    {
        Parse();
        var compilation = CSharpCompilation.Create(
            "Texts",
            _trees,
            [.. Basic.Reference.Assemblies.Net80.References.All, MetadataReference.CreateFromFile(typeof(DomainAttribute).Assembly.Location)],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var errors = compilation.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(10).Select(e => $"{e}\n  in: {Line(e)}")));
    }

    private static string Line(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString() ?? "";
}
