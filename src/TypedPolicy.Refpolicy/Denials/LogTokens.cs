namespace TypedPolicy.Refpolicy.Denials;

/// <summary>
/// A line of a log, cut at blanks. What is in double quotes after <c>=</c> is one piece with its key, whatever is in it: names that processes chose are there. The kernel
/// itself writes a name with a blank, a quote or a control character as hexadecimal digits.
/// </summary>
internal sealed class LogTokens
{
    /// <summary>How long what an event is called may be.</summary>
    public const int MaxEventLength = 64;

    private const char Escape = '\u001b';
    private readonly List<(int Start, int End)> _tokens = [];
    private string _line = "";

    /// <summary>How many there are.</summary>
    public int Count => _tokens.Count;

    /// <summary>A piece.</summary>
    public string this[int index] => _line.Substring(_tokens[index].Start, _tokens[index].End - _tokens[index].Start);

    /// <summary>Cuts a line.</summary>
    public void Cut(string line)
    {
        _line = WithoutColours(line);
        _tokens.Clear();
        for (var at = 0; at < _line.Length;)
        {
            if (IsBlank(_line[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < _line.Length && !IsBlank(_line[at]))
            {
                at++;
                if (at < _line.Length && _line[at] == '"' && _line[at - 1] == '=')
                {
                    var close = _line.IndexOf('"', at + 1);
                    at = close < 0 ? _line.Length : close + 1;
                }
            }

            _tokens.Add((start, at));
        }
    }

    /// <summary>Whether a piece is a word.</summary>
    public bool Is(int index, string word) =>
        index < Count && _tokens[index] is var (start, end) && end - start == word.Length && string.CompareOrdinal(_line, start, word, 0, word.Length) == 0;

    /// <summary>Whether a piece begins with a word.</summary>
    public bool StartsWith(int index, string word) =>
        index < Count && _tokens[index] is var (start, end) && end - start >= word.Length && string.CompareOrdinal(_line, start, word, 0, word.Length) == 0;

    /// <summary>Whether a piece ends with a word.</summary>
    public bool EndsWith(int index, string word) =>
        index < Count && _tokens[index] is var (start, end) && end - start >= word.Length && string.CompareOrdinal(_line, end - word.Length, word, 0, word.Length) == 0;

    /// <summary>The key of a piece <c>key=value</c>; <see langword="null"/> if it is not one.</summary>
    public string? KeyOf(int index)
    {
        var (start, end) = _tokens[index];
        var at = start;
        while (at < end && _line[at] is (>= 'a' and <= 'z') or '_')
        {
            at++;
        }

        return at > start && at < end && _line[at] == '=' ? _line.Substring(start, at - start) : null;
    }

    /// <summary>What is after the key, with its quotes.</summary>
    public string ValueOf(int index, string key) => _line.Substring(_tokens[index].Start + key.Length + 1, _tokens[index].End - _tokens[index].Start - key.Length - 1);

    /// <summary>What an event is called, by the piece <c>audit(TIME:SERIAL):</c> of a record; a date has a blank in it. Empty if there is no end.</summary>
    public string EventOf(int index)
    {
        var (start, end) = (_line.IndexOf('(', _tokens[index].Start), _line.IndexOf(')', _tokens[index].Start));
        return start >= 0 && end > start && end - start <= MaxEventLength ? _line.Substring(start + 1, end - start - 1) : "";
    }

    /// <summary>Whether one of some pieces has the class, which ends what makes a denial.</summary>
    public bool HasClass(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (StartsWith(i, "tclass="))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text from one piece to another, with the blanks between.</summary>
    public string Text(int from, int to) => to <= from ? "" : _line.Substring(_tokens[from].Start, _tokens[to - 1].End - _tokens[from].Start);

    /// <summary>A hole of NUL, which a crash leaves in a log, the end of a line that has two characters, and the separator of auditd's enriched fields cut like a blank.</summary>
    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n' or '\0' or '\u001d';

    /// <summary>The line without the sequences by which dmesg and journalctl colour it.</summary>
    public static string WithoutColours(string line)
    {
        if (line.IndexOf(Escape) < 0)
        {
            return line;
        }

        var text = new System.Text.StringBuilder(line.Length);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != Escape || at + 1 >= line.Length || line[at + 1] != '[')
            {
                text.Append(line[at]);
                continue;
            }

            at += 2;
            while (at < line.Length && line[at] is >= ' ' and < '@')
            {
                at++;
            }
        }

        return text.ToString();
    }
}
