using System.Collections.Immutable;

namespace TypedPolicy.Model.Diagnostics;

/// <summary>What a build reports by itself, where no analyzer can: when policy is laid out of assemblies, and when it is linked.</summary>
/// <param name="Id">The id.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Severity">Its weight.</param>
/// <param name="Source">Where the mistake was met, or what rejects it.</param>
public sealed record BuildRule(string Id, string Title, RuleSeverity Severity, string Source);

/// <summary>The one table of what a build reports by itself; code, documents and tests agree with it.</summary>
public static class BuildRules
{
    /// <summary>All of them, by id.</summary>
    public static ImmutableArray<BuildRule> All { get; } =
    [
        new("TP9001", "libsepol rejects the policy", RuleSeverity.Error, "secilc, semodule"),
        new("TP9002", "Policy was not verified", RuleSeverity.Warning, "a machine without libsepol"),
        new("TP9003", "Policy file of a package is refused", RuleSeverity.Error, "a referenced package"),
        new("TP9004", "Two assemblies carry one policy file", RuleSeverity.Error, "a referenced package"),
        new("TP9005", "Unknown target", RuleSeverity.Error, "TypedPolicyTargets"),
        new("TP9006", "Assembly carries no policy for a target", RuleSeverity.Error, "a referenced package"),
        new("TP9007", "Carried policy cannot be read", RuleSeverity.Error, "a referenced package"),
        new("TP9008", "Policy folder cannot be written", RuleSeverity.Error, "the file system"),
        new("TP9009", "Unknown analysis mode", RuleSeverity.Error, "TypedPolicyAnalysisMode"),
        new("TP9010", "Base to verify with cannot be read", RuleSeverity.Error, "PolicyBase"),
        new("TP9011", "Base policy's headers cannot be read", RuleSeverity.Error, "PolicyHeaders"),
        new("TP9012", "Unknown value of a setting", RuleSeverity.Error, "the properties and metadata of a project"),
        new("TP9013", "Unknown rule option", RuleSeverity.Warning, ".editorconfig, global configs"),
        new("TP9014", "Policy that the generator could not read", RuleSeverity.Error, "the compiled assembly"),
        new("TP9015", "Unknown property, item or metadata", RuleSeverity.Warning, "the project file"),
        new("TP9016", "Base of another target", RuleSeverity.Warning, "TypedPolicyTargets, PolicyHeaders, PolicyBase"),
        new("TP9017", "Package whose users get no policy", RuleSeverity.Warning, "dotnet pack"),
        new("TP9027", "Access that a neverallow rule of the base forbids", RuleSeverity.Warning, "secilc; semodule where expand-check=1"),
        new("TP9031", "Packages of the policy were not made", RuleSeverity.Error, "TypedPolicyPackage, dotnet build -t:PackPolicy"),
    ];
}
