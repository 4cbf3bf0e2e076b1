using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>Sensitivities, categories and their order.</summary>
internal static class LevelComparison
{
    /// <summary>The order of names that both policies have: the names that follow another one than before.</summary>
    public static IEnumerable<PolicyChange> Order(SharedNames names, string kind, string rule, Func<PolicyTables, Symbols> of)
    {
        var (before, after) = (of(names.Before.Tables).Names.ToList(), of(names.After.Tables).Names.ToList());
        var both = before.Intersect(after, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var previous = Previous(before.Where(both.Contains));
        foreach (var (name, follows) in Previous(after.Where(both.Contains)).Where(p => previous[p.Key] != p.Value))
        {
            yield return new ResultChange(kind, $"{rule} {name} after", previous[name], follows);
        }

        static Dictionary<string, string> Previous(IEnumerable<string> ordered)
        {
            var last = "(none)";
            var previous = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var name in ordered)
            {
                previous[name] = last;
                last = name;
            }

            return previous;
        }
    }

    /// <summary>The categories that each sensitivity may have.</summary>
    public static IEnumerable<Result> Levels(SharedNames.Side side)
    {
        var tables = side.Tables;
        return Enumerable.Range(1, tables.Sensitivities.Count).Where(tables.Sensitivities.Has)
            .Select(s => new Result("level", $"level {tables.Sensitivities[s]}", ContextText.Of(tables, new LevelPart(s, tables.LevelParts[s])), []));
    }
}
