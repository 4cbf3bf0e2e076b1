using System.Collections.Immutable;

namespace TypedPolicy.Model.Index;

/// <summary>Words that an index has again and again, each kept once. Any number of threads may ask.</summary>
internal sealed class IndexStrings
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _lists = new(StringComparer.Ordinal);

    /// <summary>The words of a field; one list for all that are equal: tens of thousands of lines have a few hundred sets of permissions.</summary>
    public ImmutableArray<string> Words(string text)
    {
        lock (_words)
        {
            if (!_lists.TryGetValue(text, out var known))
            {
                _lists.Add(text, known = [.. text.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(Once)]);
            }

            return known;
        }
    }

    /// <summary>One string for all that are equal: permissions and modules are on thousands of lines.</summary>
    public string Once(string word)
    {
        lock (_words)
        {
            if (!_words.TryGetValue(word, out var known))
            {
                _words.Add(word, known = word);
            }

            return known;
        }
    }
}
