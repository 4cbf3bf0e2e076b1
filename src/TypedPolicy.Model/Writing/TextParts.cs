using System.Collections.Immutable;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Writing;

/// <summary>A piece of an artifact's text, and the targets whose artifact it is a piece of.</summary>
/// <param name="Text">The text.</param>
/// <param name="Targets">The names of the targets.</param>
public sealed record TextPart(string Text, EquatableArray<string> Targets);

/// <summary>Collects the text of one artifact for several targets; what is equal for some of them is kept once.</summary>
internal sealed class TextParts(ImmutableArray<Target> targets)
{
    private readonly ImmutableArray<TextPart>.Builder _parts = ImmutableArray.CreateBuilder<TextPart>();

    public void AddCommon(string text)
    {
        if (text.Length > 0)
        {
            _parts.Add(new TextPart(text, EquatableArray.From(targets.Select(t => t.Name))));
        }
    }

    /// <summary>Adds a text for each target, in their order.</summary>
    public void Add(ImmutableArray<string> texts)
    {
        foreach (var group in targets.Select((target, i) => (target.Name, Text: texts[i])).GroupBy(t => t.Text, StringComparer.Ordinal))
        {
            if (group.Key.Length > 0)
            {
                _parts.Add(new TextPart(group.Key, EquatableArray.From(group.Select(t => t.Name))));
            }
        }
    }

    public ImmutableArray<TextPart> ToImmutable() => _parts.ToImmutable();
}
