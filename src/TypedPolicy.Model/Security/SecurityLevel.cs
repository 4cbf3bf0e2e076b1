using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedPolicy.Model.Security;

/// <summary>A sensitivity with categories: <c>s0</c>, <c>s0:c1,c4.c7</c>.</summary>
/// <remarks>Two levels are equal where they are the same set of categories at the same sensitivity, however they were written.</remarks>
public sealed record SecurityLevel
{
    /// <summary>The highest sensitivity, that of an MLS policy; an MCS policy has s0 alone.</summary>
    public const int MaxSensitivity = 15;

    /// <summary>The highest category of the policies that distributions build.</summary>
    public const int MaxCategory = 1023;

    private SecurityLevel(int sensitivity, ImmutableArray<CategoryRange> categories)
    {
        Sensitivity = sensitivity;
        Categories = categories;
    }

    /// <summary><c>s0</c>, the level of almost everything.</summary>
    public static SecurityLevel SystemLow { get; } = new(0, []);

    /// <summary>The number of the sensitivity.</summary>
    public int Sensitivity { get; }

    /// <summary>The name of the sensitivity: <c>s0</c>.</summary>
    public string SensitivityName => "s" + Sensitivity.ToString(CultureInfo.InvariantCulture);

    /// <summary>The categories: ascending, apart from one another.</summary>
    public ImmutableArray<CategoryRange> Categories { get; }

    /// <summary>Reads a level.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="value">The level.</param>
    /// <param name="error">What is wrong and what to write instead.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SecurityLevel? value, [NotNullWhen(false)] out string? error)
    {
        value = null;
        string level = text ?? "";
        int colon = level.IndexOf(':');
        string name = colon < 0 ? level : level.Substring(0, colon);
        if (!TryReadNumber(name, 's', MaxSensitivity, out int sensitivity))
        {
            error = $"'{name}' is not a sensitivity: write s0 to s{MaxSensitivity}, by number, since names such as SystemHigh are translated by each machine";
            return false;
        }

        List<CategoryRange> ranges = [];
        if (colon >= 0)
        {
            foreach (string item in level.Substring(colon + 1).Split(','))
            {
                if (!TryReadRange(item, out CategoryRange range, out error))
                {
                    return false;
                }

                ranges.Add(range);
            }
        }

        value = new(sensitivity, Merge(ranges));
        error = null;
        return true;
    }

    /// <summary>Whether this level is at or above the other: its sensitivity is no lower, and it has all the other's categories.</summary>
    public bool Dominates(SecurityLevel other) =>
        Sensitivity >= other.Sensitivity
        && other.Categories.All(theirs => Categories.Any(ours => ours.Low <= theirs.Low && theirs.High <= ours.High));

    /// <summary>The canonical spelling, which is libsepol's.</summary>
    public override string ToString() =>
        Categories.IsEmpty ? SensitivityName : SensitivityName + ":" + string.Join(",", Categories);

    /// <inheritdoc/>
    public bool Equals(SecurityLevel? other) =>
        other is not null && Sensitivity == other.Sensitivity && Categories.SequenceEqual(other.Categories);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static bool TryReadRange(string item, out CategoryRange range, [NotNullWhen(false)] out string? error)
    {
        range = default;
        int dot = item.IndexOf('.');
        string low = dot < 0 ? item : item.Substring(0, dot);
        string high = dot < 0 ? item : item.Substring(dot + 1);
        if (!TryReadNumber(low, 'c', MaxCategory, out int first) || !TryReadNumber(high, 'c', MaxCategory, out int last))
        {
            error = $"'{item}' is not a category: write c0 to c{MaxCategory}, or a range of them such as c0.c3";
            return false;
        }

        if (last < first)
        {
            error = $"the categories of '{item}' descend: write '{high}.{low}'";
            return false;
        }

        range = new(first, last);
        error = null;
        return true;
    }

    private static bool TryReadNumber(string name, char letter, int maximum, out int number)
    {
        number = 0;
        if (name.Length is < 2 or > 5 || name[0] != letter || (name[1] == '0' && name.Length > 2))
        {
            return false;
        }

        for (int i = 1; i < name.Length; i++)
        {
            if (name[i] is < '0' or > '9')
            {
                return false;
            }

            number = (number * 10) + (name[i] - '0');
        }

        return number <= maximum;
    }

    private static ImmutableArray<CategoryRange> Merge(List<CategoryRange> ranges)
    {
        ranges.Sort((x, y) => x.Low.CompareTo(y.Low));
        var merged = ImmutableArray.CreateBuilder<CategoryRange>();
        foreach (CategoryRange range in ranges)
        {
            if (merged.Count > 0 && range.Low <= merged[merged.Count - 1].High + 1)
            {
                CategoryRange last = merged[merged.Count - 1];
                merged[merged.Count - 1] = last with { High = Math.Max(last.High, range.High) };
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged.ToImmutable();
    }
}
