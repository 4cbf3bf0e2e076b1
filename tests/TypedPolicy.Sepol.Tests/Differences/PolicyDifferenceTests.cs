using TypedPolicy.Sepol.Differences;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Tests.Debian;
using TypedPolicy.Sepol.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Differences;

/// <summary>What two policies say differently, as sediff finds it, and that words alone make no difference.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(DebianLink))]
public class PolicyDifferenceTests(DebianLink debian, ITestOutputHelper output)
{
    private const string Types = "(type a_t) (roletype object_r a_t)\n(type b_t) (roletype object_r b_t)\n(boolean x false) (boolean y false)\n(typeattribute g) (typeattributeset g (a_t b_t))\n";

    [Fact]
    public void Forty_pairs_of_random_policies_differ_as_setools_says()
    {
        using var folder = new TemporaryFolder();
        var random = new Random(11);
        var pairs = Enumerable.Range(0, 40).Select(i => (Before: Linked(RandomModule.Write(random)), After: Linked(RandomModule.Write(random)))).ToList();
        var questions = pairs.Select((p, i) => $"{Written(folder, $"{i}.a", p.Before)} {Written(folder, $"{i}.b", p.After)}");
        var answers = string.Join('\n', Setools.Ask("diff.py", questions)).Split("\n.", StringSplitOptions.None)[..^1];
        Assert.Equal(pairs.Count, answers.Length);
        var lines = 0;
        foreach (var (pair, answer) in pairs.Zip(answers))
        {
            var expected = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToList();
            Assert.Equal(expected, Lines(Difference(pair.Before, pair.After), withConditions: true).Order(StringComparer.Ordinal));
            lines += expected.Count;
        }

        output.WriteLine($"{lines} differences");
        Assert.True(lines > 4000);
    }

    [Fact]
    public void Debian_with_and_without_the_samples_differs_as_setools_says()
    {
        var bare = PolicyLinker.Link(debian.Sources.SkipLast(3)).Policy!;
        var answer = Setools.Ask("diff.py", [$"{Written(debian.Folder, "bare.33", bare)} {debian.Path}"])[..^1];
        var lines = Lines(PolicyDifference.Between(KernelPolicy.Read(bare), debian.Policy), withConditions: false);
        output.WriteLine($"{answer.Length} differences");
        Assert.Equal(answer.SelectMany(ByPermission).Distinct().Order(StringComparer.Ordinal), lines.SelectMany(ByPermission).Distinct().Order(StringComparer.Ordinal));

        // setools lists each rule with its own condition, of two that overlap too; that there is a condition is all that is compared here.
        static IEnumerable<string> ByPermission(string line) => line.Split(' ') is [var sign, "allow" or "auditallow" or "dontaudit", ..] and { Length: >= 6 } words
            ? words[5].Split(',').Select(p => $"{sign} {string.Join(' ', words[1..5])} {p}{(words.Length > 6 ? " if" : "")}")
            : [line];
    }

    [Theory]
    [InlineData("(allow a_t a_t (file (read)))(allow a_t b_t (file (read)))(allow b_t a_t (file (read)))(allow b_t b_t (file (read)))", "(allow g g (file (read)))")]
    [InlineData("(allow a_t b_t (file (read)))(allow a_t b_t (file (write)))", "(allow a_t b_t (file (write read)))")]
    [InlineData("(booleanif x (false (allow a_t b_t (file (read)))))", "(booleanif (not x) (true (allow a_t b_t (file (read)))))")]
    [InlineData("(booleanif (and x y) (true (allow a_t b_t (file (read)))))", "(booleanif (not (or (not y) (not x))) (true (allow a_t b_t (file (read)))))")]
    [InlineData("(allow a_t b_t (file (read)))(booleanif x (true (allow a_t b_t (file (read)))))", "(allow a_t b_t (file (read)))")]
    public void Other_words_for_the_same_are_no_difference(string one, string other)
    {
        const string Keep = "(allow g self (fd (use)))\n";
        Assert.Empty(Difference(Linked(Types + Keep + one), Linked(Types + Keep + other)).Lines);
    }

    [Theory]
    [InlineData("(or (eq u1 u2) (and (eq r1 r2) (eq t1 a_t)))", "(and (or (eq u1 u2) (eq r1 r2)) (or (eq u1 u2) (eq t1 a_t)))")]
    [InlineData("(or (and (eq u1 u2) (eq t1 t2)) (and (neq u1 u2) (eq t1 t2)))", "(eq t1 t2)")]
    [InlineData("(or (eq t1 a_t) (eq t1 b_t))", "(eq t1 g)")]
    [InlineData("(and (neq t1 a_t) (neq t1 b_t))", "(not (eq t1 g))")]
    [InlineData("(or (eq t1 a_t) (neq t1 a_t))", "(or (eq u1 u2) (neq u1 u2))")]
    [InlineData("(and (eq t1 a_t) (eq t1 t2))", "(and (eq t2 a_t) (eq t1 a_t))")]
    [InlineData("(or (eq u1 system_u) (and (eq u1 u2) (eq u2 system_u)))", "(eq u1 system_u)")]
    public void Other_words_for_the_same_constraint_are_no_difference(string one, string other) => Assert.Empty(OfConstraints("constrain (file (write))", one, other));

    [Theory]
    [InlineData("(and (dom h1 h2) (domby h1 h2))", "(eq h1 h2)")]
    [InlineData("(not (or (dom l1 l2) (domby l1 l2)))", "(incomp l1 l2)")]
    [InlineData("(and (dom l1 h2) (dom h1 h2))", "(dom l1 h2)")]
    [InlineData("(or (dom h1 h2) (and (neq t1 a_t) (neq t2 b_t)))", "(and (or (neq t1 a_t) (dom h1 h2)) (or (dom h1 h2) (neq t2 b_t)))")]
    public void Other_words_for_the_same_order_of_levels_are_no_difference(string one, string other) => Assert.Empty(OfConstraints("mlsconstrain (file (write))", one, other));

    [Fact]
    public void A_constraint_that_is_said_in_two_statements_is_no_difference() =>
        Assert.Empty(OfConstraints("constrain (file (write))", "(and (eq r1 r2) (or (eq u1 u2) (eq t1 t2)))", "(or (eq u1 u2) (eq t1 t2)))(constrain (file (write)) (eq r1 r2)"));

    [Fact]
    public void A_stronger_constraint_in_the_place_of_a_weaker_one_is_shown_with_it_and_beside_it_alone()
    {
        Assert.Equal(["- constrain file { write } (t1 == t2 or u1 == u2);", "+ constrain file { write } t1 == t2;"], OfConstraints("constrain (file (write))", "(or (eq u1 u2) (eq t1 t2))", "(eq t1 t2)"));
        Assert.Equal(["+ constrain file { write } t1 == t2;"], OfConstraints("constrain (file (write))", "(or (eq u1 u2) (eq t1 t2))", "(eq t1 t2))(constrain (file (write)) (or (eq u1 u2) (eq t1 t2))"));
    }

    [Theory]
    [InlineData("(or (eq t1 a_t) (eq t1 b_t))", "(eq t1 a_t)")]
    [InlineData("(eq u1 u2)", "(eq r1 r2)")]
    [InlineData("(or (eq u1 u2) (eq t1 t2))", "(and (eq u1 u2) (eq t1 t2))")]
    public void Constraints_that_demand_different_things_differ(string one, string other) => Assert.NotEmpty(OfConstraints("constrain (file (write))", one, other));

    [Fact]
    public void Constraints_agree_with_a_truth_table_on_two_hundred_random_pairs()
    {
        var random = new Random(5);
        var equal = 0;
        for (var i = 0; i < 200; i++)
        {
            // Of comparisons that have nothing to do with each other, every combination is possible.
            var (one, other) = (Expression(random, 3), Expression(random, 3));
            var isEqual = Enumerable.Range(0, 8).All(state => one.Holds(state) == other.Holds(state));
            equal += isEqual ? 1 : 0;
            Assert.True(isEqual == !OfConstraints("constrain (file (write))", one.Text, other.Text).Any(), $"{one.Text} {other.Text}: {isEqual}");
        }

        output.WriteLine($"{equal} are equal");
        Assert.InRange(equal, 5, 190);

        static (string Text, Func<int, bool> Holds) Expression(Random random, int depth)
        {
            string[] words = ["(eq u1 u2)", "(eq r1 system_r)", "(neq t2 a_t)"];
            if (depth == 0 || random.Next(4) == 0)
            {
                var bit = random.Next(words.Length);
                return (words[bit], state => (state >> bit & 1) != 0);
            }

            var (left, right) = (Expression(random, depth - 1), Expression(random, depth - 1));
            return random.Next(3) switch
            {
                0 => ($"(not {left.Text})", state => !left.Holds(state)),
                1 => ($"(and {left.Text} {right.Text})", state => left.Holds(state) && right.Holds(state)),
                _ => ($"(or {left.Text} {right.Text})", state => left.Holds(state) || right.Holds(state)),
            };
        }
    }

    [Fact]
    public void A_constraint_with_too_many_cases_is_compared_by_its_words()
    {
        // Every comparison there is with a name of its own; nothing takes long.
        var many = string.Join(' ', Enumerable.Range(1, 3).SelectMany(context => "ur".Select(kind => $"(eq {kind}{context} system_{kind})"))
            .Concat(Enumerable.Range(0, 40).SelectMany(i => Enumerable.Range(1, 3).Select(context => $"(eq t{context} t{i}_t)"))).Aggregate((a, b) => $"(or {a} {b})"));
        var types = string.Concat(Enumerable.Range(0, 40).Select(i => $"(type t{i}_t)(roletype object_r t{i}_t)"));
        Assert.NotEmpty(Difference(
            Linked(types + $"(mlsvalidatetrans file (or (and (eq u1 u2) (eq r1 r2)) (or (eq t1 t2) (or (dom h1 l2) {many}))))"),
            Linked(types + $"(mlsvalidatetrans file (and (or (eq u1 u2) (or (eq t1 t2) (or (dom h1 l2) {many}))) (or (eq r1 r2) (or (eq t1 t2) (or (dom h1 l2) {many})))))")).Lines);
    }

    private static IEnumerable<string> OfConstraints(string statement, string one, string other) => Difference(Linked($"{Types}({statement} {one})"), Linked($"{Types}({statement} {other})")).Lines;

    [Fact]
    public void Each_kind_of_difference_is_a_line()
    {
        var difference = Difference(
            Linked(Types + "(allow a_t b_t (file (read)))(typebounds a_t b_t)(portcon tcp 7000 (system_u object_r a_t ((s0) (s0))))"),
            Linked(Types + "(typeattributeset g (init_t))(typepermissive a_t)(allow g b_t (file (read)))(booleanif x (true (allow a_t b_t (file (write)))))(portcon tcp 7000 (system_u object_r b_t ((s0) (s0))))(role c_r)(allowx a_t b_t (ioctl file (0x12)))"));
        Assert.Equal(
            [
                "+ role c_r",
                "+ permissive a_t",
                "+ init_t in attribute g",
                "+ allow a_t b_t:file { +write }; [ x ]",
                "+ allow b_t b_t:file { +read };",
                "+ allow init_t b_t:file { +read };",
                "+ allowxperm a_t b_t:file ioctl 0x0012",
                "* portcon tcp 7000 system_u:object_r:a_t:s0 → system_u:object_r:b_t:s0",
                "- typebounds a_t b_t;",
            ],
            difference.Lines);
    }

    private static byte[] Linked(string module) =>
        Base.Link(module, new() { CheckNeverAllow = false, KeepAttributes = true }) is { Policy: { } policy } ? policy : throw new InvalidOperationException(module);

    private static PolicyDifference Difference(byte[] before, byte[] after) => PolicyDifference.Between(KernelPolicy.Read(before), KernelPolicy.Read(after));

    private static string Written(TemporaryFolder folder, string name, byte[] policy)
    {
        var path = folder.At(name);
        File.WriteAllBytes(path, policy);
        return path;
    }

    // In the form that diff.py prints.
    private static IEnumerable<string> Lines(PolicyDifference difference, bool withConditions)
    {
        foreach (var change in difference.Access)
        {
            var sign = change.IsNew ? '+' : change.IsGone ? '-' : '*';
            var permissions = string.Join(',', change.Added.Select(p => "+" + p).Concat(change.Removed.Select(p => "-" + p)));
            yield return $"{sign} {change.Kind} {change.Source} {change.Target} {change.Class} {permissions}{(change.Condition.Length == 0 ? "" : withConditions ? " " + change.Condition : " if")}";
        }

        foreach (var change in difference.Results.Where(r => r.Rule.StartsWith("type_", StringComparison.Ordinal) || r.Rule.StartsWith("range_", StringComparison.Ordinal)))
        {
            var (then, now) = change.Rule[0] == 'r' ? (Spaced(change.Before), Spaced(change.After)) : (change.Before, change.After);
            yield return then.Length == 0 ? $"+ {change.Rule} {now}" : now.Length == 0 ? $"- {change.Rule} {then}" : $"* {change.Rule} {then} {now}";
        }

        var kinds = new Dictionary<string, string> { ["type"] = "types", ["attribute"] = "type_attributes", ["role"] = "roles", ["user"] = "users", ["boolean"] = "booleans" };
        foreach (var change in difference.Names.Where(n => kinds.ContainsKey(n.Kind)))
        {
            yield return $"{(change.IsAdded ? '+' : '-')} {kinds[change.Kind]} {change.Name}";
        }

        foreach (var change in difference.Memberships.Where(m => m.Kind == "attribute"))
        {
            yield return $"{(change.IsAdded ? '+' : '-')} member {change.Member} {change.Of}";
        }

        foreach (var change in difference.Results.Where(r => r.Rule.StartsWith("bool ", StringComparison.Ordinal) && r.Before.Length > 0 && r.After.Length > 0))
        {
            yield return $"* boolean {change.Rule[5..]}";
        }
    }

    private static string Spaced(string range) => range.Replace("-", " - ", StringComparison.Ordinal);
}
