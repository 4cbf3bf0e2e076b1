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
