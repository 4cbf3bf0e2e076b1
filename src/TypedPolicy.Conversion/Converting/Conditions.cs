using TypedPolicy.Conversion.Naming;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Conversion.Converting;

/// <summary>
/// Renders conditions of booleans as the attributes of blocks. A block holds where all of its conditions do, so any other condition becomes several
/// blocks that exclude each other.
/// </summary>
internal static class Conditions
{
    private const int MaxBlocks = 16;

    /// <summary>The blocks for a condition: each a list of booleans with the value that they must have; null if they would be too many.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="value">What it must come to.</param>
    public static IReadOnlyList<IReadOnlyList<(string Boolean, bool Value)>>? Cases(Condition condition, bool value)
    {
        var booleans = new List<string>();
        Collect(condition, booleans);
        if (booleans.Count > 4)
        {
            return null;
        }

        var cases = Split(condition, value, booleans, []).ToList();
        return cases.Count <= MaxBlocks ? cases : null;
    }

    /// <summary>The attributes of a case.</summary>
    public static string Attributes(IEnumerable<(string Boolean, bool Value)> conditions, NameBook names) =>
        string.Join(", ", conditions.Select(c => $"{(c.Value ? "If" : "IfNot")}<{names.Boolean(c.Boolean)}>"));

    /// <summary>A name for the block of a case.</summary>
    public static string Name(IReadOnlyList<(string Boolean, bool Value)> conditions) =>
        string.Concat(conditions.Select((c, i) => (c.Value ? i == 0 ? "When" : "And" : i == 0 ? "Unless" : "AndNot") + NameOf.Pascal(c.Boolean)));

    /// <summary>Decides one boolean after the other until the rest no longer matters.</summary>
    private static IEnumerable<IReadOnlyList<(string Boolean, bool Value)>> Split(Condition condition, bool value, IReadOnlyList<string> open, IReadOnlyList<(string Boolean, bool Value)> decided)
    {
        if (Evaluate(condition, decided) is { } known)
        {
            return known == value ? [decided] : [];
        }

        var rest = open.Skip(1).ToList();
        return Split(condition, value, rest, [.. decided, (open[0], true)]).Concat(Split(condition, value, rest, [.. decided, (open[0], false)]));
    }

    private static bool? Evaluate(Condition condition, IReadOnlyList<(string Boolean, bool Value)> decided)
    {
        switch (condition)
        {
            case BooleanCondition boolean:
                foreach (var (name, value) in decided)
                {
                    if (name == boolean.Name)
                    {
                        return value;
                    }
                }

                return null;
            case NotCondition not:
                return !Evaluate(not.Operand, decided);
            case BinaryCondition binary:
                var (left, right) = (Evaluate(binary.Left, decided), Evaluate(binary.Right, decided));
                return binary.Operator switch
                {
                    ConditionOperator.And => left & right,
                    ConditionOperator.Or => left | right,
                    ConditionOperator.Equal => left is null || right is null ? null : left == right,
                    _ => left is null || right is null ? null : left != right,
                };
            default:
                return null;
        }
    }

    private static void Collect(Condition condition, List<string> into)
    {
        switch (condition)
        {
            case BooleanCondition boolean:
                if (!into.Contains(boolean.Name))
                {
                    into.Add(boolean.Name);
                }

                break;
            case NotCondition not:
                Collect(not.Operand, into);
                break;
            case BinaryCondition binary:
                Collect(binary.Left, into);
                Collect(binary.Right, into);
                break;
            default:
                break;
        }
    }
}
