using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using TypedPolicy.Model.Paths;
using TypedPolicy.Toolchain.Tests.Reading;

namespace TypedPolicy.Toolchain.Tests.Corpus;

/// <summary>A file context of somebody's policy: path, kind as a <c>.fc</c> file marks it, type; no type where there is to be no label.</summary>
internal sealed record CorpusSpec(string Path, string Kind, string? Type)
{
    private const string WithContents = "(/.*)?";

    /// <summary>The line of a <c>.fc</c> file.</summary>
    public string Line => LineOf(Path);

    /// <summary>How an author says it: a path where it is one, then a tree, a pattern where nothing else is left.</summary>
    public PathForm Form =>
        Literal(Path) is not null ? PathForm.Literal
        : Path.EndsWith(WithContents, StringComparison.Ordinal) && Literal(Path[..^WithContents.Length]) is { Length: > 0 } ? PathForm.Tree
        : PathForm.Pattern;

    /// <summary>The text that stands in C#.</summary>
    public string Text => Form switch
    {
        PathForm.Literal => Literal(Path)!,
        PathForm.Tree => Literal(Path[..^WithContents.Length])!,
        _ => Path,
    };

    /// <summary>The attribute.</summary>
    public string Attribute
    {
        get
        {
            var kind = Enum.GetValues<Model.Paths.FileKind>().Single(k => k.FcMark() == Kind);
            var arguments = SymbolDisplay.FormatLiteral(Text, quote: true) + (kind == Model.Paths.FileKind.Any ? "" : $", FileKind.{kind}");
            return Type is null ? $"FileContextNone({arguments}, Form = PathForm.{Form})"
                : Form == PathForm.Literal ? $"FileContext({arguments})"
                : $"FileContext{Form}({arguments})";
        }
    }

    /// <summary>The filecon statements of a module.</summary>
    public static IEnumerable<CorpusSpec> ReadAll(string cil) =>
        CilTree.Read(cil).Where(statement => statement.Keyword == "filecon").Select(Read);

    /// <summary>The line with another path.</summary>
    public string LineOf(string path) => string.Join('\t', new[] { path, Kind, Type is null ? "<<none>>" : $"system_u:object_r:{Type}:s0" }.Where(part => part.Length > 0));

    public override string ToString() => Line;

    private static CorpusSpec Read(CilTree filecon)
    {
        var kind = Enum.GetValues<Model.Paths.FileKind>().Single(k => k.CilName() == filecon.Items[2].Word);
        return new CorpusSpec(filecon.Items[1].Word!.Trim('"'), kind.FcMark(), filecon.Items[3].Items is [_, _, { Word: { } type }, _] ? type : null);
    }

    /// <summary>The one path that a text without unescaped metacharacters stands for.</summary>
    private static string? Literal(string text)
    {
        var path = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '^' or '$' or '?' or '*' or '+' or '|' or '[' or '(' or '{')
            {
                return null;
            }

            path.Append(text[i] == '\\' && i + 1 < text.Length ? text[++i] : text[i]);
        }

        return path.ToString();
    }
}
