using TypedPolicy.Evidence.Units;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Evidence.Needs;

/// <summary>Paths of evidence as the arguments of labels.</summary>
internal static class PathTexts
{
    private const char Any = UnitSpecifiers.Any;

    /// <summary>Whether a path can have a label.</summary>
    public static bool IsPossible(string path) =>
        path.Length > 1 && path[0] == '/' && path[1] != Any && path[^1] != '/'
        && path.All(c => c is > ' ' and < '\u007F' or Any) && !path.Contains("//", StringComparison.Ordinal) && path.Split('/').All(part => part is not ("." or ".."))
        && PathPattern.Parse(Pattern(path, isTree: true)).Problems.IsEmpty;

    /// <summary>The label of a path, as an attribute: <c>FileContextTree("/var/lib/greeter")</c>.</summary>
    public static string Label(OwnPath path)
    {
        var kind = path.Kind == FileKind.Any || path.IsTree ? "" : $", FileKind.{path.Kind}";
        var isLiteral = !path.Path.Contains(Any, StringComparison.Ordinal) && (path.IsTree ? PathPattern.Tree(path.Path) : PathPattern.Literal(path.Path)).Problems.IsEmpty;
        return isLiteral
            ? $"FileContext{(path.IsTree ? "Tree" : "")}({CSharpText.Literal(path.Path)}{kind})"
            : $"FileContextPattern({CSharpText.ReadableLiteral(Pattern(path.Path, path.IsTree))}{kind})";
    }

    private static string Pattern(string path, bool isTree) =>
        string.Join("[^/]+", path.Split(Any).Select(part => part.Length == 0 ? "" : Escaped(part))) + (isTree ? "(/.*)?" : "");

    private static string Escaped(string part) => string.Concat(part.Select(c => @"\.^$?*+|[({])}".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : c.ToString()));
}
