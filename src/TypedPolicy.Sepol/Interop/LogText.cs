using System.Text;

namespace TypedPolicy.Sepol.Interop;

/// <summary>What libsepol says while it works: one text, bounded, since a broken policy can be complained about without end.</summary>
internal sealed class LogText
{
    private const int MaximumLength = 4_000_000;
    private readonly StringBuilder _text = new();

    /// <summary>Everything so far.</summary>
    public string Text => _text.ToString();

    /// <summary>Whether something did not fit.</summary>
    public bool IsCut { get; private set; }

    public void Add(string text)
    {
        IsCut |= _text.Length + text.Length > MaximumLength;
        if (!IsCut)
        {
            _text.Append(text);
        }
    }
}
