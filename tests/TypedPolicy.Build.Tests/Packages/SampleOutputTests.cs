namespace TypedPolicy.Build.Tests.Packages;

/// <summary>What a sample has in its output is what it would have with the package.</summary>
[Trait("Needs", "sdk")]
public sealed class SampleOutputTests
{
    [Theory]
    [InlineData("Gravity")]
    [InlineData("Workload")]
    [InlineData("Gravity.Tests")]
    public void Nothing_of_the_command_is_copied_to_the_output_of_a_sample(string sample)
    {
        var items = Dotnet.Run(
            Path.Combine(PackedTypedPolicy.Repository, "samples", sample), PackedTypedPolicy.NuGetPackages,
            "msbuild", "-t:GetCopyToOutputDirectoryItems", "-getItem:AllItemsFullPathWithTargetPath", "-p:BuildProjectReferences=false", "-p:Configuration=" + PackedTypedPolicy.Configuration).Succeeds();

        items.Says("gravity.cil").SaysNothingOf("typedpolicy.runtimeconfig.json").SaysNothingOf("typedpolicy.deps.json").SaysNothingOf("apphost");
    }
}
