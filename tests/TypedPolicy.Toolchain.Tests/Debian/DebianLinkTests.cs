using TypedPolicy.Toolchain.Tests.Reading;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Toolchain.Tests.Debian;

/// <summary>The samples in Debian's whole policy.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(DebianLinks))]
public class DebianLinkTests(DebianLinks links, ITestOutputHelper output)
{
    [Fact]
    public void The_samples_link_with_neverallow_checking_and_without_a_message()
    {
        links.TypesAlone.Run.Succeeded();
        links.WithSamples.Run.Succeeded();
        Assert.Equal(links.TypesAlone.Run.Error, links.WithSamples.Run.Error);
        Assert.Equal("", links.WithSamples.Run.Error);
    }

    [Fact]
    public void The_linked_policy_gained_exactly_what_the_models_say()
    {
        var before = links.TypesAlone.Dump;
        var expected = links.Facts.Of(before.Types);
        var difference = PolicyDifference.Between(before, expected, links.WithSamples.Dump);
        output.WriteLine($"{expected.Count} facts expected, {difference.Gained.Count} gained");
        Assert.True(difference.IsEmpty, difference.ToString());
        Assert.True(expected.Count > 5000, $"{expected.Count} facts are too few for the samples.");
    }

    [Fact]
    public void The_form_for_el9_says_the_same_rules_and_no_message()
    {
        Assert.Equal("", links.WithSamplesOfEl9.Run.Succeeded().Error);
        var difference = PolicyDifference.Between(links.WithSamples.Dump, new HashSet<string>(), links.WithSamplesOfEl9.Dump);
        Assert.True(difference.IsEmpty, difference.ToString());
    }

    [Fact]
    public void The_init_of_planet_has_six_transitions()
    {
        var transitions = Tool.Sedta.Run("-p", links.WithSamples.Binary, "-s", "gravity_container_init_t").Succeeded().Output;
        var targets = transitions.Split('\n').Where(l => l.StartsWith("Transition ", StringComparison.Ordinal)).Select(l => l.Split(" -> ")[1]).Order();
        Assert.Equal(["gravity_container_systemctl_t", "gravity_container_t", "gravity_kubernetes_t", "gravity_service_t", "gravity_t"], targets);

        // sedta shows one transition a target: into gravity_container_t there are two, by executable.
        var rules = links.WithSamples.Dump.Statements
            .SelectMany(links.WithSamples.Dump.FactsOf)
            .Where(f => f.StartsWith("typetransition gravity_container_init_t ", StringComparison.Ordinal) && f.Contains(" process "));
        Assert.Equal(
        [
            "typetransition gravity_container_init_t container_file_t process gravity_container_t",
            "typetransition gravity_container_init_t gravity_container_exec_t process gravity_container_t",
            "typetransition gravity_container_init_t gravity_container_systemctl_exec_t process gravity_container_systemctl_t",
            "typetransition gravity_container_init_t gravity_exec_t process gravity_t",
            "typetransition gravity_container_init_t gravity_kubernetes_exec_t process gravity_kubernetes_t",
            "typetransition gravity_container_init_t gravity_service_exec_t process gravity_service_t",
        ], rules.Distinct().Order(StringComparer.Ordinal));
    }
}
