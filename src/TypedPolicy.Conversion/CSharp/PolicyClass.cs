namespace TypedPolicy.Conversion.CSharp;

/// <summary>A class or interface of the policy that is being written.</summary>
/// <param name="name">Its C# name.</param>
/// <param name="keywords">What stands before the name: <c>public sealed class</c>.</param>
public sealed class PolicyClass(string name, string keywords)
{
    /// <summary>Its C# name.</summary>
    public string Name { get; } = name;

    /// <summary>What stands before the name.</summary>
    public string Keywords { get; } = keywords;

    /// <summary>Lines of its summary, as text; none for no documentation.</summary>
    public List<string> Summary { get; } = [];

    /// <summary>Its type parameters, each with what it means.</summary>
    public List<(string Name, string Meaning)> TypeParameters { get; } = [];

    /// <summary>Constructor parameters, as C# writes them (<c>string name</c>), each with what it means.</summary>
    public List<(string Declaration, string Meaning)> Parameters { get; } = [];

    /// <summary>Its bases, as C# writes them.</summary>
    public List<string> Bases { get; } = [];

    /// <summary>Its attributes, and comments between them, in order.</summary>
    public List<PolicyLine> Lines { get; } = [];

    /// <summary>The classes nested in it.</summary>
    public List<PolicyClass> Nested { get; } = [];

    /// <summary>Whether it says nothing at all.</summary>
    public bool IsEmpty => Lines.Count == 0 && Nested.Count == 0;

    /// <summary>Adds an attribute, unless what it says stands there already: macros for files of a kind repeat one another.</summary>
    /// <param name="attribute">The attribute without brackets.</param>
    /// <param name="comments">What stood as comments before it.</param>
    public void Add(string attribute, IEnumerable<string>? comments = null)
    {
        var lines = comments?.ToList() ?? [];
        Lines.AddRange(lines.Select(PolicyLine.Comment));
        if (Lines.Exists(l => l.Attribute is { } said && AccessWords.Says(said, attribute)))
        {
            return;
        }

        if (Lines.Count > 0 && lines.Count == 0 && Lines[^1].Attribute is { } last && AccessWords.Join(last, attribute) is { } joined)
        {
            Lines[^1] = new PolicyLine(joined, null);
            return;
        }

        Lines.Add(new PolicyLine(attribute, null));
    }
}

/// <summary>A line above a class: an attribute, or a comment.</summary>
/// <param name="Attribute">The attribute without brackets.</param>
/// <param name="Text">The comment without slashes; empty for a blank line.</param>
public sealed record PolicyLine(string? Attribute, string? Text)
{
    /// <summary>A comment.</summary>
    public static PolicyLine Comment(string text) => new(null, text);
}
