using System.Text;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Tool.Tests.Hostile;

/// <summary>Small policies of which very much follows: what is over a limit is an error that names it.</summary>
[Trait("Needs", "toolchain")]
public sealed class GrowingPolicyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public GrowingPolicyTests() => KeptPolicies.Isolate();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(150, 1, 0, "more than 20,000 transitions from domain to domain")]
    [InlineData(5_001, 1, 0, "more than 5,000 domains")]
    [InlineData(1, 0, 20_001, "more than 20,000 types and attributes")]
    public void A_report_has_limits(int domains, int programs, int targets, string limit)
    {
        Assert.Contains($"error: The policy has {limit}, too many for a report.", Refused("report", domains, programs, targets, "-o", _folder.At("report.html")), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("report.html")));
        Assert.Contains(limit, Refused("graph", domains, programs, targets, "many0", "-o", _folder.At("x.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_has_the_rules_of_an_attribute_once_for_each_domain_and_a_limit()
    {
        var policy = _folder.Write("many.cil", Policy(1_100, 1, 2_000).Replace("(process (transition setexec))", "(process (fork))", StringComparison.Ordinal));
        var error = TypedPolicyCommand.Run("report", "--policy", policy, "-o", _folder.At("report.json"), "--format", "json").EndsWith(ExitCode.Failure).Error;
        Assert.Contains(" rules together, each with those of its attributes, more than the 2,000,000 that JSON is written of.", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("report.json")));
    }

    [Fact]
    public void Transitions_by_very_many_programs_are_not_followed() =>
        Assert.Contains("in more than 300,000 ways, too many to follow.", Refused("path", 150, 50, 0, "many0", "many1", "--max-steps", "2"), StringComparison.Ordinal);

    [Fact]
    public void Paths_that_are_very_many_are_not_listed() =>
        Assert.Contains("More than 1,000 paths lead from many0 to many1. Ask for those of fewer steps.", Refused("path", 40, 1, 0, "many0", "many1", "--max-steps", "3"), StringComparison.Ordinal);

    [Fact]
    public void Paths_that_are_not_there_are_not_looked_for_without_end() =>
        Assert.Contains("More than 2,000,000 steps were followed. Ask for paths of fewer steps.", Refused("path", 60, 1, 1, "many0", "target0", "--max-steps", "12"), StringComparison.Ordinal);

    [Fact]
    public void Of_very_many_rules_of_a_step_the_first_are_written()
    {
        var text = new StringBuilder(Policy(2, 0, 0));
        for (var i = 0; i < 100; i++)
        {
            text.Append(null, $"(typeattribute a{i})(typeattributeset a{i} (many0))(expandtypeattribute (a{i}) false)(allow a{i} many1 (file (write)))\n");
        }

        var lines = TypedPolicyCommand.Run("flow", "many0", "many1", "--policy", _folder.Write("a.cil", text.ToString())).Succeeds().Output.Split('\n');
        Assert.Equal(40, lines.Count(l => l.StartsWith("    allow ", StringComparison.Ordinal)));
        Assert.Contains("    and 61 more; --format json lists all", lines);
    }

    private string Refused(string command, int domains, int programs, int targets, params string[] arguments) =>
        TypedPolicyCommand.Run([command, .. arguments, "--policy", _folder.Write("many.cil", Policy(domains, programs, targets))]).EndsWith(ExitCode.Failure).Error;

    /// <summary>Domains of which each may become each by each program, and may read each target.</summary>
    private static string Policy(int domains, int programs, int targets)
    {
        var text = new StringBuilder("(typeattribute many)(typeattribute programs)(typeattribute targets)(expandtypeattribute (many programs targets) false)\n");
        Declare("many", "many", domains);
        Declare("program", "programs", programs);
        Declare("target", "targets", targets);
        text.Append("(allow many many (process (transition setexec)))(allow many programs (file (execute entrypoint)))\n");
        for (var i = 0; i < targets; i++)
        {
            text.Append(null, $"(allow many target{i} (file (read)))\n");
        }

        return text.ToString();

        void Declare(string name, string attribute, int count)
        {
            for (var i = 0; i < count; i++)
            {
                text.Append(null, $"(type {name}{i})(roletype object_r {name}{i})(typeattributeset {attribute} ({name}{i}))\n");
            }
        }
    }
}
