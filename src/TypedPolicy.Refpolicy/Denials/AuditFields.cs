using System.Text;

namespace TypedPolicy.Refpolicy.Denials;

/// <summary>
/// The fields of one audit record: <c>key=value</c>, the value bare or in double quotes. The kernel writes a name that holds a blank, a quote or a
/// control character as hexadecimal digits without quotes, so a quoted value ends at the next quote; and the last field of a key counts, since
/// names that a process chose come before the contexts.
/// </summary>
internal sealed class AuditFields(string line, int at)
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private int _at = at;

    /// <summary>The value of a field, as a person reads it: a character that would command a terminal is shown as '?'.</summary>
    public string? Get(string key) => _fields.TryGetValue(key, out var value) ? new string([.. value.Select(c => char.IsControl(c) ? '?' : c)]) : null;

    /// <summary>Takes a word, if it is the next one.</summary>
    public bool TakeWord(string word)
    {
        SkipBlanks();
        if (string.CompareOrdinal(line, _at, word, 0, word.Length) != 0)
        {
            return false;
        }

        _at += word.Length;
        return true;
    }

    /// <summary>Takes the words between the next braces.</summary>
    public List<string> TakeBraces()
    {
        SkipBlanks();
        var close = _at < line.Length && line[_at] == '{' ? line.IndexOf('}', _at) : -1;
        if (close < 0)
        {
            return [];
        }

        var words = line.Substring(_at + 1, close - _at - 1).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
        _at = close + 1;
        return [.. words];
    }

    /// <summary>Takes every field that follows.</summary>
    public void TakeAll()
    {
        while (_at < line.Length)
        {
            SkipBlanks();
            var start = _at;
            while (_at < line.Length && line[_at] is not (' ' or '\t' or '=' or '"'))
            {
                _at++;
            }

            if (_at < line.Length && line[_at] == '=')
            {
                var key = line.Substring(start, _at - start);
                _at++;
                _fields[key] = TakeValue(IsName(key));
            }
            else if (_at < line.Length && line[_at] == '"')
            {
                TakeQuoted();
            }
        }
    }

    /// <summary>Whether the kernel may write a value as hexadecimal digits: what a process can choose.</summary>
    private static bool IsName(string key) => key is "comm" or "name" or "path" or "exe" or "cmdline";

    private string TakeValue(bool isName)
    {
        if (_at < line.Length && line[_at] == '"')
        {
            return TakeQuoted();
        }

        var start = _at;
        while (_at < line.Length && line[_at] is not (' ' or '\t' or '\''))
        {
            _at++;
        }

        var text = line.Substring(start, _at - start);
        return isName ? Decode(text) : text;
    }

    private string TakeQuoted()
    {
        var start = _at + 1;
        var end = line.IndexOf('"', start);
        end = end < 0 ? line.Length : end;
        _at = Math.Min(end + 1, line.Length);
        return line.Substring(start, end - start);
    }

    /// <summary>Hexadecimal digits as the UTF-8 that they stand for.</summary>
    private static string Decode(string text)
    {
        if (text.Length == 0 || text.Length % 2 != 0 || !text.All(c => c is (>= '0' and <= '9') or (>= 'A' and <= 'F')))
        {
            return text;
        }

        var bytes = new byte[text.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((Digit(text[2 * i]) << 4) | Digit(text[(2 * i) + 1]));
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static int Digit(char c) => c <= '9' ? c - '0' : c - 'A' + 10;

    private void SkipBlanks()
    {
        while (_at < line.Length && line[_at] is ' ' or '\t')
        {
            _at++;
        }
    }
}
