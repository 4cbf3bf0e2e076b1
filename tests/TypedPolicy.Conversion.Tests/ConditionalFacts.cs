using TypedPolicy.Toolchain.Tests.Reading;

namespace TypedPolicy.Conversion.Tests;

/// <summary>
/// Conditions of facts, compared by what they mean: <c>a || !b</c> is one condition to checkmodule and two that exclude each other in C#, where
/// the conditions of a block are all true.
/// </summary>
internal static class ConditionalFacts
{
    /// <summary>The facts that do not hold under the same values of the booleans in both policies.</summary>
    public static IEnumerable<string> Different(IEnumerable<string> facts, PolicyDump one, PolicyDump other) =>
        facts.Where(fact => fact.Split(" if ") is not [var plain, _] || !IsSame(one.ConditionsOf(plain), other.ConditionsOf(plain)));

    private static bool IsSame(IReadOnlyCollection<string> one, IReadOnlyCollection<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return false;
        }

        var names = one.Concat(other).SelectMany(Names).Distinct().Order(StringComparer.Ordinal).ToArray();
        return Enumerable.Range(0, 1 << names.Length).All(row => one.Any(c => Holds(c, names, row)) == other.Any(c => Holds(c, names, row)));
    }

    private static IEnumerable<string> Names(string condition) =>
        condition.Split(" in ") is [var names, _] ? names.Split(',') : condition.Length == 0 ? [] : condition.Split(" & ").Select(n => n.TrimStart('!'));

    private static bool Holds(string condition, string[] names, int row)
    {
        bool Value(string name) => (row >> Array.IndexOf(names, name) & 1) == 1;
        if (condition.Split(" in ") is not [var some, var rows])
        {
            return condition.Length == 0 || condition.Split(" & ").All(n => n[0] == '!' ? !Value(n[1..]) : Value(n));
        }

        var own = some.Split(',');
        var ownRow = own.Select((name, bit) => Value(name) ? 1 << bit : 0).Sum();
        return rows.Split(',').Contains(ownRow.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
