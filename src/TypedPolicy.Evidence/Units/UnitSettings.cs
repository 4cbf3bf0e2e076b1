namespace TypedPolicy.Evidence.Units;

/// <summary>What a unit and its drop-ins say, in the order in which it counts.</summary>
/// <param name="name">The unit's name.</param>
/// <param name="entries">The assignments.</param>
internal sealed class UnitSettings(UnitName name, IEnumerable<UnitEntry> entries)
{
    /// <summary>The section of a D-Bus service file.</summary>
    public const string BusSection = "D-BUS Service";

    private static readonly string[] Yes = ["1", "yes", "y", "true", "t", "on"];

    /// <summary>The unit's name.</summary>
    public UnitName Name { get; } = name;

    /// <summary>The assignments.</summary>
    public List<UnitEntry> Entries { get; } = [.. entries];

    /// <summary>What its specifiers stand for.</summary>
    public UnitSpecifiers Specifiers { get; } = new(name);

    /// <summary>The assignments of a list, without those before one that is empty, which resets it.</summary>
    public IReadOnlyList<UnitEntry> List(params IReadOnlyList<string> names)
    {
        var all = Entries.Where(e => names.Contains(e.Name)).ToList();
        return all[(all.FindLastIndex(e => e.Value.Length == 0) + 1)..];
    }

    /// <summary>The assignment that counts of a setting; null if it is not set.</summary>
    public UnitEntry? Last(string name) => Entries.LastOrDefault(e => e.Name == name) is { Value.Length: > 0 } entry ? entry : null;

    /// <summary>The assignment of a setting that is switched on; null if it is not.</summary>
    public UnitEntry? On(string name) => Last(name) is { } entry && IsOn(entry) ? entry : null;

    /// <summary>Whether a value is yes.</summary>
    public static bool IsOn(UnitEntry entry) => Yes.Contains(entry.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a list, specifiers replaced, each with the assignment that it is in.</summary>
    public IEnumerable<(string Word, UnitEntry Entry)> Words(params IReadOnlyList<string> names) =>
        from entry in List(names)
        from word in UnitWords.Split(entry.Value) ?? []
        select (Specifiers.Expand(word), entry);
}
