namespace TypedPolicy.Build.Tests.Packages;

/// <summary>Builds that come in each other's way, or whose user has no home to write to.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
public sealed class InterruptedBuildTests(PackedTypedPolicy typedPolicy)
{
    private const string Project = "interrupted/Sky";
    private const string Staged = Project + "/obj/Debug/net10.0/policy/Sky.cil";
    private const string Output = Project + "/bin/Debug/net10.0/policy/Sky.cil";
    private const int Rounds = 2;

    private static readonly string[] Build = ["build", "--no-restore", "-p:RunAnalyzers=false"];

    [Fact]
    public async Task Two_builds_at_once_and_a_build_without_a_home_leave_whole_files_and_no_error_of_ours()
    {
        typedPolicy.WriteProject(Project, new Carrier("Sky"));
        typedPolicy.Run(Project, "restore").Succeeds();
        var texts = new List<string>();
        foreach (var source in new[] { "One", "Other" })
        {
            Write(source);
            typedPolicy.Run(Project, Build).Succeeds();
            texts.Add(typedPolicy.Read(Output));
        }

        for (var i = 0; i < Rounds; i++)
        {
            Write(i % 2 == 0 ? "One" : "Other");
            var builds = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => typedPolicy.Run(Project, Build))));

            // The compiler itself does not write one assembly twice at once (CS2012), and MSBuild says so of what it copies (MSB3…): neither is ours.
            Assert.All(builds, b => Assert.True(b.ExitCode == 0 || b.Output.Contains("error CS2012", StringComparison.Ordinal) || b.Output.Contains("error MSB3", StringComparison.Ordinal), b.Output));
            Assert.All(builds, b => b.SaysNothingOf(": error TP").SaysNothingOf("TypedPolicy.targets"));
            if (builds.All(b => b.ExitCode != 0))
            {
                typedPolicy.Run(Project, Build).Succeeds();
            }

            Assert.Equal(texts[i % 2], typedPolicy.Read(Output));
            Assert.Equal(texts[i % 2], typedPolicy.Read(Staged));
        }

        Write("Other");
        typedPolicy.RunIn(Project, new() { ["HOME"] = "/proc", ["XDG_CACHE_HOME"] = "", ["DOTNET_CLI_HOME"] = typedPolicy.PathOf("home") }, Build).Succeeds();
        Assert.Equal(texts[1], typedPolicy.Read(Output));
    }

    private void Write(string name) => typedPolicy.Write($"{Project}/Policy.cs", $"using TypedPolicy;\nnamespace Sky;\n[FileType, FileContextTree(\"/srv/{name}\")]\npublic sealed class {name};\n");
}
