using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedPolicy.Model;
using TypedPolicy.Model.Targets;
using TypedPolicy.Model.Writing;

namespace TypedPolicy.Generators;

/// <summary>What the project sets, by MSBuild properties that the compiler sees.</summary>
/// <param name="ProjectDirectory">The directory that line marks are relative to.</param>
/// <param name="Spelling">The target whose paths the author writes: the first of <c>TypedPolicyTargets</c>.</param>
/// <param name="Targets">All of <c>TypedPolicyTargets</c>.</param>
/// <param name="LineMarks">Whether the CIL names C# lines.</param>
/// <param name="FileContextFormat">How contexts are written in the <c>.fc</c> file.</param>
internal sealed record PolicySettings(string ProjectDirectory, string Spelling, EquatableArray<string> Targets, bool LineMarks, FileContextFormat FileContextFormat)
{
    /// <summary>Reads the settings of a compilation.</summary>
    public static PolicySettings Read(AnalyzerConfigOptionsProvider options)
    {
        var targets = Target.Listed(Property(options, "TypedPolicyTargets"));
        return new PolicySettings(
            Property(options, "ProjectDir"),
            targets[0].Name,
            EquatableArray.From(targets.Select(t => t.Name)),
            !IsFalse(Property(options, "TypedPolicyLineMarks")),
            Property(options, "TypedPolicyFileContextFormat").Trim() is "gen_context" ? FileContextFormat.GenContext : FileContextFormat.Plain);
    }

    /// <summary>The target whose paths the author writes.</summary>
    public Target SpellingTarget => Target.TryGet(Spelling) ?? Target.Default;

    /// <summary>The targets that the author writes for.</summary>
    public ImmutableArray<Target> WrittenTargets => [.. Target.All.Where(t => Targets.Contains(t.Name))];

    private static bool IsFalse(string value) => string.Equals(value.Trim(), "false", StringComparison.OrdinalIgnoreCase);

    private static string Property(AnalyzerConfigOptionsProvider options, string name) =>
        options.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value : "";
}
