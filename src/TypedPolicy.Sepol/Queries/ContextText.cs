using System.Text;
using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>Security contexts between their text and the values of a policy.</summary>
internal static class ContextText
{
    /// <summary>Reads <c>user:role:type:range</c>.</summary>
    /// <exception cref="SepolException">It is not a context, or names what the policy does not have.</exception>
    public static ContextPart Read(PolicyTables tables, string text)
    {
        var parts = text.Split(':', 4);
        return parts.Length == 4
            ? new(tables.Users[parts[0]], tables.Roles[parts[1]], tables.Types[parts[2]], ReadRange(tables, parts[3]))
            : throw new SepolException($"'{text}' is not a context: a user, a role, a type and a range are needed.");
    }

    public static string Of(PolicyTables tables, ContextPart context) =>
        $"{tables.Users[context.User]}:{tables.Roles[context.Role]}:{tables.Types[context.Type]}:{Of(tables, context.Range)}";

    public static string Of(PolicyTables tables, RangePart range)
    {
        var (low, high) = (Of(tables, range.Low), Of(tables, range.High));
        return low == high ? low : $"{low}-{high}";
    }

    public static RangePart ReadRange(PolicyTables tables, string text)
    {
        var levels = text.Split('-', 2);
        var low = ReadLevel(tables, levels[0]);
        return new(low, levels.Length == 2 ? ReadLevel(tables, levels[1]) : low);
    }

    private static LevelPart ReadLevel(PolicyTables tables, string text)
    {
        var parts = text.Split(':', 2);
        var categories = new SortedSet<int>();
        foreach (var item in parts.Length == 2 ? parts[1].Split(',') : [])
        {
            var ends = item.Split('.', 2);
            var (first, last) = (tables.Categories[ends[0]], tables.Categories[ends[^1]]);
            if (last < first)
            {
                throw new SepolException($"The categories '{item}' are in the wrong order.");
            }

            categories.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        return new(tables.Sensitivities[parts[0]], ValueSet.Of(categories));
    }

    public static string Of(PolicyTables tables, LevelPart level)
    {
        var text = new StringBuilder(tables.Sensitivities[level.Sensitivity]);
        int? first = null;
        var last = 0;
        foreach (var category in level.Categories.Values)
        {
            if (first is null || category != last + 1)
            {
                Close();
                text.Append(first is null ? ':' : ',');
                first = category;
            }

            last = category;
        }

        Close();
        return text.ToString();

        // Two neighbours are two names, as libsepol writes them; three and more are a range.
        void Close()
        {
            if (first is { } low)
            {
                text.Append(tables.Categories[low]);
                text.Append(last == low ? "" : $"{(last == low + 1 ? ',' : '.')}{tables.Categories[last]}");
            }
        }
    }
}
