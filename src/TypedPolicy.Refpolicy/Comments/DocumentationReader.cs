using System.Collections.Immutable;
using System.Text;

namespace TypedPolicy.Refpolicy.Comments;

/// <summary>
/// Reads <c>##</c> comments. They look like XML and mostly are; a stray <c>&lt;</c> or an element that is not closed costs nothing but
/// its own text.
/// </summary>
internal sealed class DocumentationReader
{
    private const string Blanks = " \t\r\n";

    private readonly string _text;
    private readonly ImmutableArray<DocumentedParameter>.Builder _parameters = ImmutableArray.CreateBuilder<DocumentedParameter>();
    private readonly StringBuilder _words = new(256);
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
        var comments = new StringBuilder(Math.Max(0, end - start));
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
            _words.Append(_text, at, (close < 0 ? _text.Length : open) - at);
            if (close < 0)
            {
                break;
            }

            Element(open + 1, close);
            at = close + 1;
        }

        return new Documentation(_summary, _description, _parameters.ToImmutable(), _flow, _isRoleCapability, _isRoleBase);
    }

    private void Element(int start, int end)
    {
        var stop = start;
        while (stop < end && (_text[stop] == '/' || char.IsLetter(_text[stop])))
        {
            stop++;
        }

        bool Is(string name) => stop - start == name.Length && string.CompareOrdinal(_text, start, name, 0, name.Length) == 0;

        if (Is("summary") || Is("desc"))
        {
            _words.Clear();
        }
        else if (Is("/summary"))
        {
            Summary();
        }
        else if (Is("param"))
        {
            _parameter = new DocumentedParameter(Attribute(start, end, "name=\""), "", Attribute(start, end, "optional=\"") == "true", Attribute(start, end, "unused=\"") == "true");
            _words.Clear();
        }
        else if (Is("/param") && _parameter is not null)
        {
            _parameters.Add(_parameter);
            _parameter = null;
        }
        else if (Is("/desc"))
        {
            _description = Words();
        }
        else if (Is("infoflow") || Is("infoflow/"))
        {
            _flow = $"{Attribute(start, end, "type=\"")} {Attribute(start, end, "weight=\"")}".Trim();
        }
        else if (Is("p") || Is("/p") || Is("/ul") || Is("/ol"))
        {
            _words.Append("\n\n");
        }
        else if (Is("li"))
        {
            _words.Append("\n\n* ");
        }
        else
        {
            _isRoleCapability |= Is("rolecap") || Is("rolecap/");
            _isRoleBase |= Is("rolebase") || Is("rolebase/");
        }
    }

    private void Summary()
    {
        if (_parameter is not null)
        {
            _parameter = _parameter with { Summary = Words() };
        }
        else if (_summary.Length == 0)
        {
            _summary = Words();
        }
    }

    /// <summary>The value of an attribute, which is given with its equals sign and quote.</summary>
    private string Attribute(int start, int end, string name)
    {
        var at = _text.IndexOf(name, start, end - start, StringComparison.Ordinal);
        var from = at + name.Length;
        var to = at < 0 ? -1 : _text.IndexOf('"', from, end - from);
        return to < 0 ? "" : Decode(_text.Substring(from, to - from)).Trim();
    }

    /// <summary>The words since the element began, one blank between them, paragraphs kept.</summary>
    private string Words()
    {
        var raw = _words.ToString();
        _words.Clear();
        for (var at = 0; at < raw.Length;)
        {
            var word = at;
            while (word < raw.Length && Blanks.IndexOf(raw[word]) >= 0)
            {
                word++;
            }

            var end = word;
            while (end < raw.Length && Blanks.IndexOf(raw[end]) < 0)
            {
                end++;
            }

            if (_words.Length > 0 && end > word)
            {
                _words.Append(raw.IndexOf("\n\n", at, word - at, StringComparison.Ordinal) < 0 ? " " : "\n\n");
            }

            _words.Append(raw, word, end - word);
            at = end;
        }

        var words = _words.ToString();
        _words.Clear();
        return Decode(words);
    }

    private static string Decode(string text) =>
        text.IndexOf('&') < 0 ? text : text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&apos;", "'").Replace("&amp;", "&");
}
