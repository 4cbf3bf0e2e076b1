using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedPolicy.Tests.Documents;

/// <summary>The texts of the repository that a user reads, each with its file and line.</summary>
internal static class UserVisibleText
{
    /// <summary>Projects whose comments count too: whose documentation users see in their editors, and what everything else is built on.</summary>
    private static readonly string[] Commented =
    [
        .. new[] { "", ".Model", ".Binding", ".Sepol", ".Report", ".Build", ".Testing", ".Testing.Kernel", ".Guest" }.Select(name => $"src/TypedPolicy{name}/"),
        "generators/",
        "analyzers/",
    ];

    private static readonly string Root = Repository();

    public static IEnumerable<(string File, int Line, string Text)> All() => Code().Concat(Pages());

    /// <summary>Texts in code: strings of several words are messages, titles or help; comments are read in editors and in the source.</summary>
    private static IEnumerable<(string File, int Line, string Text)> Code()
    {
        foreach (var file in Files(["src", "generators", "analyzers"], ".cs"))
        {
            var root = CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(Root, file))).GetRoot();
            foreach (var node in root.DescendantNodes())
            {
                var text = node switch
                {
                    LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => literal.Token.ValueText,
                    InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(c => c is InterpolatedStringTextSyntax t ? t.TextToken.ValueText : "{}")),
                    _ => "",
                };
                if (text.Contains(' ', StringComparison.Ordinal))
                {
                    yield return (file, Line(node), text);
                }
            }

            if (Commented.Any(d => file.StartsWith(d, StringComparison.Ordinal)))
            {
                foreach (var comment in root.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.GetStructure() is DocumentationCommentTriviaSyntax))
                {
                    yield return (file, comment.GetLocation().GetLineSpan().StartLinePosition.Line + 1, comment.ToFullString().Replace("///", "   ", StringComparison.Ordinal));
                }
            }
        }
    }

    private static IEnumerable<(string File, int Line, string Text)> Pages() =>
        Directory.EnumerateFiles(Root, "*.md").Select(Relative)
            .Concat(Files(["docs", "samples", "bench"], ".md"))
            .Concat(Files(["src/TypedPolicy/build"], ".props"))
            .Concat(Files(["src/TypedPolicy/build"], ".targets"))
            .Concat(Files(["src"], ".txt").Where(f => !Path.GetFileName(f).StartsWith("PublicAPI.", StringComparison.Ordinal)))
            .Select(file => (file, 1, File.ReadAllText(Path.Combine(Root, file))));

    private static IEnumerable<string> Files(string[] folders, string extension) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + extension, SearchOption.AllDirectories))
        .Select(Relative)
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "artifacts"))
        .Order(StringComparer.Ordinal);

    private static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
