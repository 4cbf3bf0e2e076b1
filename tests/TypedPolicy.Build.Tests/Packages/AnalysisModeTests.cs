namespace TypedPolicy.Build.Tests.Packages;

/// <summary>TypedPolicyAnalysisMode, in builds as users make them.</summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
public sealed class AnalysisModeTests(PackedTypedPolicy typedPolicy)
{
    /// <summary>A warning (TP3003), a suggestion (TP4016) and an error that does not block (TP1008).</summary>
    private const string Policy = """
        using TypedPolicy;
        [Domain, Role<SystemR>] public sealed class Web;
        [FileType] public sealed class Cache;
        [External("can_read")] public interface ICanRead;
        [PolicyInterface, MemberOf<ICanRead>] public sealed class ReadAttribute : PolicyInterfaceAttribute;
        [TypeAttribute, Read] public interface IWebs;
        """;

    [Fact]
    public void Each_mode_gives_the_judgements_their_weight()
    {
        Build("None", "").Succeeds();
        Build("Default", "").Fails().Says("warning TP3003").Says("error TP1008").SaysNothingOf("TP4016");
        Build("All", "").Fails().Says("warning TP3003").Says("warning TP4016");
        Build("Strict", "").Fails().Says("error TP3003").Says("warning TP4016");
    }

    [Fact]
    public void What_the_project_says_of_a_rule_comes_before_the_mode() =>
        Build("Strict", "dotnet_diagnostic.TP3003.severity = warning\ndotnet_diagnostic.TP1008.severity = none\ndotnet_diagnostic.TP4016.severity = none\n")
            .Succeeds().Says("warning TP3003").SaysNothingOf("TP4016").SaysNothingOf("TP1008");

    [Fact]
    public void A_mode_that_does_not_exist_is_an_error_that_names_those_that_do()
    {
        Build("Strickt", "").Fails().Says("error TP9009: TypedPolicyAnalysisMode asks for 'Strickt', which is no analysis mode. Perhaps Strict is meant. Write Default, Strict, All or None.");
        Build("strict", "").Fails().Says("Perhaps Strict is meant.");
        Build("Everything", "").Fails().Says("which is no analysis mode. Write Default, Strict, All or None.");
    }

    private DotnetResult Build(string mode, string severities)
    {
        typedPolicy.WriteProject("modes/Moded", Carrier.Of("modes"), "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>");
        typedPolicy.Write("modes/Moded/Policy.cs", Policy);
        typedPolicy.Write("modes/Moded/.editorconfig", $"root = true\n[*.cs]\n{severities}");
        return typedPolicy.Run("modes/Moded", "build", $"-p:TypedPolicyAnalysisMode={mode}");
    }
}
