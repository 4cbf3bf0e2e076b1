using Microsoft.CodeAnalysis;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Generators;

public sealed class TargetTests
{
    private const string Source = "[FileType, FileContextTree(\"/var/run/web\"), FileContext(\"/srv/web\")] public class Data;";

    [Fact]
    public void Each_target_has_its_own_spelling_of_a_path()
    {
        var policy = Policy.Brief(Source).IsGood();

        foreach (var (target, path) in new[] { ("el9", "/var/run/web(/.*)?"), ("debian12", "/run/web(/.*)?"), ("fedora", "/run/web(/.*)?") })
        {
            Assert.Contains($"(filecon \"{path}\" any ", policy.CilFor(target), StringComparison.Ordinal);
            Assert.Contains($"{path}\tsystem_u", policy.FileContextsFor(target), StringComparison.Ordinal);
            Assert.Contains("(filecon \"/srv/web\" any ", policy.CilFor(target), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_first_target_is_the_one_whose_paths_are_written()
    {
        var policy = Policy.Of([("Policy.cs", Source.Replace("/var/run", "/run", StringComparison.Ordinal)), Policy.Usings], new() { ["TypedPolicyTargets"] = "debian12;el9", ["TypedPolicyLineMarks"] = "false" }).IsGood();

        Assert.Contains("(filecon \"/run/web(/.*)?\"", policy.CilFor("debian12"), StringComparison.Ordinal);
        Assert.Contains("(filecon \"/var/run/web(/.*)?\"", policy.CilFor("el9"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_equal_is_carried_once()
    {
        var policy = Policy.Of([("Sample.cs", Sample.Source)], []).IsGood();
        var parts = policy.Compilation.Assembly.GetAttributes()
            .Where(a => a.AttributeClass!.Name == "PolicyPartAttribute")
            .Select(a => (string)a.ConstructorArguments[1].Value!)
            .ToArray();
        var one = policy.CilFor("el9").Length + policy.FileContextsFor("el9").Length;

        Assert.Equal(parts.Distinct(), parts);
        Assert.InRange(parts.Sum(p => p.Length), one, one * 1.3);
    }
}
