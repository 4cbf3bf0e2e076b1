using System.Text.RegularExpressions;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Conversion.Rendering;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Paths;
using TypedPolicy.Refpolicy.Modules;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>Renders lines of a <c>.fc</c> file as attributes.</summary>
internal sealed partial class LabelRenderer(NameBook names)
{
    private const string Tree = "(/.*)?";

    /// <summary>Why C# cannot express a line.</summary>
    public static string WhyNot(FileContextLine line) =>
        IsPossible(EscapedBraces(line.Path)) ? $"a label of the form {line.Context}" : $"a label of {line.Path}, which no path matches";

    /// <summary>Whether a path begins with the folder that another one is about.</summary>
    public static bool IsAbove(string above, string path) => Stem(above) is { Length: > 1 } stem && path.StartsWith(stem, StringComparison.Ordinal) && (path.Length == stem.Length || path[stem.Length] is '/' or '(');

    /// <summary>The folder that all paths of a pattern lie in, or the one path that it is.</summary>
    public static string Stem(string spec)
    {
        var end = spec.AsSpan().IndexOfAny(".^$?*+|[({\\");
        return end < 0 ? spec : spec[end] == '(' ? spec[..end] : spec[..Math.Max(0, spec.LastIndexOf('/', end))];
    }

    /// <summary>Renders a line; null if C# has no attribute for its context, or no path matches it.</summary>
    public RenderedAttribute? Render(FileContextLine line)
    {
        line = line with { Path = EscapedBraces(line.Path) };
        if (!IsPossible(line.Path))
        {
            return null;
        }

        var suffix = line.Kind == FileKind.Any ? "" : $", FileKind.{line.Kind}";
        if (line.Context is not { } context)
        {
            var (form, path) = Form(line.Path);
            var named = form == "" ? "" : $", Form = PathForm.{form}";
            return new RenderedAttribute(null, EntityKind.None, $"FileContextNone({CSharpText.ReadableLiteral(path)}{suffix}{named})") { IsLabel = true };
        }

        var parts = context.Split(':', 4);
        if (parts.Length < 3 || parts[1] != "object_r" || NameRules.UsedProblem(parts[0], EntityKind.User) is not null || NameRules.UsedProblem(parts[2], EntityKind.Type) is not null)
        {
            return null;
        }

        var level = parts.Length > 3 && parts[3] != "s0" ? $", Level = {CSharpText.ReadableLiteral(parts[3])}" : "";
        var user = parts[0] == "system_u" ? "" : $", User = typeof({names.User(parts[0])})";
        var (shape, text) = Form(line.Path);
        var arguments = $"({CSharpText.ReadableLiteral(text)}{suffix}{level}{user})";
        return names.OuterOf(parts[2]) is { } outer ? new RenderedAttribute(outer, EntityKind.Type, $"FileContext{shape}<{names.Type(parts[2])}>{arguments}") { IsLabel = true }
            : names.IsOwn(parts[2])
            ? new RenderedAttribute(parts[2], EntityKind.Type, $"FileContext{shape}{arguments}") { IsLabel = true }
            : new RenderedAttribute(null, EntityKind.None, $"FileContext{shape}<{names.Type(parts[2])}>{arguments}") { IsLabel = true };
    }

    /// <summary>A path whose braces that repeat nothing are escaped: PCRE takes <c>{a,b}</c> for these five characters.</summary>
    private static string EscapedBraces(string spec) => Brace().Replace(spec, @"\$&");

    [GeneratedRegex(@"(?<=^|[^\\](?:\\\\)*)(\{(?!\d+(,\d*)?\})|(?<!\{\d+(,\d*)?)\})", RegexOptions.CultureInvariant)]
    private static partial Regex Brace();

    private static bool IsPossible(string spec) => PathPattern.Parse(spec).IsValid;

    /// <summary>How C# writes a path: as it is, as a tree below it, or as a pattern.</summary>
    private static (string Form, string Path) Form(string spec)
    {
        if (Literal(spec) is { } path)
        {
            return ("", path);
        }

        return spec.EndsWith(Tree, StringComparison.Ordinal) && Literal(spec[..^Tree.Length]) is { } root ? ("Tree", root) : ("Pattern", spec);
    }

    /// <summary>The one path that a spec matches; null if it matches several.</summary>
    private static string? Literal(string spec)
    {
        var path = new System.Text.StringBuilder();
        for (var i = 0; i < spec.Length; i++)
        {
            if (spec[i] == '\\' && i + 1 < spec.Length && !char.IsAsciiLetterOrDigit(spec[i + 1]))
            {
                path.Append(spec[++i]);
            }
            else if (spec[i] is '.' or '^' or '$' or '?' or '*' or '+' or '|' or '[' or '(' or '{' or ')' or '\\')
            {
                return null;
            }
            else
            {
                path.Append(spec[i]);
            }
        }

        return path.Length > 0 ? path.ToString() : null;
    }
}
