using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Model.Paths;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Analyzers.Shared;

/// <summary>What the project says: the target whose paths are written, and that target's equivalences.</summary>
/// <param name="Spelling">The first of <c>TypedPolicyTargets</c>.</param>
/// <param name="Equivalences">Its equivalences, or those of a <c>file_contexts.subs_dist</c> among the additional files.</param>
/// <param name="EquivalencesOf">Whose they are, for a message.</param>
internal sealed record ProjectSettings(Target Spelling, Equivalences Equivalences, string EquivalencesOf)
{
    private const string SubstitutionFile = "file_contexts.subs_dist";

    public static ProjectSettings Of(AnalyzerOptions options, CancellationToken cancellation)
    {
        var spelling = Target.Default;
        if (options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.TypedPolicyTargets", out var targets)
            && targets.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries) is [var first, ..])
        {
            spelling = Target.TryGet(first) ?? Target.Default;
        }

        foreach (var file in options.AdditionalFiles)
        {
            if (file.Path.Replace('\\', '/').Split('/').Last() == SubstitutionFile && file.GetText(cancellation) is { } text)
            {
                return new ProjectSettings(spelling, Equivalences.Parse(text.ToString()), $"{SubstitutionFile} of the project");
            }
        }

        return new ProjectSettings(spelling, spelling.Equivalences, spelling.Title);
    }

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
