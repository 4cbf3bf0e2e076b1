namespace TypedPolicy.Tests.Paths;

/// <summary>Patterns of the whole grammar, and paths that match them or nearly do.</summary>
internal sealed class RandomPaths(int seed)
{
    private readonly Random _random = new(seed);

    public int Next(int bound) => _random.Next(bound);

    public string Path() => "/" + string.Join("/", Enumerable.Range(0, 1 + Next(3)).Select(_ => Name()));

    public string Pattern() => Spec().Pattern;

    /// <summary>A pattern, whose matches are added to a list.</summary>
    public string Pattern(List<Func<string>> matches)
    {
        (string pattern, Func<string> match) = Spec();
        matches.AddRange(match, match, match);
        return pattern;
    }

    /// <summary>A pattern, and what makes paths that match it.</summary>
    public (string Pattern, Func<string> Match) Spec()
    {
        Part rest = Sequence(2);
        return ("/" + rest.Text, () => "/" + rest.Match());
    }

    /// <summary>Whether a lookup leaves a path as it is.</summary>
    public static bool IsPath(string path) =>
        path.Length > 1 && path[1..].Split('/').All(name => name is not ("" or "." or ".."));

    private string Name() => new([.. Enumerable.Range(0, 1 + Next(3)).Select(_ => Character("aaaab.1-+(]é"))]);

    private char Character(string characters) => characters[Next(characters.Length)];

    private Part Sequence(int depth)
    {
        Part[] parts = [.. Enumerable.Range(0, Next(4) + 1).Select(_ => Repeated(Atom(depth)))];
        return new(string.Concat(parts.Select(part => part.Text)), () => string.Concat(parts.Select(part => part.Match())));
    }

    private Part Repeated(Part part)
    {
        (string quantifier, int minimum, int maximum) = Next(20) switch
        {
            0 => ("*", 0, 4),
            1 => ("+", 1, 4),
            2 => ("?", 0, 1),
            3 => ("{2}", 2, 2),
            4 => ("{1,2}", 1, 2),
            5 => ("{0,3}", 0, 3),
            6 => ("{1,}", 1, 4),
            _ => ("", 1, 1),
        };
        return new(part.Text + quantifier, () => string.Concat(Enumerable.Range(0, minimum + Next(maximum - minimum + 1)).Select(_ => part.Match())));
    }

    private Part Atom(int depth) => Next(depth > 0 ? 10 : 8) switch
    {
        0 or 1 => Literal(Character("ab1-")),
        2 => Literal('/'),
        3 => Escaped(Character(".+()]}\\-,")),
        4 => new(".", () => Character("ab.1/").ToString()),
        5 => Class(),
        6 => new("/a", () => "/a"),
        7 => new("a.b", () => "a" + Character("-.1") + "b"),
        _ => Group(depth),
    };

    private Part Group(int depth)
    {
        Part[] alternatives = [.. Enumerable.Range(0, 1 + Next(3)).Select(_ => Next(12) == 0 ? new Part("", () => "") : Sequence(depth - 1))];
        return new(
            (Next(2) == 0 ? "(" : "(?:") + string.Join("|", alternatives.Select(alternative => alternative.Text)) + ")",
            () => alternatives[Next(alternatives.Length)].Match());
    }

    private Part Class()
    {
        (string text, string members) = Next(10) switch
        {
            0 => ("[^/]", "ab.1"),
            1 => ("[ab]", "ab"),
            2 => ("[a-c1]", "abc1"),
            3 => ("[^a]", "b1/."),
            4 => ("[.+]", ".+"),
            5 => ("[]a]", "]a"),
            6 => ("[\\-a]", "-a"),
            7 => ("[a\\]^-]", "a]^-"),
            8 => ("[[:digit:]a]", "1a"),
            _ => ("\\d", "1"),
        };
        return new(text, () => Character(members).ToString());
    }

    private static Part Literal(char value) => new(value.ToString(), () => value.ToString());

    private static Part Escaped(char value) => new("\\" + value, () => value.ToString());

    private sealed record Part(string Text, Func<string> Match);
}
