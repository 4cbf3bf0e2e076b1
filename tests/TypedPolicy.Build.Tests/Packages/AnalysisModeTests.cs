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
    public void Another_mode_compiles_anew_what_has_not_changed()
    {
        Build("Default", "dotnet_diagnostic.TP1008.severity = none\n").Succeeds().SaysNothingOf("TP4016");
        typedPolicy.Run("modes/Moded", "build", "--no-restore", "-p:TypedPolicyAnalysisMode=All").Succeeds().Says("warning TP4016");
    }

    [Fact]
    public void What_the_project_says_of_a_rule_comes_before_the_mode() =>
        Build("Strict", "dotnet_diagnostic.TP3003.severity = warning\ndotnet_diagnostic.TP1008.severity = none\ndotnet_diagnostic.TP4016.severity = none\n")
            .Succeeds().Says("warning TP3003").SaysNothingOf("TP4016").SaysNothingOf("TP1008");

    [Fact]
    public void A_mode_that_does_not_exist_is_an_error_that_names_those_that_do()
    {
        Build("Strickt", "").Fails().Says("error TP9009: Invalid value 'Strickt' for TypedPolicyAnalysisMode. Did you mean 'Strict'? Use Default, Strict, All or None.");
        Build("strict", "").Fails().Says("Did you mean 'Strict'?");
        Build("Everything", "").Fails().Says("for TypedPolicyAnalysisMode. Use Default, Strict, All or None.");
    }

    [Fact]
    public void A_setting_that_means_nothing_is_an_error_and_an_option_that_no_rule_has_a_warning_at_its_line()
    {
        Build("None", "typedpolicy.TP5003.allowed_capabilities = sys_admin\n  typedpolicy.tp5003.allowed_capabilites = sys_admin\ntypedpolicy.colour = red\n", "-p:TypedPolicyVerify=True").Succeeds()
            .Says(".editorconfig(4,3,4,41): warning TP9013: Unknown option 'typedpolicy.tp5003.allowed_capabilites'; this line has no effect. Did you mean 'typedpolicy.TP5003.allowed_capabilities'?")
            .Says(".editorconfig(5,1,5,19): warning TP9013: Unknown option 'typedpolicy.colour'; this line has no effect. The options are typedpolicy.TP1004.prefix and typedpolicy.TP5003.allowed_capabilities.")
            .SaysNothingOf("(3,1");
        Build("None", "", "-p:TypedPolicyVerify=always").Fails().Says("error TP9012: Invalid value 'always' for TypedPolicyVerify. Use auto, true or false.");
        Build("None", "", "-p:TypedPolicyVerify=flase").Fails().Says("error TP9012: Invalid value 'flase' for TypedPolicyVerify. Did you mean 'false'? Use auto, true or false.");
        Build("None", "", "-p:TypedPolicyFileContextFormat=gen-context").Fails().Says("error TP9012: Invalid value 'gen-context' for TypedPolicyFileContextFormat. Did you mean 'gen_context'? Use plain or gen_context.");
    }

    [Fact]
    public void A_misspelt_setting_is_a_warning_wherever_it_is_written()
    {
        Build("None", "", "-p:TypedPolicyTarget=el8").Succeeds().Says("Moded.csproj : warning TP9015: Unknown property 'TypedPolicyTarget'; it has no effect. Did you mean 'TypedPolicyTargets'?");
        typedPolicy.Write("modes/Directory.Build.props", $"<Project><PropertyGroup><TypedPolicyVerifi>true</TypedPolicyVerifi>{PackedTypedPolicy.WithoutInstalledPolicy}</PropertyGroup></Project>");
        Build("None", "").Succeeds().Says("Directory.Build.props(1,26): warning TP9015: Unknown property 'TypedPolicyVerifi'; it has no effect. Did you mean 'TypedPolicyVerify'?");
        Build("None", "", "-p:NoWarn=TP9015").Succeeds().SaysNothingOf("TP9015");
        File.Delete(typedPolicy.PathOf("modes/Directory.Build.props"));
    }

    private DotnetResult Build(string mode, string severities, params string[] more)
    {
        typedPolicy.WriteProject("modes/Moded", Carrier.Of("modes"), "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>");
        typedPolicy.Write("modes/Moded/Policy.cs", Policy);
        typedPolicy.Write("modes/Moded/.editorconfig", $"root = true\n[*.cs]\n{severities}");
        return typedPolicy.Run("modes/Moded", ["build", $"-p:TypedPolicyAnalysisMode={mode}", .. more]);
    }
}
