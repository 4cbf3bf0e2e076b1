using System.Globalization;
using TypedPolicy.Sepol.Flow;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Debian;

/// <summary>Where information can go on Debian, as seinfoflow says it by the same map.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(DebianLink))]
public class DebianFlowTests(DebianLink link, ITestOutputHelper output)
{
    private const int Weight = 10;

    [Fact]
    public void The_command_seinfoflow_finds_five_hundred_flows_as_long_as_ours_by_our_map()
    {
        var random = new Random(1);
        var pairs = Enumerable.Range(0, 500).Select(_ => (Source: Type(), Target: Type())).Where(p => p.Source != p.Target).ToList();
        var single = Enumerable.Range(0, 20).Select(_ => Type()).ToList();
        string[] graph = ["-p", link.Path, "-m", link.Folder.Write("own.map", PermissionMap.Default.ToSetools(link.Policy)), "-w", Weight.ToString(CultureInfo.InvariantCulture)];
        var said = Setools.AskCommand("seinfoflow", [.. pairs.Select(p => Run("-s", p.Source, "-t", p.Target, "-S", "-l", "1")), .. single.Select(s => Run("-s", s))]);
        var flow = new InformationFlow(link.Policy, PermissionMap.Default, Weight);
        var lengths = pairs.ConvertAll(p => flow.ShortestPath(p.Source, p.Target)?.Length ?? 0);
        output.WriteLine($"{pairs.Count} flows: {string.Join(", ", lengths.GroupBy(l => l).OrderBy(g => g.Key).Select(g => $"length {g.Key}: {g.Count()}"))}");
        Assert.Equal(said.Take(pairs.Count).Select(s => Steps(s).Count), lengths);

        // Every step that it shows is one of ours, and so is every direct flow.
        var direct = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        Assert.All(said.Take(pairs.Count).SelectMany(Steps), s => Assert.Contains(s.Target, Direct(s.Source)));
        Assert.Equal(said.Skip(pairs.Count).Select(s => string.Join(',', Flows(s).Order(StringComparer.Ordinal))), single.Select(s => string.Join(',', flow.ReachedFrom(s, oneStep: true))));

        string Type() => link.Policy.Types[random.Next(link.Policy.Types.Length)];

        string Run(params string[] question) => string.Join(' ', [.. graph, .. question]);

        HashSet<string> Direct(string source) => direct.TryGetValue(source, out var known) ? known : direct[source] = [.. flow.ReachedFrom(source, oneStep: true)];

        static List<(string Source, string Target)> Steps(string said) => [.. Arrows(said, "  Step ")];

        static IEnumerable<string> Flows(string said) => Arrows(said, "Flow ").Select(a => a.Target);
    }

    [Fact]
    public void The_map_of_setools_is_read_as_setools_reads_it()
    {
        var file = Directory.GetFiles("/usr/lib/python3/dist-packages/setools", "perm_map").Single();
        using var reader = new StreamReader(file);
        var map = PermissionMap.Read(reader);
        var entries = Setools.Ask("map.py", [], file).Select(l => l.Split(' ')).ToList();
        Assert.True(entries.Count > 1000);
        Assert.All(entries, e =>
        {
            var (direction, weight) = map[e[0], e[1]];
            Assert.Equal((e[2], e[3]), (direction switch { FlowDirection.Read => "r", FlowDirection.Write => "w", FlowDirection.Both => "b", _ => "n" }, weight.ToString(CultureInfo.InvariantCulture)));
        });
    }

    [Fact]
    public void Each_step_of_a_flow_is_made_by_its_rules()
    {
        var flow = new InformationFlow(link.Policy, minimumWeight: Weight);
        var path = flow.ShortestPath("shadow_t", "gravity_log_t")!.Value;
        Assert.Equal(("shadow_t", "gravity_log_t"), (path[0].Source, path[^1].Target));
        Assert.All(path.Zip(path.Skip(1)), p => Assert.Equal(p.First.Target, p.Second.Source));
        Assert.All(path, step => Assert.All(step.Rules, rule =>
        {
            var (subject, @object) = (link.Policy.MembersOf(rule.Source), link.Policy.MembersOf(rule.Target));
            Assert.True((subject.Contains(step.Source) && @object.Contains(step.Target)) || (subject.Contains(step.Target) && @object.Contains(step.Source)), $"{step}: {rule}");
        }));
    }

    [Fact]
    public void A_type_that_is_excluded_is_on_no_way()
    {
        var path = new InformationFlow(link.Policy, minimumWeight: Weight).ShortestPath("shadow_t", "gravity_log_t")!.Value;
        var through = path[0].Target;
        var other = new InformationFlow(link.Policy, minimumWeight: Weight, exclude: [through]).ShortestPath("shadow_t", "gravity_log_t");
        Assert.DoesNotContain(other ?? [], s => s.Source == through || s.Target == through);
    }

    // "Step 2: init_t -> httpd_log_t", a line each.
    private static IEnumerable<(string Source, string Target)> Arrows(string said, string word) =>
        said.Split('\t').Where(l => l.StartsWith(word, StringComparison.Ordinal) && l.Contains(" -> ", StringComparison.Ordinal))
            .Select(l => l.Split(": ", 2)[1].Split(" -> ")).Select(a => (a[0], a[1]));
}
