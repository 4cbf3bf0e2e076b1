namespace TypedPolicy.Model.Diagnostics;

/// <summary>The options of rules, as <c>.editorconfig</c> or a global config names them. The one table: analyzers read them by it, the build finds misspelt ones, pages tell of each.</summary>
public static class RuleOptions
{
    /// <summary>What the names of all of them begin with.</summary>
    public const string Beginning = "typedpolicy.";

    /// <summary>What the names of a product begin with.</summary>
    public const string NamePrefix = "typedpolicy.TP1004.prefix";

    /// <summary>Capabilities and permissions that are not a matter of concern.</summary>
    public const string AllowedCapabilities = "typedpolicy.TP5003.allowed_capabilities";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<string> All { get; } = [NamePrefix, AllowedCapabilities];
}
