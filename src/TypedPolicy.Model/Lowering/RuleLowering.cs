using System.Collections.Immutable;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Model.Lowering;

/// <summary>
/// Lowers the rules of one section. Blocks nest in C# as one likes; in CIL an optional holds conditionals and other optionals, a tunableif
/// a booleanif, and a booleanif plain rules alone. So an optional under a condition moves out of it, to the nearest optional
/// around it or to the top: its own rules keep the conditions, and what surrounds it is not affected by whether it resolves.
/// </summary>
internal sealed class RuleLowering(InterfaceTable interfaces, string module, Func<FileLabel, bool, CilNode?> fileLabel)
{
    private readonly Dictionary<Origin, string> _calls = [];

    public ImmutableArray<CilItem> Lower(IEnumerable<Rule> rules)
    {
        var scope = new Scope();
        foreach (var rule in rules)
        {
            Lower(rule, Conditions.None, scope, inOptional: false);
        }

        return Items(scope);
    }

    private void Lower(Rule rule, Conditions conditions, Scope scope, bool inOptional)
    {
        switch (rule)
        {
            case Block { IsOptional: true } block:
                var inner = new Scope();
                foreach (var child in block.Rules)
                {
                    Lower(child, conditions.And(block), inner, inOptional: true);
                }

                if (Items(inner) is { IsEmpty: false } items)
                {
                    scope.Groups.Add(new CilGroup(new CilList("optional", OptionalName(block)), block.Origin, items, TakesMarks: true));
                }

                break;
            case Block block:
                foreach (var child in block.Rules)
                {
                    Lower(child, conditions.And(block), scope, inOptional);
                }

                break;
            // In an optional, libsepol prints an error for each call with an argument that does not exist, though the optional is
            // only left out; a rule that names the same goes quietly.
            case InterfaceCall call when inOptional || !interfaces.IsCalled(call) || (conditions.HasBooleans && !interfaces.CanStandInConditional(call)):
                if (call.Base is { } expansion)
                {
                    _calls[call.Origin] = expansion.Shown;
                }

                foreach (var expanded in interfaces.Expand(call))
                {
                    Lower(expanded, conditions, scope, inOptional);
                }

                break;
            // A condition may not hold these two, and need not: what is there does not depend on booleans.
            case RequireRule required:
                scope.At(Conditions.None).Add(new CilLine(Statements.Requirement(required, module), rule.Origin));
                break;
            case TypeSetRule:
                scope.At(Conditions.None).AddRange(Statements.Of(rule).Select(s => new CilLine(s, rule.Origin)));
                break;
            case FileLabel label:
                if (fileLabel(label, inOptional || !ReferenceEquals(conditions, Conditions.None)) is { } node)
                {
                    scope.At(conditions).Add(new CilLine(node, label.Origin));
                }

                break;
            default:
                var lines = scope.At(conditions);
                foreach (var statement in Statements.Of(rule))
                {
                    lines.Add(new CilLine(statement, rule.Origin));
                }

                break;
        }
    }

    private ImmutableArray<CilItem> Items(Scope scope)
    {
        var items = ImmutableArray.CreateBuilder<CilItem>();
        var wrapped = scope.Lines
            .Select(entry => (Conditions: entry.Key, Lines: Sort(entry.Value)))
            .Where(entry => !entry.Lines.IsEmpty)
            .OrderBy(entry => entry.Conditions.SortKey, StringComparer.Ordinal)
            .ThenBy(entry => entry.Lines.OfType<CilLine>().First().Statement, CilOrder.Instance);
        foreach (var (conditions, lines) in wrapped)
        {
            items.AddRange(conditions.Wrap(lines));
        }

        items.AddRange(scope.Groups.OrderBy(group => group, GroupOrder.Instance));
        return items.ToImmutable();
    }

    /// <summary>
    /// Orders statements as their texts are, so that the order of files and attributes does not show; what comes from one attribute stays together, under
    /// one line mark. Repetitions are left out.
    /// </summary>
    private ImmutableArray<CilItem> Sort(List<CilLine> lines)
    {
        var groups = new Dictionary<Origin, List<CilNode>>();
        foreach (var line in lines)
        {
            if (!groups.TryGetValue(line.Origin, out var statements))
            {
                groups.Add(line.Origin, statements = []);
            }

            statements.Add(line.Statement);
        }

        var ordered = groups.ToArray();
        foreach (var group in ordered)
        {
            group.Value.Sort(CilOrder.Instance);
        }

        Array.Sort(ordered, static (left, right) => Compare(left.Value, right.Value) is not 0 and var order ? order : left.Key.Index.CompareTo(right.Key.Index));
        var written = new HashSet<CilNode>();
        var kept = ImmutableArray.CreateBuilder<CilItem>(lines.Count);
        foreach (var group in ordered)
        {
            var isNamed = !_calls.TryGetValue(group.Key, out var call);
            foreach (var statement in group.Value)
            {
                if (written.Add(statement))
                {
                    if (!isNamed)
                    {
                        kept.Add(new CilComment(call!));
                        isNamed = true;
                    }

                    kept.Add(new CilLine(statement, group.Key));
                }
            }
        }

        return kept.ToImmutable();
    }

    private static int Compare(List<CilNode> left, List<CilNode> right)
    {
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            if (CilOrder.Instance.Compare(left[i], right[i]) is not 0 and var order)
            {
                return order;
            }
        }

        return left.Count.CompareTo(right.Count);
    }

    private string OptionalName(Block block) => $"{NameRules.ToPrefix(module)}_{NameOf.Words(block.Name)}_optional";

    /// <summary>What an optional holds, or the top of a section: lines by their conditions, and the optionals inside.</summary>
    private sealed class Scope
    {
        public Dictionary<Conditions, List<CilLine>> Lines { get; } = [];

        public List<CilGroup> Groups { get; } = [];

        public List<CilLine> At(Conditions conditions)
        {
            if (!Lines.TryGetValue(conditions, out var lines))
            {
                Lines.Add(conditions, lines = []);
            }

            return lines;
        }
    }
    /// <summary>Optionals by their names, and those of one name by what they hold.</summary>
    private sealed class GroupOrder : IComparer<CilItem>
    {
        public static readonly GroupOrder Instance = new();

        public int Compare(CilItem? x, CilItem? y) => (x, y) switch
        {
            (CilGroup left, CilGroup right) => CilOrder.Instance.Compare(left.Head, right.Head) is not 0 and var order ? order : Compare(left.Items, right.Items),
            (CilLine left, CilLine right) => CilOrder.Instance.Compare(left.Statement, right.Statement),
            (CilComment left, CilComment right) => string.CompareOrdinal(left.Text, right.Text),
            _ => Rank(x).CompareTo(Rank(y)),
        };

        private int Compare(ImmutableArray<CilItem> left, ImmutableArray<CilItem> right)
        {
            for (var i = 0; i < left.Length && i < right.Length; i++)
            {
                if (Compare(left[i], right[i]) is not 0 and var order)
                {
                    return order;
                }
            }

            return left.Length.CompareTo(right.Length);
        }

        private static int Rank(CilItem? item) => item switch
        {
            CilLine => 0,
            CilGroup => 1,
            _ => 2,
        };
    }
}
