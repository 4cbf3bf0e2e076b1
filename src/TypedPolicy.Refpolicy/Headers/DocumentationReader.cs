using System.Collections.Immutable;
using System.Text;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>
/// Reads <c>##</c> comments. They look like XML and mostly are; a stray <c>&lt;</c> or an element that is not closed costs nothing but
/// its own text.
/// </summary>
internal sealed class DocumentationReader
{
    private readonly string _text;
    private readonly ImmutableArray<DocumentedParameter>.Builder _parameters = ImmutableArray.CreateBuilder<DocumentedParameter>();
    private readonly StringBuilder _words = new();
    private string _summary = "";
    private string _description = "";
    private string _flow = "";
    private bool _isRoleCapability;
    private bool _isRoleBase;
    private DocumentedParameter? _parameter;

    private DocumentationReader(string text) => _text = text;

    /// <summary>Reads the comments of a stretch of text.</summary>
    public static Documentation Read(string text, int start, int end)
    {
        var comments = new StringBuilder();
        for (var at = start; at < end;)
        {
            var line = text.IndexOf('\n', at, end - at);
            line = line < 0 ? end : line;
            while (at < line && text[at] is ' ' or '\t')
            {
                at++;
            }

            if (line - at >= 2 && text[at] == '#' && text[at + 1] == '#' && !IsRuler(text, at, line))
            {
                comments.Append(text, at + 2, line - at - 2).Append('\n');
            }

            at = line + 1;
        }

        return comments.Length == 0 ? Documentation.None : new DocumentationReader(comments.ToString()).Read();
    }

    private static bool IsRuler(string text, int at, int end)
    {
        while (at < end && text[at] == '#')
        {
            at++;
        }

        return at == end || text[at] == '\r';
    }

    private Documentation Read()
    {
        var at = 0;
        while (at < _text.Length)
        {
            var open = _text.IndexOf('<', at);
            var close = open < 0 ? -1 : _text.IndexOf('>', open);
            if (close < 0)
            {
                Append(_text.Substring(at));
                break;
            }

            Append(_text.Substring(at, open - at));
            Element(_text.Substring(open + 1, close - open - 1));
            at = close + 1;
        }

        return new Documentation(_summary, _description, _parameters.ToImmutable(), _flow, _isRoleCapability, _isRoleBase);
    }

    private void Append(string text) => _words.Append(text);

    private void Element(string element)
    {
        var name = new string([.. element.TakeWhile(c => char.IsLetter(c) || c == '/')]);
        switch (name)
        {
            case "summary" or "desc":
                _words.Clear();
                break;
            case "/summary" when _parameter is not null:
                _parameter = _parameter with { Summary = Words() };
                break;
            case "/summary":
                _summary = _summary.Length == 0 ? Words() : _summary;
                break;
            case "/desc":
                _description = Words();
                break;
            case "param":
                _parameter = new DocumentedParameter(Attribute(element, "name"), "", Attribute(element, "optional") == "true", Attribute(element, "unused") == "true");
                _words.Clear();
                break;
            case "/param" when _parameter is not null:
                _parameters.Add(_parameter);
                _parameter = null;
                break;
            case "infoflow" or "infoflow/":
                _flow = $"{Attribute(element, "type")} {Attribute(element, "weight")}".Trim();
                break;
            case "rolecap" or "rolecap/":
                _isRoleCapability = true;
                break;
            case "rolebase" or "rolebase/":
                _isRoleBase = true;
                break;
            case "p" or "/p" or "/ul" or "/ol":
                _words.Append("\n\n");
                break;
            case "li":
                _words.Append("\n\n* ");
                break;
            default:
                break;
        }
    }

    private static string Attribute(string element, string name)
    {
        var at = element.IndexOf(name + "=\"", StringComparison.Ordinal);
        var start = at + name.Length + 2;
        var end = at < 0 ? -1 : element.IndexOf('"', start);
        return end < 0 ? "" : Decode(element.Substring(start, end - start)).Trim();
    }

    /// <summary>The words since the element began, one blank between them, paragraphs kept.</summary>
    private string Words()
    {
        var paragraphs = Decode(_words.ToString()).Split(["\n\n"], StringSplitOptions.RemoveEmptyEntries)
            .Select(p => string.Join(" ", p.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)))
            .Where(p => p.Length > 0);
        var words = string.Join("\n\n", paragraphs);
        _words.Clear();
        return words;
    }

    private static string Decode(string text) =>
        text.IndexOf('&') < 0 ? text : text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&apos;", "'").Replace("&amp;", "&");
}
