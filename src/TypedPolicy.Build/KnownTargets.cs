using TypedPolicy.Model.Naming;

namespace TypedPolicy.Build;

/// <summary>
/// The names of the targets that policy is generated for. The tables themselves are the model's; the task only has to tell a
/// target from a typing error, and a test compares the two lists.
/// </summary>
internal static class KnownTargets
{
    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    /// <summary>Every known name, in the order in which messages list them.</summary>
    public static IReadOnlyList<string> All { get; } = ["debian12", "el8", "el9", "el10", "fedora", "refpolicy"];

    /// <summary>Splits what the project asks for: names separated by <c>;</c>, <c>,</c> or white space, each taken once.</summary>
    public static IReadOnlyList<string> Parse(string targets) =>
        [.. targets.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>What is wrong with the targets that a project asks for; nothing if they are all known.</summary>
    public static IEnumerable<Fault> Check(IReadOnlyList<string> asked)
    {
        if (asked.Count == 0)
        {
            yield return new(ErrorIds.UnknownTarget, $"TypedPolicyTargets is empty. Set it to one or more of {List()}.");
        }

        foreach (var name in asked.Where(name => !All.Contains(name, StringComparer.Ordinal)))
        {
            yield return new(
                ErrorIds.UnknownTarget,
                $"TypedPolicyTargets asks for '{name}', which is no known target. {(Near(name) is { } near ? $"Perhaps {near} is meant. " : "")}Write one or more of {List()}.");
        }
    }

    /// <summary>The target that was probably meant: a number that differs is another release, not a slip.</summary>
    private static string? Near(string name)
    {
        var lower = name.ToLowerInvariant();
        return Similar.To(lower, All.Where(known => Digits(known) == Digits(lower)));

        static string Digits(string text) => string.Concat(text.Where(char.IsDigit));
    }

    private static string List() => string.Join(", ", All);
}
