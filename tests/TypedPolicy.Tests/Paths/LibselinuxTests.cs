using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Targets;
using Xunit;
using Kind = TypedPolicy.Model.Paths.FileKind;

namespace TypedPolicy.Tests.Paths;

/// <summary>What this library says of paths, against what libselinux does.</summary>
[Trait("Needs", "toolchain")]
public sealed class LibselinuxTests
{
    [Fact]
    public void A_pattern_matches_what_libselinux_matches()
    {
        var random = new RandomPaths(seed: 1);
        (PathPattern Pattern, Func<string> Match)[] specs =
        [
            .. Enumerable.Range(0, 3000)
                .Select(_ => random.Spec())
                .Where(spec => PathPattern.Parse(spec.Pattern).IsValid)
                .Take(800)
                .Select((spec, i) => (PathPattern.Parse($"/p{i}{spec.Pattern}"), spec.Match)),
        ];
        PathPattern[] patterns = [.. specs.Select(spec => spec.Pattern)];
        List<(int Pattern, string Path)> questions = [];
        for (int i = 0; i < patterns.Length; i++)
        {
            questions.AddRange(Enumerable.Range(0, 30).Select(n => (i, n < 15 ? specs[i].Match() : random.Path())).Where(question => RandomPaths.IsPath(question.Item2)));
        }

        // each pattern below a directory of its own, so that one process answers for all
        string contexts = string.Concat(patterns.Select(pattern => LabelLookup.Line(pattern.Text, "", "t")));
        using var lookup = new LabelLookup();
        IReadOnlyList<string?> answers = lookup.Types(contexts, [.. questions.Select(question => $"/p{question.Pattern}{question.Path}")]);
        foreach (((int pattern, string path), string? type) in questions.Zip(answers))
        {
            Assert.True(patterns[pattern].Matches($"/p{pattern}{path}") == (type is not null), $"{patterns[pattern]} (from {patterns[pattern].Source}) and {path}: libselinux says {type ?? "no"}");
        }

        Assert.InRange(answers.Count(type => type is not null), questions.Count / 4, questions.Count / 4 * 3);
    }

    [Fact]
    public void A_literal_path_matches_itself_for_libselinux()
    {
        string[] paths = ["/srv/a.b", "/usr/bin/g++", "/srv/[", "/srv/a(b)c", "/srv/a{2}", "/srv/a|b", "/srv/a^$b", "/srv/a*?b", "/srv/dev\\x2d", "/srv/a;b#c'd`e", "/srv/a-b_c,d:e@f=g~h%i&j<k>l!m", "/srv/a]}b"];
        using var lookup = new LabelLookup();
        foreach (Func<string, PathPattern> make in new Func<string, PathPattern>[] { PathPattern.Literal, PathPattern.Tree })
        {
            IReadOnlyList<string?> types = lookup.Types(
                string.Concat(paths.Select((path, i) => LabelLookup.Line(make(path).Text, "", $"t{i}"))),
                paths);
            Assert.Equal(paths.Select((_, i) => $"t{i}"), types);
        }
    }

    [Fact]
    public void The_most_specific_of_the_written_order_wins()
    {
        var random = new RandomPaths(seed: 2);
        using var lookup = new LabelLookup();
        for (int round = 0; round < 40; round++)
        {
            List<Func<string>> matches = [];
            (PathPattern Pattern, Kind Kind)[] specs =
            [
                .. Enumerable.Range(0, 30)
                    .Select(i => (Pattern: i % 3 == 0 ? PathPattern.Literal(random.Path()) : PathPattern.Parse(random.Pattern(matches)), Kind: (Kind)(random.Next(2) * random.Next(3))))
                    .Where(spec => spec.Pattern.IsValid)
                    .Distinct()
                    .Order(Comparer<(PathPattern, Kind)>.Create(PathOrder.Instance.Compare)),
            ];
            string contexts = string.Concat(specs.Select((spec, i) => LabelLookup.Line(spec.Pattern.Text, spec.Kind.FcMark(), $"t{i}")));
            string[] paths = [.. Enumerable.Range(0, 100).Select(_ => random.Path()).Concat(matches.Select(match => match())).Where(RandomPaths.IsPath).Distinct()];
            IReadOnlyList<string?> types = lookup.Types(contexts, paths, kind: "file");
            foreach ((string path, string? type) in paths.Zip(types))
            {
                int winner = Array.FindLastIndex(specs, spec => spec.Kind is Kind.Any or Kind.File && spec.Pattern.Matches(path));
                Assert.True((winner < 0 ? null : $"t{winner}") == type, $"{path}: {(winner < 0 ? "none" : specs[winner])}, libselinux says {type}\n{contexts}");
            }
        }
    }

    [Fact]
    public void A_first_slash_that_may_be_missing_counts_to_the_stem()
    {
        PathPattern[] specs = [.. new[] { "/run/*.fingerd\\.pid", "/run/.*", "/run/.*pid" }.Select(PathPattern.Parse).Order(Comparer<PathPattern>.Create((x, y) => PathOrder.Instance.Compare((x, Kind.Any), (y, Kind.Any))))];
        string[] paths = ["/run/fingerd.pid", "/run/xfingerd.pid", "/run/x.pid", "/run/x", "/run.fingerd.pid", "/runxfingerd.pid"];
        using var lookup = new LabelLookup();
        IReadOnlyList<string?> types = lookup.Types(string.Concat(specs.Select((spec, i) => LabelLookup.Line(spec.Text, "", $"t{i}"))), paths);
        Assert.Equal(["t2", "t2", "t1", "t0", null, null], types);
        Assert.Equal(types, paths.Select(path => Array.FindLastIndex(specs, spec => spec.Matches(path)) is >= 0 and var i ? $"t{i}" : null));
    }

    [Theory]
    [InlineData("/a /b\n/a/c /d\n/b /e")]
    [InlineData("/a/c /d\n/a /b")]
    [InlineData("  /a\t/b rest\n# /b /c\n/d\n/b/ /e\n/e /")]
    [InlineData("/a /\n/b /a")]
    public void Equivalences_apply_as_in_libselinux(string table) => AssertApplies(Equivalences.Parse(table), table, ["/a", "/b", "/c", "/d", "/e"]);

    [Fact]
    public void The_equivalences_of_each_target_apply_as_in_libselinux()
    {
        foreach (Target target in Target.All)
        {
            Equivalences table = target.Equivalences;
            AssertApplies(
                table,
                string.Concat(table.Entries.Select(entry => $"{entry.Alias} {entry.Real}\n")),
                [.. table.Entries.SelectMany(entry => new[] { entry.Alias, entry.Real }).Distinct()]);
        }
    }

    [Fact]
    public void Debian_has_the_equivalences_of_its_package() =>
        Assert.Equal(
            Equivalences.Parse(File.ReadAllText("/etc/selinux/default/contexts/files/file_contexts.subs_dist")).Entries.OrderBy(entry => entry.Alias, StringComparer.Ordinal),
            Target.Debian12.Equivalences.Entries.OrderBy(entry => entry.Alias, StringComparer.Ordinal));

    [Fact]
    public void A_valid_pattern_compiles()
    {
        var random = new RandomPaths(seed: 3);
        string[] large = ["/srv/([ab]{1000}){1000}", "/srv/([ab][cd]){500}", "/srv/([ab][cd]){900}", "/srv/(/[^/]{1,255}){1,8}", "/srv/((a{10}){10}){10}", "/srv/" + new string('(', 32) + "a" + new string(')', 32), "/srv/(a?){1000}", "/" + new string('a', 4094)];
        PathPattern[] patterns = [.. large.Concat(Enumerable.Range(0, 2000).Select(_ => random.Pattern())).Select(PathPattern.Parse).Where(pattern => pattern.IsValid)];
        Assert.InRange(patterns.Count(pattern => large.Contains(pattern.Source)), 4, large.Length);
        using var lookup = new LabelLookup();
        File.WriteAllText(lookup.File("fc"), string.Concat(patterns.Select(pattern => LabelLookup.Line(pattern.Text, "", "t"))));
        (int exitCode, _, string errors) = lookup.Run("sefcontext_compile", "-o", lookup.File("bin"), lookup.File("fc"));
        Assert.True(exitCode == 0, errors);
    }

    [Fact]
    public void A_base_policy_has_next_to_no_problem()
    {
        string[] specs =
        [
            .. File.ReadLines("/etc/selinux/default/contexts/files/file_contexts")
                .Where(line => line.Length > 0 && line[0] != '#')
                .Select(line => line.Split((char[])[' ', '\t'], 2)[0]),
        ];
        IEnumerable<string> problems = specs.Select(PathPattern.Parse).SelectMany(pattern => pattern.Problems.Select(problem => $"{problem.Id} {pattern.Source}"));
        Assert.True(specs.Length > 5000);
        string[] expected = // the dead ones have two slashes in a row
        [
            "TP4001 /etc/dhcp/dhclient-enter-hooks.d(/.*)?",
            "TP4001 /etc/dhcp/dhclient-exit-hooks.d(/.*)?",
            "TP4004 /opt/(.*/)?/RealPlayer/.+\\.so(\\.[^/]*)*",
            "TP4004 /usr/(.*/)?/HelixPlayer/.+\\.so(\\.[^/]*)*",
            "TP4004 /usr/(.*/)?/RealPlayer/.+\\.so(\\.[^/]*)*",
        ];
        Assert.Equal(expected, problems.Order(StringComparer.Ordinal));
    }

    private static void AssertApplies(Equivalences table, string text, string[] directories)
    {
        string[] paths = [.. directories.SelectMany(directory => new[] { directory, directory + "/x", directory + "x", directory + "/c/y", directory + "/lock/z" })];
        string[] real = [.. paths.Select(table.Apply).Concat(paths).Distinct()];
        using var lookup = new LabelLookup();
        IReadOnlyList<string?> types = lookup.Types(
            string.Concat(real.Select((path, i) => LabelLookup.Line(PathPattern.Literal(path).Text, "", $"t{i}"))),
            paths,
            text);
        Assert.Equal(paths.Select(table.Apply), types.Select(type => type is null ? null : real[int.Parse(type[1..], null)]));
    }
}
