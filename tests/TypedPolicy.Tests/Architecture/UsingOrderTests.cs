using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace TypedPolicy.Tests.Architecture;

/// <summary>
/// Using directives stand in the order of <c>dotnet format</c>. Of all that it looks at besides white space, this alone is no warning of the build: so <c>./test</c> has it
/// look at the white space, and need not run every analyzer once more.
/// </summary>
public sealed class UsingOrderTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    [Fact]
    public void Usings_are_sorted()
    {
        var files = new[] { "src", "generators", "analyzers", "samples", "tests", "bench" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "approved"))
            .ToArray();

        Assert.InRange(files.Length, 700, int.MaxValue);
        Assert.Equal([], files.AsParallel().Select(file => (file, FirstUnsorted(File.ReadAllText(file)))).Where(f => f.Item2 is not null).Select(f => $"{f.file}: {f.Item2}"));
    }

    [Theory]
    [InlineData("using A;\nusing System;", "using System;")]
    [InlineData("using System.Text;\nusing System.IO;", "using System.IO;")]
    [InlineData("using B = A;\nusing A;", "using A;")]
    [InlineData("using static A.B;\nusing A.C;", "using A.C;")]
    [InlineData("using System;\nusing A.B;\nusing A.B.C;\nusing a.D;\nusing static A.B;\nusing B = A;", null)]
    public void The_first_that_stands_too_late_is_named(string source, string? unsorted) => Assert.Equal(unsorted, FirstUnsorted(source));

    private static string? FirstUnsorted(string source)
    {
        var usings = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot().Usings;
        var at = Enumerable.Range(1, Math.Max(0, usings.Count - 1)).FirstOrDefault(i => Compare(usings[i - 1], usings[i]) > 0);
        return at == 0 ? null : usings[at].ToString();
    }

    private static int Compare(UsingDirectiveSyntax one, UsingDirectiveSyntax other)
    {
        var groups = Group(one).CompareTo(Group(other));
        return groups != 0 ? groups : Parts(one).Zip(Parts(other), StringComparer.InvariantCultureIgnoreCase.Compare).FirstOrDefault(c => c != 0, Parts(one).Length - Parts(other).Length);
    }

    private static int Group(UsingDirectiveSyntax directive) =>
        (directive.GlobalKeyword.IsKind(SyntaxKind.None) ? 8 : 0)
        + (directive.Alias is not null ? 4 : directive.StaticKeyword.IsKind(SyntaxKind.None) ? 0 : 2)
        + (directive.Alias is null && Parts(directive)[0] == "System" ? 0 : 1);

    private static string[] Parts(UsingDirectiveSyntax directive) => (directive.Alias?.Name.ToString() ?? directive.NamespaceOrType.ToString()).Split('.');

    private static string Here([CallerFilePath] string source = "") => source;
}
