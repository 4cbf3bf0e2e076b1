using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Targets;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>What the project sets: the targets that it is for, and the equivalences of the one whose paths are written.</summary>
/// <param name="Targets">Those of <c>TypedPolicyTargets</c>.</param>
/// <param name="Equivalences">Its equivalences, or those of a <c>file_contexts.subs_dist</c> among the additional files.</param>
/// <param name="EquivalencesOf">Whose they are, for a message.</param>
/// <param name="FileContextFormat">How file contexts are written.</param>
internal sealed record ProjectSettings(ImmutableArray<Target> Targets, Equivalences Equivalences, string EquivalencesOf, FileContextFormat FileContextFormat)
{
    private const string SubstitutionFile = "file_contexts.subs_dist";

    /// <summary>The directories of its system that are symbolic links and that no equivalence covers; none are known of a distribution of the project's own.</summary>
    public Equivalences Links { get; init; } = Equivalences.None;

    /// <summary>The first of the targets: the author writes its paths.</summary>
    public Target Spelling => Targets[0];

    public static ProjectSettings Of(AnalyzerOptions options, CancellationToken cancellation)
    {
        var targets = Target.Listed(Property(options, "TypedPolicyTargets"));
        var format = Property(options, "TypedPolicyFileContextFormat").Trim() is "gen_context" ? FileContextFormat.GenContext : FileContextFormat.Plain;
        foreach (var file in options.AdditionalFiles)
        {
            if (file.Path.Replace('\\', '/').Split('/').Last() == SubstitutionFile && file.GetText(cancellation) is { } text)
            {
                return new ProjectSettings(targets, Equivalences.Parse(text.ToString()), $"{SubstitutionFile} of the project", format);
            }
        }

        return new ProjectSettings(targets, targets[0].Equivalences, targets[0].Title, format) { Links = new Equivalences(targets[0].Facts.Links) };
    }

    private static string Property(AnalyzerOptions options, string name) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value : "";

    /// <summary>A list that <c>.editorconfig</c> or a global config holds: <c>typedpolicy.TP5003.allowed_capabilities = net_admin</c>.</summary>
    public static ImmutableHashSet<string> List(AnalyzerOptions options, SyntaxTree tree, string key) =>
        Text(options, tree, key)?.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).ToImmutableHashSet(StringComparer.Ordinal) ?? [];

    /// <summary>A value that <c>.editorconfig</c> or a global config holds.</summary>
    public static string? Text(AnalyzerOptions options, SyntaxTree tree, string key)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        return provider.GetOptions(tree).TryGetValue(key, out var value) || provider.GlobalOptions.TryGetValue(key, out value) ? value.Trim() : null;
    }
}
