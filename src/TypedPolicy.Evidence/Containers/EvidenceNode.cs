using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Containers;

/// <summary>A value of a JSON or YAML text.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record EvidenceNode(string File, int Line)
{
    private readonly Dictionary<string, EvidenceNode> _members = new(StringComparer.Ordinal);

    /// <summary>Its text; null for a mapping, a sequence and a null.</summary>
    public string? Text { get; init; }

    /// <summary>The values of a sequence.</summary>
    public List<EvidenceNode> Items { get; } = [];

    /// <summary>The values of a mapping, by their keys.</summary>
    public IReadOnlyDictionary<string, EvidenceNode> Members => _members;

    /// <summary>Whether it is true, as YAML or JSON writes that.</summary>
    public bool IsTrue => Text is "true" or "True" or "TRUE" or "yes" or "on";

    /// <summary>What a mapping has for a key, and for a key of that, and so on; null if there is none.</summary>
    public EvidenceNode? this[params ReadOnlySpan<string> path]
    {
        get
        {
            var node = this;
            foreach (var key in path)
            {
                if (!node._members.TryGetValue(key, out node!))
                {
                    return null;
                }
            }

            return node;
        }
    }

    /// <summary>Adds to a mapping; what is there already stays.</summary>
    public void Add(string key, EvidenceNode value) => _members.TryAdd(key, value);

    /// <summary>It as the source of something.</summary>
    /// <param name="what">What it is: <c>mount</c>.</param>
    /// <param name="text">What is quoted of it (default: its text).</param>
    public Reason Reason(string what, string? text = null) => new($"{what} {text ?? Text}", File, Line);
}
