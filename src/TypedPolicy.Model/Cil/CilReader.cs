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
    private readonly CilScanner _words;
    private int _position;

    private CilReader(string text) => (_text, _words) = (text, new(text, returnEndsComment: true));

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
        if (error is null && reader._words.Kind == CilToken.Close)
        {
            error = reader.Fail("a parenthesis closes nothing", reader._words.Start);
        }

        position = error is null ? text.Length : reader._position;
        nodes = error is null ? read.ToImmutable() : [];
        return error is null;
    }

    /// <summary>Reads to the end of a list or of the text; what is wrong, where something is.</summary>
    private string? ReadItems(ImmutableArray<CilNode>.Builder into, int depth)
    {
        while (true)
        {
            string? error = null;
            switch (_words.Next())
            {
                case CilToken.End or CilToken.Close:
                    return null;
                case CilToken.Open:
                    error = ReadList(into, depth);
                    break;
                case CilToken.Quoted:
                    error = ReadString(into);
                    break;
                case CilToken.Word:
                    error = ReadAtom(into);
                    break;
                default:
                    break;
            }

            if (error is not null)
            {
                return error;
            }
        }
    }

    private string? ReadList(ImmutableArray<CilNode>.Builder into, int depth)
    {
        var open = _words.Start;
        if (depth >= MaxDepth)
        {
            return Fail($"lists are nested more than {MaxDepth} deep", open);
        }

        var items = ImmutableArray.CreateBuilder<CilNode>();
        if (ReadItems(items, depth + 1) is { } error)
        {
            return error;
        }

        if (_words.Kind == CilToken.End)
        {
            return Fail("a parenthesis is not closed", open);
        }

        into.Add(new CilList(items.ToImmutable()));
        return null;
    }

    private string? ReadString(ImmutableArray<CilNode>.Builder into)
    {
        if (!_words.IsClosed)
        {
            return Fail("a string is not closed", _words.Start);
        }

        var value = _text.Substring(_words.Start + 1, _words.End - _words.Start - 2);
        if (!CilString.IsQuotable(value))
        {
            return Fail("a string holds a control character", _words.Start);
        }

        into.Add(new CilString(value));
        return null;
    }

    private string? ReadAtom(ImmutableArray<CilNode>.Builder into)
    {
        for (var i = _words.Start; i < _words.End; i++)
        {
            if (!CilAtom.IsSymbolCharacter(_text[i]))
            {
                return Fail("a character that CIL does not allow in a name", i);
            }
        }

        into.Add(new CilAtom(_text.Substring(_words.Start, _words.End - _words.Start)));
        return null;
    }

    private string Fail(string error, int position)
    {
        _position = position;
        return error;
    }
}
