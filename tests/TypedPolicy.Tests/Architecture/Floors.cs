using System.Text.RegularExpressions;

namespace TypedPolicy.Tests.Architecture;

/// <summary>The floors of the projects as ARCHITECTURE.md shows them: a line for each project, <c>Model: Languages, . ← Naming, Cil ← Rules</c>.</summary>
internal static partial class Floors
{
    /// <summary>The floor of each folder, counted from the lowest.</summary>
    public static Dictionary<string, int> Read(string page) => Line().Matches(page)
        .SelectMany(line => line.Groups["floors"].Value.Split('←').SelectMany((floor, number) => floor.Split(',', StringSplitOptions.TrimEntries).Select(folder => (Folder: $"{line.Groups["project"].Value}/{folder}", number))))
        .ToDictionary(f => f.Folder, f => f.number, StringComparer.Ordinal);

    [GeneratedRegex(@"^(?<project>[\w.]+): +(?<floors>[\w./, ←]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
