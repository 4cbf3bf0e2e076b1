using System.Text;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Differences;
using TypedPolicy.Sepol.Queries;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Differences;

/// <summary>Conditional rules are compared by what holds in each state of the booleans, decided here for every state by itself.</summary>
[Trait("Needs", "toolchain")]
public class ConditionStateTests(ITestOutputHelper output)
{
    private static readonly string[] Booleans = ["open", "late", "sale", "cash"];
    private static readonly string[] Permissions = ["read", "write", "ioctl"];

    private static readonly string Base = EveryPart.Cil.Replace("(boolean late true)", "(boolean late true)\n(boolean sale false)\n(boolean cash false)", StringComparison.Ordinal) + "\n";

    // libsepol 3.4 takes 'a and not b' and 'b and not a' for one condition, since it compares truth tables without regard to which boolean comes first; so these name booleans in one order.
    [Theory]
    [InlineData("(booleanif (or open (not late)) (true RULE))", "(booleanif open (true RULE))\n(booleanif (and (not open) (not late)) (true RULE))")]
    [InlineData("RULE", "(booleanif open (true RULE) (false RULE))")]
    [InlineData("RULE", "(booleanif (and open (not open)) (false RULE))")]
    [InlineData("", "(booleanif (and open (not open)) (true RULE))")]
    [InlineData("(booleanif (xor open late) (true RULE))", "(booleanif open (true (allow shop_t goods_t (dir (add_name)))))\n(booleanif (and open (not late)) (true RULE))\n(booleanif (and (not open) late) (true RULE))")]
    [InlineData("(booleanif open (true RULE))\n(booleanif late (true RULE))\n(booleanif sale (true RULE))", "(booleanif (or sale (or late open)) (true RULE))")]
    public void The_same_in_every_state_is_no_difference(string one, string other)
    {
        const string Rule = "(allow shop_t goods_t (dir (search)))";
        const string Kept = "\n(booleanif open (true (allow shop_t goods_t (dir (add_name)))))";
        var (before, after) = (Read(one.Replace("RULE", Rule, StringComparison.Ordinal) + Kept), Read(other.Replace("RULE", Rule, StringComparison.Ordinal) + Kept));
        Assert.Empty(PolicyDifference.Between(before, after).Lines);
    }

    [Fact]
    public void Another_condition_is_a_difference_with_both()
    {
        var (before, after) = (
            Read("(booleanif open (true (allow shop_t goods_t (dir (search)))))"),
            Read("(booleanif open (true (allow shop_t goods_t (dir (search)))))\n(booleanif (and sale cash) (true (allow shop_t goods_t (dir (search)))))"));
        Assert.Equal(
            ["+ allow shop_t goods_t:dir { +search }; [ open || (sale && cash) ]", "- allow shop_t goods_t:dir { -search }; [ open ]"],
            PolicyDifference.Between(before, after).Lines.Order());
    }

    [Fact]
    public void A_thousand_random_pairs_differ_where_some_state_differs_and_nowhere_else()
    {
        var random = new Random(14);
        var (equal, different) = (0, 0);
        for (var i = 0; i < 1000; i++)
        {
            var rules = Rules(random);
            var (before, after) = (Read(rules), Read(random.Next(3) == 0 ? Rules(random) : Rewritten(rules, random)));
            var lines = PolicyDifference.Between(before, after).Access;
            var expected = States(before).Zip(States(after)).Any(s => s.First != s.Second);
            Assert.True(expected == !lines.IsEmpty, $"{rules}\n{string.Join('\n', lines)}");
            _ = expected ? different++ : equal++;
        }

        output.WriteLine($"{equal} equal, {different} different");
        Assert.True(equal > 100 && different > 100);
    }

    [Fact]
    public void A_condition_without_a_small_diagram_is_compared_by_its_words_and_in_bounded_time()
    {
        // x0 & y0 | x1 & y1 | …, with all x before all y: the diagram doubles with each pair.
        const int Pairs = 26;
        var names = Enumerable.Range(0, Pairs).SelectMany(i => new[] { $"x{i:00}", $"y{i:00}" });
        var functions = new ConditionFunctions(names);
        var expression = Enumerable.Range(0, Pairs).SelectMany(i => i == 0 ? (int[])[i + 1, Pairs + i + 1, -4] : [i + 1, Pairs + i + 1, -4, -3]).ToArray();
        var one = functions.Of(expression, true, Name, "one");
        Assert.Equal(one, functions.Of(expression, true, Name, "one"));
        Assert.NotEqual(one, functions.Of(expression, true, Name, "other"));
        Assert.NotEqual(one, functions.Of(expression, false, Name, "not one"));

        static string Name(int boolean) => boolean <= Pairs ? $"x{boolean - 1:00}" : $"y{boolean - Pairs - 1:00}";
    }

    private static string Rules(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 7); i > 0; i--)
        {
            var rule = $"({(random.Next(3) == 0 ? "dontaudit" : "allow")} {(random.Next(3) == 0 ? "actor" : "shop_t")} {(random.Next(3) == 0 ? "thing" : "goods_t")} (dir ({Permissions[random.Next(3)]})))";
            text.Append(random.Next(5) == 0 ? rule + "\n" : $"(booleanif {Condition(random, 2)} ({(random.Next(3) == 0 ? "false" : "true")} {rule}))\n");
        }

        return text.ToString();
    }

    private static string Condition(Random random, int depth) => depth == 0 || random.Next(3) == 0
        ? Booleans[random.Next(Booleans.Length)]
        : random.Next(4) == 0 ? $"(not {Condition(random, depth - 1)})" : $"({((string[])["and", "or", "xor", "eq", "neq"])[random.Next(5)]} {Condition(random, depth - 1)} {Condition(random, depth - 1)})";

    // Other words that often mean the same: rules in another order, one of them split by a boolean.
    private static string Rewritten(string rules, Random random)
    {
        var lines = rules.Split('\n', StringSplitOptions.RemoveEmptyEntries).OrderBy(_ => random.Next()).ToList();
        var at = random.Next(lines.Count);
        if (!lines[at].StartsWith("(booleanif", StringComparison.Ordinal))
        {
            lines[at] = $"(booleanif {Booleans[random.Next(4)]} (true {lines[at]}) (false {(random.Next(4) == 0 ? "(allow till_t till_t (dir (search)))" : lines[at])}))";
        }

        return string.Join('\n', lines) + "\n";
    }

    // What holds between all types, in each of the 16 states.
    private static IEnumerable<string> States(KernelPolicy policy) => Enumerable.Range(0, 16).Select(state =>
    {
        var booleans = policy.Defaults.With(Booleans.Select((b, i) => KeyValuePair.Create(b, (state >> i & 1) != 0)));
        var text = new StringBuilder();
        foreach (var rule in policy.Tables.Rules.Rules.Where(r => (r.Kind & RuleKind.Access) != 0 && booleans.Holds(r.Condition)))
        {
            foreach (var source in policy.Tables.MembersOf[rule.Source])
            {
                foreach (var target in policy.Tables.MembersOf[rule.Target])
                {
                    var data = rule.Kind == RuleKind.AuditDeny ? ~rule.Data : rule.Data;
                    foreach (var permission in policy.PermissionNames(rule.Class, data))
                    {
                        text.Append($"{rule.Kind} {source} {target} {rule.Class} {permission}\n");
                    }
                }
            }
        }

        return string.Join('\n', text.ToString().Split('\n').Distinct().Order(StringComparer.Ordinal));
    });

    private static KernelPolicy Read(string rules) => KernelPolicy.Read(EveryPart.Link(Base + rules));
}
