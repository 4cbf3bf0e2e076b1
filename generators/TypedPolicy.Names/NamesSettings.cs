using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedPolicy.Names;

/// <summary>What the project sets of <c>PolicyNames</c>.</summary>
/// <param name="RootNamespace">The project's root namespace.</param>
/// <param name="Namespace">The namespace that <c>TypedPolicyNamesNamespace</c> names, or empty.</param>
/// <param name="IsPublic">Whether other projects see the class.</param>
internal sealed record NamesSettings(string RootNamespace, string Namespace, bool IsPublic)
{
    /// <summary>Reads the settings of a compilation.</summary>
    public static NamesSettings Read(AnalyzerConfigOptionsProvider options) => new(
        Property(options, "RootNamespace"),
        Property(options, "TypedPolicyNamesNamespace"),
        string.Equals(Property(options, "TypedPolicyNamesVisibility"), "public", StringComparison.OrdinalIgnoreCase));

    private static string Property(AnalyzerConfigOptionsProvider options, string name) =>
        options.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value.Trim() : "";
}
