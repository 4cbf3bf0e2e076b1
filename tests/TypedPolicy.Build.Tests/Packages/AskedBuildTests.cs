namespace TypedPolicy.Build.Tests.Packages;

/// <summary>The command answers from what was built, wherever a build puts it, and from nothing else.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
[Trait("Needs", "toolchain")]
public sealed class AskedBuildTests(PackedTypedPolicy typedPolicy)
{
    private const string Shop =
        """
        using TypedPolicy;
        namespace Town;
        [External("bin_t")] public sealed class Bin;
        [Domain, Role<SystemR>]
        [Allow<Bin>(FilePerms.Read)]
        public sealed class Shop
        {
            [Entrypoint, FileContext("/usr/bin/shop", FileKind.File)]
            public sealed class Exec;
        }

        """;

    private static readonly string Base = Path.Combine(PackedTypedPolicy.Repository, "tests", "TypedPolicy.Toolchain.Tests", "Linking", "base.cil");

    [Fact]
    public void A_question_is_answered_from_the_last_build_and_refused_after_one_that_failed()
    {
        Project("asked/Shop", Shop, $"""<PolicyBase Include="{Base}" />""");
        typedPolicy.Run("asked/Shop", "build").Succeeds();
        Ask("asked", "Read").Succeeds().Says("note: answered from Shop (Debug, net10.0) for el9").Says($"linked with {Base}").Says("allow shop_t bin_t:file read; — Policy.cs:5");
        Ask("asked/Shop", "Execute").Fails().Says("execute: denied");

        // An edit is not a build.
        typedPolicy.Write("asked/Shop/Policy.cs", Shop.Replace("FilePerms.Read", "FilePerms.Read | FilePerms.Execute", StringComparison.Ordinal));
        Ask("asked/Shop", "Execute").Fails().Says("warning: changed since that build: Policy.cs.").Says("execute: denied");
        typedPolicy.Run("asked/Shop", "build", "--no-restore", "-c", "Release").Succeeds();
        Ask("asked/Shop", "Execute").Succeeds().Says("answered from Shop (Release, net10.0)").Says("also built: Shop (Debug, net10.0)");
        Ask("asked/Shop", "Execute", "--configuration", "Debug").Fails().Says("warning: changed since that build: Policy.cs.");

        // A mistake of C#, one of policy, and one that libsepol finds: each leaves no answer.
        foreach (var mistake in new[] { "class {", "[Domain] public sealed class Shop_t;\n[Domain(\"shop_t\")] public sealed class Twice;", "[External(\"gone_t\")] public sealed class Gone;\n[RulesFor<Gone>, Allow<Bin>(FilePerms.Read)] static class OfGone;" })
        {
            typedPolicy.Write("asked/Shop/Policy.cs", Shop + mistake);
            typedPolicy.Run("asked/Shop", "build", "--no-restore").Fails();
            Ask("asked/Shop", "Read", "--configuration", "Debug").Fails().Says("The last build of Shop (Debug, net10.0)").SaysNothingOf("allowed");
        }

        typedPolicy.Write("asked/Shop/Policy.cs", Shop);
        typedPolicy.Run("asked/Shop", "build", "--no-restore").Succeeds();
        Ask("asked/Shop", "Read", "--configuration", "Debug").Succeeds().Says("read: allowed").SaysNothingOf("warning");
        typedPolicy.Run("asked/Shop", "clean").Succeeds();
        Ask("asked/Shop", "Read", "--configuration", "Debug").Fails().Says("was not built in configuration Debug");
    }

    [Fact]
    public void A_build_is_found_wherever_the_project_has_it_put_its_policy()
    {
        typedPolicy.Write("places/artifacts/Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput><ArtifactsPath>$(MSBuildThisFileDirectory)out</ArtifactsPath></PropertyGroup></Project>");
        Project("places/artifacts/Shop", Shop);
        typedPolicy.Write("places/set/Directory.Build.props", "<Project><PropertyGroup><TypedPolicyOutputDirectory>$(MSBuildThisFileDirectory)all-policy</TypedPolicyOutputDirectory></PropertyGroup></Project>");
        Project("places/set/Shop", Shop);
        foreach (var place in new[] { "places/artifacts", "places/set" })
        {
            typedPolicy.Run($"{place}/Shop", "build").Succeeds();
            Ask(place, "Read").Succeeds().Says("read: allowed");
            Ask($"{place}/Shop", "Read").Succeeds().Says("read: allowed");
        }

        // What is built for both at once is the same policy, and either project is named.
        Ask("places", "Read").Fails().Says("Several projects");
        Ask("places", "Read", "--project", "set/Shop").Succeeds();
    }

    private void Project(string path, string source, string items = "")
    {
        typedPolicy.WriteProject(path, new Carrier(Path.GetFileName(path)), items: items);
        typedPolicy.Write($"{path}/Policy.cs", source);
    }

    private DotnetResult Ask(string folder, string permission, params string[] options)
    {
        var command = typedPolicy.PathOf($"packages/typedpolicy/{typedPolicy.Version}/tools/net10.0/typedpolicy.dll");
        var kept = new Dictionary<string, string> { ["XDG_CACHE_HOME"] = typedPolicy.PathOf("kept") };
        return typedPolicy.RunIn(folder, kept, [command, "allow", "shop_t", "bin_t", "file", permission.ToLowerInvariant(), .. options]);
    }
}
