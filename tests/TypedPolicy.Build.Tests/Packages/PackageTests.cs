namespace TypedPolicy.Build.Tests.Packages;

/// <summary>The package as its users have it: packed, restored, built by processes of their own.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
public sealed class PackageTests(PackedTypedPolicy typedPolicy)
{
    private const string Command = "tools/net10.0/";
    private const string Bin = "bin/Debug/net10.0";

    [Fact]
    public void The_package_has_what_it_needs_and_nothing_of_the_hosts() =>
        Assert.Equal(
            [
                "analyzers/dotnet/cs/TypedPolicy.Analyzers.dll",
                "analyzers/dotnet/cs/TypedPolicy.Binding.dll",
                "analyzers/dotnet/cs/TypedPolicy.CodeFixes.dll",
                "analyzers/dotnet/cs/TypedPolicy.Generators.dll",
                "analyzers/dotnet/cs/TypedPolicy.Model.dll",
                "analyzers/dotnet/cs/TypedPolicy.Names.dll",
                "build/TypedPolicy.LangVersion.targets",
                "build/TypedPolicy.NotVerified.proj",
                "build/TypedPolicy.props",
                "build/TypedPolicy.targets",
                "build/modes/All.globalconfig",
                "build/modes/Default.globalconfig",
                "build/modes/None.globalconfig",
                "build/modes/Strict.globalconfig",
                "buildMultiTargeting/TypedPolicy.targets",
                "buildTransitive/TypedPolicy.LangVersion.targets",
                "buildTransitive/TypedPolicy.NotVerified.proj",
                "buildTransitive/TypedPolicy.props",
                "buildTransitive/TypedPolicy.targets",
                "buildTransitive/modes/All.globalconfig",
                "buildTransitive/modes/Default.globalconfig",
                "buildTransitive/modes/None.globalconfig",
                "buildTransitive/modes/Strict.globalconfig",
                "lib/netstandard2.0/TypedPolicy.dll",
                "lib/netstandard2.0/TypedPolicy.xml",
                "tools/netstandard2.0/TypedPolicy.Build.dll",
            ],
            NuGetPackage.Files(typedPolicy.Package).Where(file => file.Contains('/') && file[0] != '_' && !file.StartsWith("package/", StringComparison.Ordinal) && !file.StartsWith(Command, StringComparison.Ordinal)));

    [Fact]
    public void The_command_in_the_package_runs_with_what_is_beside_it()
    {
        var files = NuGetPackage.Files(typedPolicy.Package).Where(file => file.StartsWith(Command, StringComparison.Ordinal)).Select(file => file[Command.Length..]).ToArray();
        Assert.Superset(new HashSet<string>(["typedpolicy.dll", "typedpolicy.deps.json", "typedpolicy.runtimeconfig.json"]), new HashSet<string>(files));
        Assert.DoesNotContain(files, file => file.Contains('/') || file.StartsWith("Microsoft.Build", StringComparison.Ordinal));
    }

    [Fact]
    public void Policy_travels_in_packages_two_levels_deep_and_into_what_is_published()
    {
        // Star has several frameworks and targets; Planet builds on it; Orbit has no policy of its own.
        typedPolicy.WriteProject(
            "chain/Star",
            Carrier.Of("star"),
            "<TargetFramework /><TargetFrameworks>\n net10.0;\n netstandard2.0 </TargetFrameworks><TypedPolicyTargets>el9;debian12</TypedPolicyTargets>");
        typedPolicy.WriteProject("chain/Planet", Carrier.Of("planet"), "", """<PackageReference Include="Star" Version="1.0.0" />""");
        typedPolicy.WriteProject(
            "chain/Orbit", null, "<TypedPolicyTargets>el8</TypedPolicyTargets>", """<PackageReference Include="Planet" Version="1.0.0" />""");

        typedPolicy.Run("chain/Star", "pack", "-o", "../../feed").Succeeds();
        typedPolicy.Run("chain/Planet", "pack", "-o", "../../feed").Succeeds();
        typedPolicy.Run("chain/Orbit", "publish", "-c", "Debug", "-o", "out").Succeeds();

        Assert.Equal(
            ["policy/debian12/star.cil", "policy/debian12/star.fc", "policy/el9/star.cil", "policy/el9/star.fc"],
            PackedPolicy("Star"));
        Assert.Equal(["policy/planet.cil", "policy/planet.fc"], PackedPolicy("Planet"));
        Assert.Equal(["planet.cil", "planet.fc", "star.cil", "star.fc"], typedPolicy.Files($"chain/Planet/bin/Release/net10.0/policy"));
        string[] all = ["planet.cil", "planet.fc", "star.cil", "star.fc"];
        Assert.Equal(all, typedPolicy.Files($"chain/Orbit/{Bin}/policy"));
        Assert.Equal(all, typedPolicy.Files("chain/Orbit/out/policy"));
        Assert.Equal("(type star_t)\n", typedPolicy.Read("chain/Orbit/out/policy/star.cil"));
        Assert.Equal(
            ["net10.0", "netstandard2.0"],
            NuGetPackage.Files(typedPolicy.PathOf("feed/Star.1.0.0.nupkg")).Where(file => file.StartsWith("lib/", StringComparison.Ordinal)).Select(file => file.Split('/')[1]));
    }

    [Fact]
    public void A_build_without_changes_skips_the_layout_and_a_neutral_edit_keeps_the_files()
    {
        typedPolicy.WriteProject("projects/Star", Carrier.Of("star"));
        typedPolicy.WriteProject("projects/Planet", Carrier.Of("planet"), "", """<ProjectReference Include="../Star/Star.csproj" />""");
        typedPolicy.Run("projects/Planet", "build").Succeeds();
        string[] all = ["planet.cil", "planet.fc", "star.cil", "star.fc"];
        Assert.Equal(all, typedPolicy.Files($"projects/Planet/{Bin}/policy"));
        Assert.Equal(["star.cil", "star.fc"], typedPolicy.Files($"projects/Star/{Bin}/policy"));
        var times = Times(all.Select(file => $"projects/Planet/{Bin}/policy/{file}"));

        var second = typedPolicy.Run("projects/Planet", "build", "--no-restore", "-v:n").Succeeds();
        Assert.Equal(2, second.Output.Split("Skipping target \"TypedPolicyLayOut\"").Length - 1);

        typedPolicy.Write("projects/Star/Neutral.cs", "class Neutral;");
        typedPolicy.Write("projects/Planet/Neutral.cs", "class Neutral;");
        var third = typedPolicy.Run("projects/Planet", "build", "--no-restore", "-v:n").Succeeds();
        Assert.DoesNotContain("Skipping target \"TypedPolicyLayOut\"", third.Output, StringComparison.Ordinal);
        Assert.Equal(times, Times(all.Select(file => $"projects/Planet/{Bin}/policy/{file}")));
    }

    [Fact]
    public void Files_come_back_when_deleted_and_go_when_no_longer_meant()
    {
        typedPolicy.WriteProject("life/Star", Carrier.Of("star").Artifact("lxc_contexts", "el9", "x\n"));
        typedPolicy.Run("life/Star", "build").Succeeds();
        Assert.Equal(["lxc_contexts", "star.cil", "star.fc"], typedPolicy.Files($"life/Star/{Bin}/policy"));

        File.Delete(typedPolicy.PathOf($"life/Star/{Bin}/policy/star.cil"));
        File.Delete(typedPolicy.PathOf("life/Star/obj/Debug/net10.0/policy/star.fc"));
        typedPolicy.Run("life/Star", "build", "--no-restore").Succeeds();
        Assert.Equal(["lxc_contexts", "star.cil", "star.fc"], typedPolicy.Files($"life/Star/{Bin}/policy"));
        Assert.Equal(["lxc_contexts", "star.cil", "star.fc"], typedPolicy.Files("life/Star/obj/Debug/net10.0/policy"));

        // Nothing is compiled for it: the assembly carries every target.
        typedPolicy.Run("life/Star", "build", "--no-restore", "-p:TypedPolicyTargets=el8%3Bel10").Succeeds();
        Assert.Equal(["el10/star.cil", "el10/star.fc", "el8/star.cil", "el8/star.fc"], typedPolicy.Files($"life/Star/{Bin}/policy"));

        typedPolicy.Write("life/Star/Policy.cs", Carrier.Of("star").Source);
        typedPolicy.Run("life/Star", "build", "--no-incremental").Succeeds();
        Assert.Equal(["star.cil", "star.fc"], typedPolicy.Files($"life/Star/{Bin}/policy"));

        typedPolicy.Run("life/Star", "clean").Succeeds();
        Assert.Empty(typedPolicy.Files($"life/Star/{Bin}/policy", hidden: true));
        Assert.Empty(typedPolicy.Files("life/Star/obj/Debug/net10.0/policy", hidden: true));
    }

    [Fact]
    public void Errors_of_the_compiler_leave_the_last_good_policy_and_errors_of_the_policy_remove_it()
    {
        typedPolicy.WriteProject("errors/Star", Carrier.Of("star"));
        typedPolicy.WriteProject(
            "errors/Planet",
            Carrier.Of("planet"),
            "<TypedPolicyOutputDirectory>../laid-out</TypedPolicyOutputDirectory>",
            """<ProjectReference Include="../Star/Star.csproj" />""");
        typedPolicy.Run("errors/Planet", "build").Succeeds();
        string[] all = ["planet.cil", "planet.fc", "star.cil", "star.fc"];
        Assert.Equal(all, typedPolicy.Files("errors/laid-out"));

        typedPolicy.Write("errors/Planet/Policy.cs", "this is no C#");
        typedPolicy.Run("errors/Planet", "build", "--no-restore").Fails().Says("error CS");
        Assert.Equal(all, typedPolicy.Files("errors/laid-out"));

        typedPolicy.Write("errors/Planet/Policy.cs", new Carrier("Planet").Problem("TP1005", "Policy.cs", 12, 5, "A type is needed here.").Source);
        var place = $"{typedPolicy.PathOf("errors/Planet/Policy.cs")}(12,5,12,8): error TP1005: A type is needed here.";
        typedPolicy.Run("errors/Planet", "build", "--no-restore").Fails().Says(place);
        Assert.Equal(["star.cil", "star.fc"], typedPolicy.Files("errors/laid-out"));

        // The compiler has nothing to do now; the error stays.
        typedPolicy.Run("errors/Planet", "build", "--no-restore").Fails().Says(place);
    }

    [Fact]
    public void Packages_that_are_hostile_or_at_odds_are_refused_by_name()
    {
        NuGetPackage.Write(typedPolicy.PathOf("feed"), "Evil", Carrier.Of("evil").Artifact("../evil", "el9", "evil").Compile());
        NuGetPackage.Write(typedPolicy.PathOf("feed"), "Code", new Carrier("code").Artifact("helper.cs", "el9", "this is no C#").Compile());
        NuGetPackage.Write(typedPolicy.PathOf("feed"), "One", new Carrier("One").Manifest("type same_t").Artifact("same.cil", "el9", "1").Compile());
        NuGetPackage.Write(typedPolicy.PathOf("feed"), "Two", new Carrier("Two").Manifest("type same_t").Artifact("same.cil", "el9", "2").Compile());
        typedPolicy.WriteProject(
            "hostile/Planet",
            Carrier.Of("planet"),
            "<TypedPolicyOutputDirectory>laid-out</TypedPolicyOutputDirectory>",
            """
            <PackageReference Include="Evil" Version="1.0.0" />
            <PackageReference Include="Code" Version="1.0.0" />
            <PackageReference Include="One" Version="1.0.0" />
            <PackageReference Include="Two" Version="1.0.0" />
            """);
        typedPolicy.Run("hostile/Planet", "build").Fails()
            .Says("error TP9003: The assembly 'evil' (")
            .Says("error TP9003: The assembly 'code' (")
            .Says("error TP9004: The policy file 'same.cil' is carried by both 'One' (")
            .Says("error TP1001: The SELinux name 'same_t' is declared by both 'One' (");
        Assert.DoesNotContain(typedPolicy.Files("hostile"), file => file.EndsWith("evil", StringComparison.Ordinal) || file.EndsWith("helper.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void An_editor_runs_the_analyzers_and_not_the_artifact_generator()
    {
        typedPolicy.WriteProject("editor/Star", Carrier.Of("star"));
        string[] arguments =
            ["msbuild", "-restore", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:Analyzer"];
        var quiet = typedPolicy.Run("editor/Star", arguments).Succeeds().Says("TypedPolicy.Analyzers.dll").Says("TypedPolicy.Names.dll");
        Assert.DoesNotContain("TypedPolicy.Generators.dll", quiet.Output, StringComparison.Ordinal);
        Assert.Empty(typedPolicy.Files("editor/Star/obj/Debug/net10.0/policy"));
        typedPolicy.Run("editor/Star", [.. arguments, "-p:TypedPolicyGenerateInEditor=true"]).Succeeds().Says("TypedPolicy.Generators.dll");
    }

    [Fact]
    public void Policy_compiles_on_old_frameworks_and_under_all_design_rules()
    {
        // A policy as an author writes it: this test has the generator make what the others have written by hand.
        typedPolicy.WriteProject(
            "old/Star",
            new Carrier("Star").Code(
                """
                using TypedPolicy;
                [assembly: System.CLSCompliant(false)]
                namespace Sky
                {
                    [TypeAttribute] public interface ISunny : IDomain { }

                    [Domain, Role<SystemR>, MemberOf<ISunny>, FileContext<Sun.Exec>("/usr/bin/sun", FileKind.File)]
                    public sealed class Sun
                    {
                        [Entrypoint] public sealed class Exec { }
                    }
                }
                """),
            "<TargetFramework>netstandard2.0</TargetFramework><AnalysisLevel>latest</AnalysisLevel><AnalysisMode>All</AnalysisMode><EnableNETAnalyzers>true</EnableNETAnalyzers>");
        typedPolicy.Run("old/Star", "build").Succeeds();
        Assert.Equal(["Star.cil", "Star.fc"], typedPolicy.Files("old/Star/bin/Debug/netstandard2.0/policy"));
        Assert.Contains("(type sun_t)", typedPolicy.Read("old/Star/bin/Debug/netstandard2.0/policy/Star.cil"), StringComparison.Ordinal);

        // What the user sets wins, and a newer C# stays.
        typedPolicy.Run("old/Star", "msbuild", "-p:LangVersion=9", "-getProperty:LangVersion").Succeeds().Says("9");
        Assert.Equal("14.0", typedPolicy.Run("old/Star", "msbuild", "-p:TargetFramework=net10.0", "-getProperty:LangVersion").Succeeds().Output.Trim());
        typedPolicy.Run("old/Star", "build", "--no-incremental", "-p:TypedPolicyDesignRules=true").Fails().Says("CA1034");
    }

    private string[] PackedPolicy(string package) =>
        [.. NuGetPackage.Files(typedPolicy.PathOf($"feed/{package}.1.0.0.nupkg")).Where(file => file.StartsWith("policy/", StringComparison.Ordinal))];

    private DateTime[] Times(IEnumerable<string> files) => [.. files.Select(file => File.GetLastWriteTimeUtc(typedPolicy.PathOf(file)))];
}
