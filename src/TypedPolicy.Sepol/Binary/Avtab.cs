using System.Collections.Immutable;
using TypedPolicy.Model.Security;

namespace TypedPolicy.Sepol.Binary;

/// <summary>What a type enforcement rule is, by the bit that the policy has for it.</summary>
[Flags]
internal enum RuleKind : ushort
{
    Allow = 0x1,
    AuditAllow = 0x2,

    /// <summary>What is still audited: the permissions that no <c>dontaudit</c> names.</summary>
    AuditDeny = 0x4,
    TypeTransition = 0x10,
    TypeMember = 0x20,
    TypeChange = 0x40,
    AllowX = 0x100,
    AuditAllowX = 0x200,
    DontAuditX = 0x400,
    Access = Allow | AuditAllow | AuditDeny,
    Types = TypeTransition | TypeMember | TypeChange,
    Extended = AllowX | AuditAllowX | DontAuditX,
}

/// <summary>One rule, between types or attributes by value.</summary>
/// <param name="Data">Permissions, the resulting type, or the index of the extended permissions.</param>
/// <param name="Condition">0: always. N: where condition N holds. -N: where it does not.</param>
internal readonly record struct AvtabRule(ushort Source, ushort Target, ushort Class, RuleKind Kind, uint Data, int Condition)
{
    /// <summary>The order of the table: by source, target, class and kind.</summary>
    public ulong Key => ((ulong)Source << 48) | ((ulong)Target << 32) | ((ulong)Class << 16) | (ushort)Kind;
}

/// <summary>Extended permissions: the low bytes of one driver, or whole drivers.</summary>
internal sealed record ExtendedPermissions(byte Specified, byte Driver, uint[] Words)
{
    /// <summary>XPERMS_IOCTLFUNCTION: bits are the low bytes of the driver's requests. Otherwise, XPERMS_IOCTLDRIVER: bits are drivers.</summary>
    public const byte Function = 1;

    /// <summary>The requests, as ranges, both ends included.</summary>
    public IEnumerable<(ushort Low, ushort High)> Ranges
    {
        get
        {
            for (var low = 0; low < 256; low++)
            {
                if (!Has(low))
                {
                    continue;
                }

                var high = low;
                while (high < 255 && Has(high + 1))
                {
                    high++;
                }

                yield return Specified == Function ? ((ushort)((Driver << 8) | low), (ushort)((Driver << 8) | high)) : ((ushort)(low << 8), (ushort)((high << 8) | 0xff));
                low = high;
            }
        }
    }

    /// <summary>Whether a request is among them.</summary>
    public bool Contains(ushort request) => Specified == Function ? Driver == request >> 8 && Has(request & 0xff) : Has(request >> 8);

    private bool Has(int bit) => (Words[bit >> 5] >> (bit & 31) & 1) != 0;
}

/// <summary>All type enforcement rules, sorted, with indexes by source and by target.</summary>
internal sealed class Avtab
{
    private readonly int[] _sources;
    private readonly int[] _targets;
    private readonly int[] _byTarget;

    public Avtab(AvtabRule[] rules, int types, ExtendedPermissions[] extended)
    {
        Array.Sort(rules, (x, y) => x.Key.CompareTo(y.Key) is not 0 and var order ? order : x.Condition != y.Condition ? x.Condition.CompareTo(y.Condition) : x.Data.CompareTo(y.Data));
        Rules = rules;
        Extended = extended;
        _sources = Offsets(types, r => r.Source);
        _targets = Offsets(types, r => r.Target);
        _byTarget = new int[rules.Length];
        var next = (int[])_targets.Clone();
        for (var i = 0; i < rules.Length; i++)
        {
            _byTarget[next[rules[i].Target]++] = i;
        }
    }

    /// <summary>Every rule in the order of its key.</summary>
    public AvtabRule[] Rules { get; }

    public ExtendedPermissions[] Extended { get; }

    /// <summary>The rules whose source is exactly this type or attribute.</summary>
    public ReadOnlySpan<AvtabRule> From(int source) => Rules.AsSpan(_sources[source].._sources[source + 1]);

    /// <summary>Where in <see cref="Rules"/> those of a source begin.</summary>
    public int IndexOf(int source) => _sources[source];

    /// <summary>The places in <see cref="Rules"/> of those whose target is exactly this type or attribute.</summary>
    public ReadOnlySpan<int> To(int target) => _byTarget.AsSpan(_targets[target].._targets[target + 1]);

    /// <summary>The rules between exactly these, of one class.</summary>
    public ReadOnlySpan<AvtabRule> Between(int source, int target, int @class)
    {
        var rules = From(source);
        var low = ((ulong)source << 48) | ((ulong)target << 32) | ((ulong)@class << 16);
        var start = First(rules, low);
        rules = rules[start..];
        var length = 0;
        while (length < rules.Length && (rules[length].Key & ~0xffffUL) == low)
        {
            length++;
        }

        return rules[..length];
    }

    /// <summary>The requests of extended rules, ascending and apart from one another.</summary>
    public ImmutableArray<IoctlRange> RangesOf(IEnumerable<AvtabRule> rules)
    {
        var ranges = new List<IoctlRange>();
        foreach (var (low, high) in rules.SelectMany(r => Extended[r.Data].Ranges).Order())
        {
            if (ranges.Count > 0 && low <= ranges[^1].High + 1)
            {
                ranges[^1] = ranges[^1] with { High = Math.Max(ranges[^1].High, high) };
            }
            else
            {
                ranges.Add(new(low, high));
            }
        }

        return [.. ranges];
    }

    private static int First(ReadOnlySpan<AvtabRule> rules, ulong key)
    {
        int low = 0, high = rules.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = rules[middle].Key < key ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // At each value, where its rules begin; rules lie by value.
    private int[] Offsets(int types, Func<AvtabRule, ushort> value)
    {
        var offsets = new int[types + 3];
        foreach (var rule in Rules)
        {
            offsets[value(rule) + 1]++;
        }

        for (var i = 1; i < offsets.Length; i++)
        {
            offsets[i] += offsets[i - 1];
        }

        return offsets;
    }
}
