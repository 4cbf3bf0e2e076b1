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

    [Fact]
    public void A_setting_that_means_nothing_is_an_error_and_an_option_that_no_rule_has_a_warning_at_its_line()
    {
        Build("None", "typedpolicy.TP5003.allowed_capabilities = sys_admin\n  typedpolicy.tp5003.allowed_capabilites = sys_admin\ntypedpolicy.colour = red\n", "-p:TypedPolicyVerify=True").Succeeds()
            .Says(".editorconfig(4,3,4,41): warning TP9013: There is no option typedpolicy.tp5003.allowed_capabilites, so that this decides nothing. Perhaps typedpolicy.TP5003.allowed_capabilities is meant.")
            .Says(".editorconfig(5,1,5,19): warning TP9013: There is no option typedpolicy.colour, so that this decides nothing. There are typedpolicy.TP1004.prefix and typedpolicy.TP5003.allowed_capabilities.")
            .SaysNothingOf("(3,1");
        Build("None", "", "-p:TypedPolicyVerify=always").Fails().Says("error TP9012: TypedPolicyVerify is 'always', which means nothing. Write auto, true or false.");
        Build("None", "", "-p:TypedPolicyVerify=flase").Fails().Says("error TP9012: TypedPolicyVerify is 'flase', which means nothing. Perhaps false is meant. Write auto, true or false.");
        Build("None", "", "-p:TypedPolicyFileContextFormat=gen-context").Fails().Says("error TP9012: TypedPolicyFileContextFormat is 'gen-context', which means nothing. Perhaps gen_context is meant. Write plain or gen_context.");
    }

    private DotnetResult Build(string mode, string severities, params string[] more)
    {
        typedPolicy.WriteProject("modes/Moded", Carrier.Of("modes"), "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>");
        typedPolicy.Write("modes/Moded/Policy.cs", Policy);
        typedPolicy.Write("modes/Moded/.editorconfig", $"root = true\n[*.cs]\n{severities}");
        return typedPolicy.Run("modes/Moded", ["build", $"-p:TypedPolicyAnalysisMode={mode}", .. more]);
    }
}
