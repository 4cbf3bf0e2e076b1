using System.Runtime.InteropServices;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>Rules with one result, written out by types: transitions, changes and members of types, and transitions of ranges.</summary>
internal static class TypeRuleComparison
{
    /// <summary>Type rules of a kind; conditional ones by the states of the booleans in which they decide.</summary>
    public static IEnumerable<Result> Rules(SharedNames names, SharedNames.Side side, RuleKind kind)
    {
        var word = Word(kind);
        foreach (var ((source, target, @class), rules) in ByKey(side, kind))
        {
            var (subject, @object) = (side.Tables.Types[source], side.Tables.Types[target]);
            foreach (var (result, condition) in Outcomes(names.Conditions, rules))
            {
                var type = side.Tables.Types[result];
                yield return new(word, $"{word} {subject} {@object}:{side.Tables.Classes[@class]}{When(names, condition)}", type, [subject, @object, type]);
            }
        }
    }

    /// <summary>Transitions for objects of one name.</summary>
    public static IEnumerable<Result> Named(SharedNames.Side side) =>
        from transition in side.Tables.NamedTransitions
        let result = side.Tables.Types[transition.Result]
        let about = $"{side.Tables.Classes[transition.Class]} \"{transition.Name}\""
        from pair in Pairs(side.Tables, transition.Sources.Values, transition.Target)
        select new Result("type_transition", $"type_transition {pair.Source} {pair.Target}:{about}", result, [pair.Source, pair.Target, result]);

    /// <summary>Transitions of ranges.</summary>
    public static IEnumerable<Result> Ranges(SharedNames.Side side) =>
        from transition in side.Tables.RangeTransitions
        from pair in Pairs(side.Tables, [transition.Source], transition.Target)
        select new Result(
            "range_transition",
            $"range_transition {pair.Source} {pair.Target}:{side.Tables.Classes[transition.Class]}",
            ContextText.Of(side.Tables, transition.Range),
            [pair.Source, pair.Target]);

    /// <summary>Extended permissions, as the requests of all rules of the same types together.</summary>
    public static IEnumerable<Result> Extended(SharedNames names, SharedNames.Side side, RuleKind kind)
    {
        var word = Word(kind);
        foreach (var ((source, target, @class), rules) in ByKey(side, kind))
        {
            var (subject, @object) = (side.Tables.Types[source], side.Tables.Types[target]);
            foreach (var condition in rules.GroupBy(r => r.Condition))
            {
                var ranges = Merged(condition.SelectMany(r => side.Tables.Rules.Extended[r.Data].Ranges).Select(r => ((int)r.Low, (int)r.High)));
                var text = ranges.Count == 0 ? "{ }" : string.Join(' ', ranges.Select(r => r.Low == r.High ? $"0x{r.Low:x4}" : $"0x{r.Low:x4}-0x{r.High:x4}"));
                yield return new(word, $"{word} {subject} {@object}:{side.Tables.Classes[@class]} ioctl{When(names, condition.Key)}", text, [subject, @object]);
            }
        }
    }

    private static string Word(RuleKind kind) => kind switch
    {
        RuleKind.TypeTransition => "type_transition",
        RuleKind.TypeMember => "type_member",
        RuleKind.TypeChange => "type_change",
        RuleKind.AllowX => "allowxperm",
        RuleKind.AuditAllowX => "auditallowxperm",
        _ => "dontauditxperm",
    };

    private static string When(SharedNames names, int condition) => names.Conditions.Text(condition) is { Length: > 0 } text ? $" [ {text} ]" : "";

    // The rules between two types.
    private static Dictionary<(int Source, int Target, int Class), List<(int Condition, uint Data)>> ByKey(SharedNames.Side side, RuleKind kind)
    {
        var rules = new Dictionary<(int, int, int), List<(int Condition, uint Data)>>();
        foreach (var rule in side.Tables.Rules.Rules.Where(r => r.Kind == kind))
        {
            var condition = side.Condition(rule);
            if (condition == ConditionFunctions.Never)
            {
                continue;
            }

            foreach (var source in side.Tables.MembersOf[rule.Source])
            {
                foreach (var target in side.Tables.MembersOf[rule.Target])
                {
                    ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(rules, (source, target, rule.Class), out _);
                    (list ??= []).Add((condition, rule.Data));
                }
            }
        }

        return rules;
    }

    // An unconditional rule decides alone; of conditional ones the first that holds.
    private static IEnumerable<(int Result, int Condition)> Outcomes(ConditionFunctions functions, List<(int Condition, uint Data)> rules)
    {
        if (rules.Exists(r => r.Condition == ConditionFunctions.Always))
        {
            return [((int)rules.Find(r => r.Condition == ConditionFunctions.Always).Data, ConditionFunctions.Always)];
        }

        if (rules is [var one])
        {
            return [((int)one.Data, one.Condition)];
        }

        var outcomes = new List<(int Result, int Condition)>();
        var taken = ConditionFunctions.Never;
        foreach (var (condition, result) in rules)
        {
            outcomes.Add(((int)result, functions.Without(condition, taken)));
            taken = functions.Any([taken, condition]);
        }

        return outcomes.GroupBy(o => o.Result).Select(g => (g.Key, functions.Any(g.Select(o => o.Condition)))).Where(o => o.Item2 != ConditionFunctions.Never);
    }

    private static List<(int Low, int High)> Merged(IEnumerable<(int Low, int High)> ranges)
    {
        var merged = new List<(int Low, int High)>();
        foreach (var (low, high) in ranges.Order())
        {
            if (merged.Count > 0 && low <= merged[^1].High + 1)
            {
                merged[^1] = (merged[^1].Low, Math.Max(merged[^1].High, high));
            }
            else
            {
                merged.Add((low, high));
            }
        }

        return merged;
    }

    private static IEnumerable<(string Source, string Target)> Pairs(PolicyTables tables, IEnumerable<int> sources, int target) =>
        from source in sources
        from subject in tables.MembersOf[source]
        from @object in tables.MembersOf[target]
        select (tables.Types[subject], tables.Types[@object]);
}
