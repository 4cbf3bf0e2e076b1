using TypedPolicy.Model.Targets;
using TypedPolicy.Tests.Vocabulary;
using Xunit;

namespace TypedPolicy.Tests.Targets;

/// <summary>The table of targets is complete: every cell says where it was read, or why it was not.</summary>
public sealed class TargetTableTests
{
    public static TheoryData<string> Names => new(Target.All.Select(target => target.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cell_has_a_source_or_a_reason(string name)
    {
        var facts = TargetTable.Of(name);

        Assert.All(Enum.GetValues<TargetFact>(), fact => Assert.True(facts.Sources.ContainsKey(fact), $"{name} does not say where {fact} was read."));
        Assert.All(facts.Sources, source => Assert.True(source.Value.Text.Length > 10 && (!source.Value.IsKnown || source.Value.Text.Any(char.IsDigit)), $"{name} says no version or commit for {source.Key}: {source.Value.Text}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_read_is_there_and_what_is_unknown_is_not(string name)
    {
        var facts = TargetTable.Of(name);
        bool Known(TargetFact fact) => facts.Sources[fact].IsKnown;

        Assert.Equal(Known(TargetFact.Equivalences), !facts.Equivalences.IsEmpty);
        Assert.Equal(Known(TargetFact.Libsepol), facts.Libsepol is not null);
        Assert.Equal(Known(TargetFact.PolicyVersion), facts.PolicyVersion is not null);
        Assert.Equal(Known(TargetFact.ExpandCheck), facts.ExpandCheck is not null);
        Assert.Equal(Known(TargetFact.Capabilities), !facts.Capabilities.IsEmpty);
        Assert.True(Known(TargetFact.Classes) || (facts.Lacking.IsEmpty && facts.Additional.IsEmpty));
        Assert.True(Known(TargetFact.PermissionSets) || facts.Sets.IsEmpty);
        Assert.True(Known(TargetFact.Ports) || facts.Ports.IsEmpty);
    }

    [Fact]
    public void The_table_is_of_the_known_targets_and_of_no_others() =>
        Assert.Equal(Target.All.Select(t => t.Name).Order(StringComparer.Ordinal), TargetTable.Targets.Select(t => t.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Sets_that_differ_are_those_of_the_library()
    {
        var names = TargetTable.Sets.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(TargetTable.Targets.SelectMany(t => t.Sets.Keys), set => Assert.Contains(set, names));
        foreach (var set in TargetTable.Sets)
        {
            var @class = set.Classes[0] == "*socket" ? "tcp_socket" : set.Classes[0];
            Assert.Equal(ObjectClassTests.Table.Single(c => c.Name == @class).Sets.Single(s => s.Name == set.Name).Permissions.Order(StringComparer.Ordinal), set.Permissions.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void What_a_target_lacks_the_library_has()
    {
        foreach (var (name, permission) in TargetTable.Targets.SelectMany(t => t.Lacking).Distinct())
        {
            var @class = Assert.Single(ObjectClassTests.Table, c => c.Name == name);
            Assert.True(permission.Length == 0 || @class.Permissions.Any(p => p.Name == permission), $"{name} {permission}");
        }
    }
}
