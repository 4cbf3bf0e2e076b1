namespace TypedPolicy.Tests.Architecture;

/// <summary>Folders that use each other, directly or through others.</summary>
internal static class Cycles
{
    /// <summary>A line for each cycle, and below it one for the arrow of the cycle that the fewest types make, with these types and the files that name them.</summary>
    public static IEnumerable<string> Of(IReadOnlyCollection<FolderReference> references)
    {
        var arrows = references.ToLookup(r => (r.From, r.To));
        var folders = references.SelectMany(r => new[] { r.From, r.To }).Distinct().Order(StringComparer.Ordinal).ToList();
        var reached = folders.ToDictionary(f => f, f => Reached(f, references.ToLookup(r => r.From, r => r.To)), StringComparer.Ordinal);
        foreach (var cycle in folders.Where(f => reached[f].Contains(f)).GroupBy(f => string.Join(", ", reached[f].Where(g => reached[g].Contains(f)).Order(StringComparer.Ordinal))))
        {
            var members = cycle.ToHashSet(StringComparer.Ordinal);
            yield return $"{cycle.Key} use each other.";
            var weakest = arrows.Where(a => members.Contains(a.Key.From) && members.Contains(a.Key.To)).OrderBy(a => a.Count()).First();
            yield return $"  {weakest.Key.From} takes the least, from {weakest.Key.To}: {string.Join("; ", weakest.GroupBy(r => r.Type).Select(t => $"{t.Key} in {string.Join(", ", t.Select(r => r.File))}"))}.";
        }
    }

    /// <summary>The folders that a folder uses, and those that these use; itself only where it is one of them.</summary>
    private static HashSet<string> Reached(string folder, ILookup<string, string> uses)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<string>([folder]);
        while (next.TryPop(out var from))
        {
            foreach (var to in uses[from].Where(reached.Add))
            {
                next.Push(to);
            }
        }

        return reached;
    }
}
