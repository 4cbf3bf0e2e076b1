namespace TypedPolicy.Build.Tests.Packages;

/// <summary>The walk of docs/squiggles.md, taken with the package: what it shows of the build and of the fixes is what they print and write.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
public sealed class ReadmeWalkTests(PackedTypedPolicy typedPolicy)
{
    [Fact]
    public void The_build_prints_the_squiggles_and_the_fixes_leave_the_policy_that_is_shown()
    {
        var blocks = Blocks();
        var (policy, squiggles, format, rest) = (blocks[0], blocks[1], blocks[2], blocks[3]);
        typedPolicy.WriteProject("walk/Policy", Carrier.Of("walk"), "<TypedPolicyTargets>el9</TypedPolicyTargets><TreatWarningsAsErrors>false</TreatWarningsAsErrors>");
        typedPolicy.Write("walk/Policy/Policy.cs", policy);

        var build = typedPolicy.Run("walk/Policy", "build").Fails();
        foreach (var line in squiggles.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            build.Says(line);
        }

        var formatted = typedPolicy.Run("walk/Policy", "format", "analyzers", "--no-restore", "--diagnostics", "TP1008", "TP4008", "--verbosity", "normal").Succeeds();
        foreach (var line in format.Split(['\n', '…'], StringSplitOptions.RemoveEmptyEntries))
        {
            formatted.Says(line);
        }

        Assert.EndsWith(rest, typedPolicy.Read("walk/Policy/Policy.cs"), StringComparison.Ordinal);
        Assert.Contains("0 Warning(s)", typedPolicy.Run("walk/Policy", "build", "--no-restore").Succeeds().Output, StringComparison.Ordinal);
    }

    /// <summary>The blocks of code of the page on squiggles.</summary>
    private static string[] Blocks()
    {
        var page = File.ReadAllText(Path.Combine(PackedTypedPolicy.Repository, "docs", "squiggles.md")).ReplaceLineEndings("\n");
        return [.. page.Split("```").Where((_, i) => i % 2 == 1).Select(block => block[(block.IndexOf('\n', StringComparison.Ordinal) + 1)..])];
    }
}
