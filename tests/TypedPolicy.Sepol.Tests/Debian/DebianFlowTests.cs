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
    [Fact]
    public void Five_hundred_flows_are_as_long_as_setools_finds_them_by_our_map()
    {
        const int Weight = 10;
        var random = new Random(1);
        var pairs = Enumerable.Range(0, 500).Select(_ => (Source: Type(), Target: Type())).ToList();
        var single = Enumerable.Range(0, 20).Select(_ => Type()).ToList();
        var map = link.Folder.Write("own.map", PermissionMap.Default.ToSetools(link.Policy));
        var answers = Setools.Ask("flows.py", pairs.Select(p => $"{p.Source} {p.Target}"), link.Path, map, Weight.ToString(CultureInfo.InvariantCulture), string.Join(',', single));
        var flow = new InformationFlow(link.Policy, PermissionMap.Default, Weight);
        var lengths = pairs.ConvertAll(p => flow.ShortestPath(p.Source, p.Target)?.Length.ToString(CultureInfo.InvariantCulture) ?? "-");
        output.WriteLine(string.Join(", ", lengths.GroupBy(l => l).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"length {g.Key}: {g.Count()}")));
        Assert.Equal(answers.Take(500), lengths);
        Assert.Equal(answers.Skip(500), single.ConvertAll(s => $"{s}:{string.Join(',', flow.ReachedFrom(s, oneStep: true))}"));

        string Type() => link.Policy.Types[random.Next(link.Policy.Types.Length)];
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
        var flow = new InformationFlow(link.Policy, minimumWeight: 10);
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
        var path = new InformationFlow(link.Policy, minimumWeight: 10).ShortestPath("shadow_t", "gravity_log_t")!.Value;
        var through = path[0].Target;
        var other = new InformationFlow(link.Policy, minimumWeight: 10, exclude: [through]).ShortestPath("shadow_t", "gravity_log_t");
        Assert.DoesNotContain(other ?? [], s => s.Source == through || s.Target == through);
    }
}
