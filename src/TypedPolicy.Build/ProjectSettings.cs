namespace TypedPolicy.Build;

/// <summary>The properties that a project may set.</summary>
/// <param name="Name">The property.</param>
/// <param name="Values">The values that it takes; empty if it takes a path, a name or a list.</param>
internal sealed record ProjectSetting(string Name, params string[] Values)
{
    /// <summary>Whether a value is compared without regard to case, as MSBuild compares its own booleans.</summary>
    public bool IgnoresCase => !Values.Contains("gen_context");
}

/// <summary>The one table of properties, items and metadata that a project may write. The documents and the targets file are compared with it.</summary>
internal static class ProjectSettings
{
    /// <summary>The properties. Those whose values another task knows have none here.</summary>
    public static IReadOnlyList<ProjectSetting> All { get; } =
    [
        new("TypedPolicyTargets"),
        new("TypedPolicyLineMarks", "true", "false"),
        new("TypedPolicyFileContextFormat", "plain", "gen_context"),
        new("TypedPolicyOutputDirectory"),
        new("TypedPolicyVerify", "auto", "true", "false"),
        new("TypedPolicyUseInstalledPolicy", "true", "false"),
        new("TypedPolicyReport", "true", "false"),
        new("TypedPolicyPackage"),
        new("TypedPolicyPackageName"),
        new("TypedPolicyPackageMaintainer"),
        new("TypedPolicyBaseCache"),
        new("TypedPolicyKernel"),
        new("TypedPolicyAnalysisMode"),
        new("TypedPolicyImplicitUsings", "true", "false"),
        new("TypedPolicyNamesVisibility", "internal", "public"),
        new("TypedPolicyNamesNamespace"),
        new("TypedPolicyGenerateInEditor", "true", "false"),
        new("TypedPolicyDesignRules", "true", "false"),
    ];

    /// <summary>Properties that are not for projects to set: the package does, a build of this repository, or a test.</summary>
    public static IReadOnlyList<string> Internal { get; } = ["TypedPolicyTaskAssembly", "TypedPolicyToolAssembly", "TypedPolicyBuilds", "TypedPolicyJudgements"];

    /// <summary>What the item <c>PolicyHeaders</c> was named. It is still read.</summary>
    public const string FormerHeaders = "BasePolicy";

    /// <summary>The items, each with its metadata.</summary>
    public static IReadOnlyDictionary<string, string[]> Items { get; } = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["PolicyHeaders"] = ["Name", "Installed", "Define"],
        ["PolicyBase"] = ["PolicyTarget"],
    };
}
