using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Conversion.CSharp;

/// <summary>A class or interface of the policy that is being written.</summary>
/// <param name="name">Its C# name.</param>
/// <param name="keywords">What stands before the name: <c>public sealed class</c>.</param>
/// <param name="access">How access rules are brought together; by default by the library's permission sets alone.</param>
public sealed class PolicyClass(string name, string keywords, AccessAttributes? access = null)
{
    private const int PairWidth = 100;

    private string? _condition;
    private readonly AccessAttributes _access = access ?? AccessAttributes.OfLibrary;

    /// <summary>Its C# name.</summary>
    public string Name { get; private set; } = name;

    /// <summary>What stands before the name.</summary>
    public string Keywords { get; private set; } = keywords;

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

    /// <summary>The lines as they are written: what a block is for and its only attribute are on one line, and no blank line is between the kind and the rest.</summary>
    public IEnumerable<PolicyLine> LinesToWrite
    {
        get
        {
            var lines = Written.ToList();
            var kind = lines.FindIndex(l => l.Attribute is not null);
            if (kind >= 0 && kind + 1 < lines.Count && lines[kind + 1] is { Attribute: null, Text: "" })
            {
                lines.RemoveAt(kind + 1);
            }

            return lines;
        }
    }

    private IReadOnlyList<PolicyLine> Written =>
        IsBlock(this) && Lines is [{ Attribute: { } block, Text: null }, { Attribute: { } only, Text: null }] && $"{block}, {only}" is { Length: <= PairWidth } both ? [new PolicyLine(both, null)] : Lines;

    /// <summary>Whether nothing is in it.</summary>
    public bool IsEmpty => Lines.Count == 0 && Nested.Count == 0;

    /// <summary>The group of what was added last; 0 if it is in none. A blank line stands between groups.</summary>
    public int Group { get; set; }

    /// <summary>Adds an attribute, unless another already covers it: macros for files of a kind repeat one another. What its author wrote behind it stands behind it.</summary>
    /// <param name="attribute">The attribute without brackets.</param>
    /// <param name="comments">What stood as comments before it.</param>
    /// <param name="group">The group that it stands in; negative for labels.</param>
    /// <returns>Whether it says something that no other does.</returns>
    public bool Add(string attribute, IReadOnlyList<string>? comments = null, int group = 0)
    {
        var behind = (comments as AuthorComments)?.Behind;
        group = Under(comments as AuthorComments, group);
        AddLines(behind is null ? comments ?? [] : ((AuthorComments)comments!).Above, group);
        if (Lines.Exists(l => l.Attribute is { } known && _access.Covers(known, attribute)))
        {
            AddLines(behind is null ? [] : [behind], group);
            return false;
        }

        if (Lines.Count > 0 && comments is not { Count: > 0 } && !Separates(group) && Lines[^1] is { Attribute: { } last, Text: null } && _access.Join(last, attribute) is { } joined)
        {
            Lines[^1] = new PolicyLine(joined, null);
            return true;
        }

        Begin(group);
        Lines.Add(new PolicyLine(attribute, behind));
        return true;
    }

    /// <summary>Adds comments.</summary>
    public void AddComments(IReadOnlyList<string> comments, int group = 0) => AddLines(comments, Under(comments as AuthorComments, group));

    private void AddLines(IReadOnlyList<string> comments, int group)
    {
        if (comments.Count > 0)
        {
            Begin(group);
            Lines.AddRange(comments.Select(PolicyLine.Comment));
        }
    }

    /// <summary>Says which setting of the policy a statement is under, once for those side by side that are under one.</summary>
    /// <returns>The group of the statement: those under a setting are one by themselves.</returns>
    private int Under(AuthorComments? comments, int group)
    {
        if (comments is null || comments.Condition == _condition)
        {
            return group;
        }

        _condition = comments.Condition;
        if (Lines.Count > 0 && Group == group && group != 0)
        {
            Lines.Add(PolicyLine.Comment(""));
        }

        if (_condition is not null)
        {
            AddLines([_condition], group);
        }

        return group;
    }

    /// <summary>Lets another file have a part of the class.</summary>
    public void MakePartial() => Keywords = Keywords.Replace(" class", " partial class", StringComparison.Ordinal);

    /// <summary>Nests a class. Blocks for the same condition or subject are one; optional ones are not, since each holds or fails by itself.</summary>
    public void Nest(PolicyClass nested) => Put(Nested, nested);

    /// <summary>Puts a class beside others. Blocks for the same condition or subject are one; optional ones are not, since each holds or fails by itself.</summary>
    /// <returns>The class that holds what it says.</returns>
    public static PolicyClass Put(List<PolicyClass> classes, PolicyClass made)
    {
        var attribute = made.Lines[0].Attribute!;
        if (attribute.Split(", ").Contains("Optional") || !IsBlock(made) || classes.Find(n => IsBlock(n) && n.Lines[0].Attribute == attribute) is not { } same)
        {
            classes.Add(made);
            return made;
        }

        same.Group = same.Lines.Count > 1 ? int.MaxValue : 0;
        var group = int.MaxValue - 1;
        same.AddComments(made.Summary, group);
        foreach (var line in made.Lines.Skip(1))
        {
            group -= line is { Attribute: null, Text: "" } ? 1 : 0;
            if (line.Attribute is { } own)
            {
                same.Add(own, line.Text is { } behind ? new AuthorComments([], [behind]) : [], group);
            }
            else if (line.Text is { Length: > 0 } text)
            {
                same.AddComments([text], group);
            }
        }

        foreach (var inner in made.Nested)
        {
            inner.Name = same.FreeName([inner.Name]);
            same.Nest(inner);
        }

        return same;
    }

    /// <summary>A name that no nested class has: the first that is free, else the last with a number.</summary>
    public string FreeName(IReadOnlyList<string> candidates)
    {
        bool IsFree(string name) => name != Name && !Nested.Exists(n => n.Name == name);
        if (candidates.FirstOrDefault(IsFree) is { } free)
        {
            return free;
        }

        for (var i = 2; ; i++)
        {
            if ($"{candidates[^1]}{i}" is var numbered && IsFree(numbered))
            {
                return numbered;
            }
        }
    }

    private static bool IsBlock(PolicyClass type) => type.Keywords.EndsWith("static class", StringComparison.Ordinal);

    private bool Separates(int group)
    {
        // Labels stand below the rules without a blank line where the rules have none.
        var isOther = group < 0 != Group < 0;
        return group != 0 && Group != 0 && group != Group && Lines.Count > 0 && (!isOther || Lines.Exists(l => l is { Attribute: null, Text: "" }));
    }

    private void Begin(int group)
    {
        if (Separates(group))
        {
            Lines.Add(PolicyLine.Comment(""));
        }

        Group = group == 0 ? Group : group;
    }
}

/// <summary>A line above a class: an attribute, or a comment.</summary>
/// <param name="Attribute">The attribute without brackets.</param>
/// <param name="Text">The comment without slashes, behind the attribute where there is one; empty for a blank line.</param>
public sealed record PolicyLine(string? Attribute, string? Text)
{
    /// <summary>A comment.</summary>
    public static PolicyLine Comment(string text) => new(null, text);
}
