using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>
/// Reads the interfaces of a header where it has nothing else outside them but comments, which is what all headers look like. A call of
/// <c>interface</c> there gives its second argument, without the outer quotes, to the macro it defines; so the text is cut, not run.
/// </summary>
internal sealed class HeaderScanner(SourceFile file)
{
    private readonly string _text = file.Text;
    private int _at;

    /// <summary>Reads all of them.</summary>
    /// <returns>Whether the file is as simple as that; what was found is of no use where it is not.</returns>
    public bool TryRead(List<ScannedInterface> into)
    {
        var documentation = (Start: -1, End: -1);
        while (true)
        {
            if (HasEmptyLine() && into.Count == 0)
            {
                // What stands above it at the start of a file is about the module, not about its first interface.
                documentation = (-1, -1);
            }

            if (_at >= _text.Length)
            {
                return true;
            }

            if (_text[_at] == '#')
            {
                var end = _text.IndexOf('\n', _at);
                end = end < 0 ? _text.Length : end;
                documentation = (documentation.Start < 0 ? _at : documentation.Start, end);
                _at = end;
                continue;
            }

            var start = _at;
            var isTemplate = TryWord("template(");
            if (!isTemplate && !TryWord("interface("))
            {
                return false;
            }

            SkipBlanks();
            if (!TryQuoted(out var name) || !TryMark(',') || !TryQuoted(out var body) || !TryMark(')'))
            {
                return false;
            }

            into.Add(new ScannedInterface(
                _text.Substring(name.Start, name.Length),
                isTemplate,
                new MappedText(_text.Substring(body.Start, body.Length), [new Segment(0, file.Start + body.Start, 0)]),
                file.Start + start,
                documentation.Start,
                documentation.End));
            documentation = (-1, -1);
        }
    }

    /// <summary>Skips blanks, and tells whether an empty line was among them.</summary>
    private bool HasEmptyLine()
    {
        var start = _at;
        SkipBlanks();
        var first = _text.IndexOf('\n', start, _at - start);
        return first >= 0 && first + 1 < _at && _text.IndexOf('\n', first + 1, _at - first - 1) >= 0;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\n' or '\r' or '\f' or '\v')
        {
            _at++;
        }
    }

    private bool TryWord(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    private bool TryMark(char mark)
    {
        // Blanks before an argument are dropped; after one they would belong to it.
        if (_at >= _text.Length || _text[_at] != mark)
        {
            return false;
        }

        _at++;
        if (mark == ',')
        {
            SkipBlanks();
        }

        return true;
    }

    private bool TryQuoted(out (int Start, int Length) inside)
    {
        inside = default;
        if (_at >= _text.Length || _text[_at] != '`')
        {
            return false;
        }

        var end = MacroText.EndOfQuotes(_text, _at, _text.Length);
        if (_text[end - 1] != '\'')
        {
            return false;
        }

        inside = (_at + 1, end - _at - 2);
        _at = end;
        return true;
    }
}

/// <summary>An interface as it is in a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsTemplate">Whether <c>template</c> declares it.</param>
/// <param name="Body">What a call is replaced by.</param>
/// <param name="Position">Where its declaration starts.</param>
/// <param name="DocumentationStart">Where the comments before it start in the file; -1 for none.</param>
/// <param name="DocumentationEnd">Where they end.</param>
internal readonly record struct ScannedInterface(string Name, bool IsTemplate, MappedText Body, int Position, int DocumentationStart, int DocumentationEnd);
