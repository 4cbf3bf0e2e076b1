using System.Text;

namespace TypedPolicy.Sepol.Interop;

/// <summary>libsepol's messages while it works: one text, bounded, since a broken policy can be complained about without end.</summary>
internal sealed class LogText
{
    private const int MaxLength = 4_000_000;
    private const int MaxCauses = 100;
    private readonly List<string> _causes = [];
    private readonly StringBuilder _text = new();

    /// <summary>Everything so far.</summary>
    public string Text => _text.ToString();

    /// <summary>What libsepol wrote beside its log, a line each.</summary>
    public string Causes => string.Concat(_causes.Select(c => c + "\n"));

    /// <summary>Whether something did not fit.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Adds a line that came beside the log, and so without its order.</summary>
    public void AddCause(string line)
    {
        if (_causes.Count < MaxCauses)
        {
            _causes.Add(line);
        }
    }

    public void Add(string text)
    {
        IsCut |= _text.Length + text.Length > MaxLength;
        if (!IsCut)
        {
            _text.Append(text);
        }
    }
}
