using TypedPolicy.Model.Naming;
using TypedPolicy.Targets;

namespace TypedPolicy.Build;

/// <summary>Reads the names of the targets that policy is generated for, and tells a target from a typing error.</summary>
internal static class KnownTargets
{
    // What Enterprise Linux is called by those who build it.
    private static readonly string[] Rebuilds = ["rhel", "centos", "rocky", "alma", "almalinux", "oracle", "ol", "redhat"];

    private static readonly char[] Separators = [';', ',', ' ', '\t', '\r', '\n'];

    /// <summary>Every known name, in the order in which messages list them.</summary>
    public static IReadOnlyList<string> All => TargetNames.All;

    /// <summary>Splits what the project asks for: names separated by <c>;</c>, <c>,</c> or white space, each taken once.</summary>
    public static IReadOnlyList<string> Parse(string targets) =>
        [.. targets.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>What is wrong with the targets that a project asks for; empty if they are all known.</summary>
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
                $"Unknown target '{name}' in TypedPolicyTargets.{(Near(name) is { } near ? $" Did you mean '{near}'?" : "")} Use one or more of {List()}.");
        }
    }

    /// <summary>The target that was probably meant: a number that differs is another release, not a slip; one that is missing is.</summary>
    public static string? Near(string name)
    {
        var lower = name.ToLowerInvariant();
        var (letters, digits) = (lower.TrimEnd("0123456789.-".ToCharArray()), Digits(lower));
        if (Rebuilds.Contains(letters, StringComparer.Ordinal) && All.FirstOrDefault(known => known == "el" + digits) is { } release)
        {
            return release;
        }

        return Similar.To(lower, All.Where(known => Digits(known) == digits))
            ?? (digits.Length == 0 && All.Where(known => Similar.To(lower, [Letters(known)]) is not null).ToList() is [var only] ? only : null)
            ?? (letters == "fedora" ? letters : null);

        static string Digits(string text) => string.Concat(text.Where(char.IsDigit));
        static string Letters(string text) => string.Concat(text.Where(c => !char.IsDigit(c)));
    }

    private static string List() => string.Join(", ", All);
}
