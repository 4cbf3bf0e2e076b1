using System.Collections.Immutable;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Sources;

/// <summary>A piece of CIL with its place in its file: a name, a quoted text or a list.</summary>
internal sealed class CilStatement
{
    /// <summary>The text of a name, or of a quoted text without its quotes; nothing for a list.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the text is quoted.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>What is in a list.</summary>
    public List<CilStatement> Items { get; } = [];

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The first byte in the file, and the one after the last.</summary>
    public required int Start { get; init; }

    public int End { get; set; }

    /// <summary>The line marks around it, the innermost first.</summary>
    public ImmutableArray<SourceMark> Marks { get; init; } = [];

    public bool IsList => Text is null;

    /// <summary>The keyword of a statement; empty if this is not a statement.</summary>
    public string Keyword => Items is [{ Text: { } word, IsQuoted: false }, ..] ? word : "";

    /// <summary>The text of an item; null if there is none, or it is a list.</summary>
    public string? TextAt(int index) => index < Items.Count ? Items[index].Text : null;

    /// <summary>The names in it, however deep, as they are written.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            var open = new Stack<CilStatement>([this]);
            while (open.TryPop(out var next))
            {
                if (next is { Text: { } text, IsQuoted: false })
                {
                    yield return text;
                }

                for (var i = next.Items.Count - 1; i >= 0; i--)
                {
                    open.Push(next.Items[i]);
                }
            }
        }
    }
}
