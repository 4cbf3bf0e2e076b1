using System.Collections.Immutable;

namespace TypedPolicy.Model.Cil;

/// <summary>
/// Reads CIL that a person wrote (<c>[RawCil]</c>, constraint expressions) into trees. Bounded: text of at most
/// <see cref="MaxLength"/> characters, at most <see cref="MaxDepth"/> lists deep.
/// </summary>
public sealed class CilReader
{
    /// <summary>The longest text that is read.</summary>
    public const int MaxLength = 100_000;

    /// <summary>The deepest nesting that is read.</summary>
    public const int MaxDepth = 64;

    private readonly string _text;
    private int _at;

    private CilReader(string text) => _text = text;

    /// <summary>Reads all of a text.</summary>
    /// <param name="text">The text; comments are left out.</param>
    /// <param name="nodes">What was read.</param>
    /// <param name="error">What is wrong, where something is.</param>
    /// <param name="position">The character at which it is wrong.</param>
    /// <returns>Whether the text is well-formed.</returns>
    public static bool TryRead(string text, out ImmutableArray<CilNode> nodes, out string? error, out int position) =>
        TryRead(text, MaxLength, out nodes, out error, out position);

    /// <summary>Reads all of a text that may be longer than what a person writes.</summary>
    /// <param name="text">The text; comments are left out.</param>
    /// <param name="maximumLength">How long it may be.</param>
    /// <param name="nodes">What was read.</param>
    /// <param name="error">What is wrong, where something is.</param>
    /// <param name="position">The character at which it is wrong.</param>
    /// <returns>Whether the text is well-formed.</returns>
    public static bool TryRead(string text, int maximumLength, out ImmutableArray<CilNode> nodes, out string? error, out int position)
    {
        nodes = [];
        position = 0;
        if (text.Length > maximumLength)
        {
            error = $"the text is longer than {maximumLength} characters";
            return false;
        }

        var reader = new CilReader(text);
        var read = ImmutableArray.CreateBuilder<CilNode>();
        error = reader.ReadItems(read, depth: 0);
        position = reader._at;
        if (error is null && reader._at < text.Length)
        {
            error = "a parenthesis closes nothing";
        }

        nodes = error is null ? read.ToImmutable() : [];
        return error is null;
    }

    private string? ReadItems(ImmutableArray<CilNode>.Builder into, int depth)
    {
        while (true)
        {
            SkipBlanksAndComments();
            if (_at >= _text.Length || _text[_at] == ')')
            {
                return null;
            }

            var error = _text[_at] switch
            {
                '(' => ReadList(into, depth),
                '"' => ReadString(into),
                _ => ReadAtom(into),
            };
            if (error is not null)
            {
                return error;
            }
        }
    }

    private string? ReadList(ImmutableArray<CilNode>.Builder into, int depth)
    {
        if (depth >= MaxDepth)
        {
            return $"lists are nested more than {MaxDepth} deep";
        }

        var open = _at++;
        var items = ImmutableArray.CreateBuilder<CilNode>();
        if (ReadItems(items, depth + 1) is { } error)
        {
            return error;
        }

        if (_at >= _text.Length)
        {
            _at = open;
            return "a parenthesis is not closed";
        }

        _at++;
        into.Add(new CilList(items.ToImmutable()));
        return null;
    }

    private string? ReadString(ImmutableArray<CilNode>.Builder into)
    {
        var open = _at;
        var end = _text.IndexOf('"', open + 1);
        if (end < 0)
        {
            return "a string is not closed";
        }

        var value = _text.Substring(open + 1, end - open - 1);
        if (!CilString.IsQuotable(value))
        {
            return "a string holds a control character";
        }

        into.Add(new CilString(value));
        _at = end + 1;
        return null;
    }

    private string? ReadAtom(ImmutableArray<CilNode>.Builder into)
    {
        var start = _at;
        while (_at < _text.Length && CilAtom.IsSymbolCharacter(_text[_at]))
        {
            _at++;
        }

        if (_at == start)
        {
            return "a character that CIL does not allow in a name";
        }

        into.Add(new CilAtom(_text.Substring(start, _at - start)));
        return null;
    }

    private void SkipBlanksAndComments()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] is ' ' or '\t' or '\n' or '\r')
            {
                _at++;
            }
            else if (_text[_at] == ';')
            {
                while (_at < _text.Length && _text[_at] is not ('\n' or '\r'))
                {
                    _at++;
                }
            }
            else
            {
                return;
            }
        }
    }
}
