using System.Collections.Immutable;

namespace TypedPolicy.Model.Security;

/// <summary>A list of ioctl request numbers: <c>0x8910-0x8920, 0x1234</c>.</summary>
/// <remarks>
/// secilc takes descending ranges and more than 16 bits silently. Two lists are equal where they are the same
/// numbers; the problems, which have places in the source, take no part in it.
/// </remarks>
public sealed record IoctlRequests
{
    /// <summary>The highest number: the type and the number of a request, without direction and size.</summary>
    public const int Max = 0xffff;

    private IoctlRequests(string source, ImmutableArray<IoctlRange> ranges, ImmutableArray<IoctlProblem> problems)
    {
        Source = source;
        Ranges = ranges;
        Problems = problems;
    }

    /// <summary>What the author wrote.</summary>
    public string Source { get; }

    /// <summary>The numbers: ascending, apart from one another.</summary>
    public ImmutableArray<IoctlRange> Ranges { get; }

    /// <summary>Everything that is wrong, in the order of the source.</summary>
    public ImmutableArray<IoctlProblem> Problems { get; }

    /// <summary>Whether the rule may be written.</summary>
    public bool IsValid => Problems.IsEmpty;

    /// <summary>Reads a list; never throws.</summary>
    public static IoctlRequests Parse(string text)
    {
        string source = text ?? "";
        List<IoctlRange> ranges = [];
        var problems = ImmutableArray.CreateBuilder<IoctlProblem>();
        int start = 0;
        foreach (string item in source.Split(','))
        {
            ReadItem(source, start, item.Length, ranges, problems);
            start += item.Length + 1;
        }

        return new(source, Merge(ranges), problems.ToImmutable());
    }

    /// <summary>All other numbers: <c>~{ 0x1-0xfffe }</c> of the policy language is <c>0x0, 0xffff</c>.</summary>
    public IoctlRequests Complement()
    {
        var others = ImmutableArray.CreateBuilder<IoctlRange>();
        int next = 0;
        foreach (IoctlRange range in Ranges)
        {
            if (range.Low > next)
            {
                others.Add(new(next, range.Low - 1));
            }

            next = range.High + 1;
        }

        if (next <= Max)
        {
            others.Add(new(next, Max));
        }

        return new(string.Join(", ", others), others.ToImmutable(), []);
    }

    /// <summary>The canonical spelling.</summary>
    public override string ToString() => string.Join(", ", Ranges);

    /// <inheritdoc/>
    public bool Equals(IoctlRequests? other) => other is not null && IsValid == other.IsValid && Ranges.SequenceEqual(other.Ranges);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private static void ReadItem(string source, int start, int length, List<IoctlRange> ranges, ImmutableArray<IoctlProblem>.Builder problems)
    {
        (start, length) = Trim(source, start, length);
        int dash = source.IndexOf('-', start, length);
        (int lowStart, int lowLength) = dash < 0 ? (start, length) : Trim(source, start, dash - start);
        (int highStart, int highLength) = dash < 0 ? (start, length) : Trim(source, dash + 1, start + length - dash - 1);
        int? low = ReadNumber(source, lowStart, lowLength, problems);
        int? high = dash < 0 ? low : ReadNumber(source, highStart, highLength, problems);
        if (low is not { } first || high is not { } last)
        {
            return;
        }

        if (last < first)
        {
            string turned = source.Substring(highStart, highLength) + "-" + source.Substring(lowStart, lowLength);
            problems.Add(new(start, length, $"the range descends, and secilc would accept it silently; write '{turned}'", turned));
            return;
        }

        ranges.Add(new(first, last));
    }

    private static int? ReadNumber(string source, int start, int length, ImmutableArray<IoctlProblem>.Builder problems)
    {
        if (length == 0)
        {
            // an empty span cannot be shown: take in the separator beside it
            int shown = Math.Max(0, Math.Min(start, source.Length - 1));
            problems.Add(new(shown, Math.Min(1, source.Length), "a request number is missing; write one such as 0x8910, or a range such as 0x8910-0x8920"));
            return null;
        }

        bool hexadecimal = length > 2 && source[start] == '0' && source[start + 1] is 'x' or 'X';
        long value = 0;
        for (int i = hexadecimal ? start + 2 : start; i < start + length; i++)
        {
            int digit = source[i] switch
            {
                >= '0' and <= '9' => source[i] - '0',
                >= 'a' and <= 'f' => source[i] - 'a' + 10,
                >= 'A' and <= 'F' => source[i] - 'A' + 10,
                _ => 16,
            };
            if (digit >= (hexadecimal ? 16 : 10))
            {
                problems.Add(new(start, length, "this is not a request number; write a hexadecimal one such as 0x8910, or a decimal one"));
                return null;
            }

            value = Math.Min((value * (hexadecimal ? 16 : 10)) + digit, long.MaxValue / 32);
        }

        if (value <= Max)
        {
            return (int)value;
        }

        bool whole = value <= uint.MaxValue;
        string low = IoctlRange.Name((int)(value & Max));
        problems.Add(new(
            start,
            length,
            "a request number has 16 bits, the type and the number without direction and size" + (whole ? $"; write '{low}'" : ""),
            whole ? low : null));
        return null;
    }

    private static (int Start, int Length) Trim(string source, int start, int length)
    {
        while (length > 0 && source[start] is ' ' or '\t')
        {
            start++;
            length--;
        }

        while (length > 0 && source[start + length - 1] is ' ' or '\t')
        {
            length--;
        }

        return (start, length);
    }

    private static ImmutableArray<IoctlRange> Merge(List<IoctlRange> ranges)
    {
        ranges.Sort((x, y) => x.Low.CompareTo(y.Low));
        var merged = ImmutableArray.CreateBuilder<IoctlRange>();
        foreach (IoctlRange range in ranges)
        {
            if (merged.Count > 0 && range.Low <= merged[merged.Count - 1].High + 1)
            {
                IoctlRange last = merged[merged.Count - 1];
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
