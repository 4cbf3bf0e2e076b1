using TypedPolicy.Sepol.Queries;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Debian;

/// <summary>How domains become others on Debian, as sedta says it.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(DebianLink))]
public class DebianDomainTransitionTests(DebianLink link, ITestOutputHelper output)
{
    [Fact]
    public void All_transitions_of_two_hundred_random_domains_are_those_of_setools()
    {
        var domains = Domains(200, seed: 3);
        var expected = Setools.Ask("transitions_of_domains.py", domains, link.Path);
        var transitions = new DomainTransitions(link.Policy);
        var actual = domains.SelectMany(d => transitions.From(d)).Select(Text).ToList();
        output.WriteLine($"{actual.Count} transitions of {domains.Count} domains, {actual.Count(t => t.Contains("dynamic"))} dynamic");
        Assert.True(actual.Count > 1000);
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_command_sedta_finds_the_same_targets()
    {
        var domains = Domains(200, seed: 3);
        var transitions = new DomainTransitions(link.Policy);
        var said = Setools.AskCommand("sedta", domains.Select(d => $"-p {link.Path} -s {d}"));
        Assert.Equal(
            said.Select(s => string.Join(' ', s.Split('\t').Where(l => l.StartsWith("Transition ", StringComparison.Ordinal)).Select(l => l.Split(" -> ")[1].Trim()).Order(StringComparer.Ordinal))),
            domains.Select(d => string.Join(' ', transitions.From(d).Select(t => t.Target))));

        // A process of its own says the same as a run among others.
        Assert.Equal(said[^3], Tool.Sedta.Run("-p", link.Path, "-s", domains[^3]).Succeeded().Output.Trim().Replace('\n', '\t'));
    }

    [Fact]
    public void A_path_has_the_rules_of_each_step()
    {
        var path = new DomainTransitions(link.Policy).ShortestPath("init_t", "gravity_kubernetes_t")!.Value;
        Assert.Equal("init_t", path[0].Source);
        Assert.Equal("gravity_kubernetes_t", path[^1].Target);
        Assert.All(path.Zip(path.Skip(1)), p => Assert.Equal(p.First.Target, p.Second.Source));
        Assert.All(path, s => Assert.Contains(s.Rules, r => r.Kind == "allow" && r.Class == "process"));
        Assert.All(path, s => Assert.All(s.Entrypoints, e => Assert.Contains(e.Rules, r => r.Permissions.Contains("entrypoint"))));
    }

    [Fact]
    public void All_paths_are_as_many_as_sedta_finds()
    {
        var said = Tool.Sedta.Run("-p", link.Path, "-s", "gravity_t", "-t", "gravity_kubernetes_t", "-A", "3").Succeeded().Output;
        var paths = new DomainTransitions(link.Policy).Paths("gravity_t", "gravity_kubernetes_t", 3).ToList();
        Assert.NotEmpty(paths);
        Assert.Contains($"\n{paths.Count} domain transition path(s) found.", said);
    }

    private static string Text(DomainTransition transition) =>
        string.Join(' ', [transition.Source, transition.Target, transition.IsDynamic ? "dynamic" : "static", .. transition.Entrypoints.SelectMany(e => new[] { e.Executable, e.IsAutomatic ? "automatic" : "asked" })]);

    private List<string> Domains(int count, int seed)
    {
        var random = new Random(seed);
        var domains = link.Policy.MembersOf("domain").ToArray();
        random.Shuffle(domains);
        return [.. domains.Take(count - 3), "gravity_t", "init_t", "unconfined_t"];
    }
}
