using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using TypedPolicy.Generators;
using TypedPolicy.Tests.Support;
using Xunit;

namespace TypedPolicy.Tests.Generators;

public sealed class IncrementalTests
{
    private static readonly IncrementalStepRunReason[] Kept = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    [Fact]
    public void An_edit_in_a_file_without_policy_writes_nothing_again() =>
        AssertKept(Edit("true", "Other.cs", "class Other;", "class Other { int X; }"), Steps.Model, Steps.Findings, Steps.Artifacts, Steps.LineMarks);

    [Theory]
    [InlineData("// a comment\n")]
    [InlineData("\n")]
    public void A_comment_or_a_blank_line_writes_nothing_again_where_line_marks_are_off(string line) =>
        AssertKept(Edit("false", "Policy.cs", Sample.Source, line + Sample.Source), Steps.Model, Steps.Findings, Steps.Artifacts, Steps.LineMarks);

    [Fact]
    public void A_comment_at_the_end_of_a_line_writes_nothing_again_with_line_marks() =>
        AssertKept(Edit("true", "Policy.cs", Sample.Source, Sample.Source + "// a comment"), Steps.Model, Steps.Findings, Steps.Artifacts, Steps.LineMarks);

    [Fact]
    public void A_line_shift_changes_the_line_marks_and_not_the_model()
    {
        var result = Edit("true", "Policy.cs", Sample.Source, "\n" + Sample.Source);

        Assert.All(Reasons(result, Steps.Model, Steps.Findings), r => Assert.Contains(r, Kept));
        Assert.All(Reasons(result, Steps.LineMarks, Steps.Artifacts), r => Assert.Equal(IncrementalStepRunReason.Modified, r));
    }

    [Fact]
    public void A_rule_that_changes_is_written_again() =>
        Assert.All(
            Reasons(Edit("true", "Policy.cs", Sample.Source, Sample.Source.Replace("ProcessPerms.Signal", "ProcessPerms.Sigkill", StringComparison.Ordinal)), Steps.Model, Steps.Artifacts),
            r => Assert.Equal(IncrementalStepRunReason.Modified, r));

    [Fact]
    public void No_step_keeps_anything_of_Roslyn()
    {
        var result = Run("true", [("Policy.cs", Sample.Source), ("Bad.cs", "[TypedPolicy.Domain(\"a b\")] class Bad;")]).GetRunResult().Results.Single();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var step in new[] { Steps.Settings, Steps.Policy, Steps.Model, Steps.Places, Steps.Findings, Steps.Problems, Steps.LineMarks, Steps.Artifacts })
        {
            foreach (var (value, _) in result.TrackedSteps[step].SelectMany(s => s.Outputs))
            {
                Walk(value, step, seen);
            }
        }

        Assert.True(seen.Count > 100);
    }

    private static GeneratorRunResult Edit(string lineMarks, string path, string before, string after)
    {
        (string Path, string Source)[] rest = path == "Policy.cs" ? [] : [("Policy.cs", Sample.Source)];
        var compilation = Policy.Compile([(path, before), .. rest]);
        var driver = Policy.Driver(new() { ["TypedPolicyLineMarks"] = lineMarks }).RunGenerators(compilation);
        return driver.RunGenerators(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Policy.Tree(path, after))).GetRunResult().Results.Single();
    }

    private static GeneratorDriver Run(string lineMarks, (string Path, string Source)[] files) =>
        Policy.Driver(new() { ["TypedPolicyLineMarks"] = lineMarks }).RunGenerators(Policy.Compile(files));

    private static void AssertKept(GeneratorRunResult result, params string[] steps)
    {
        Assert.All(Reasons(result, steps), r => Assert.Contains(r, Kept));
        Assert.All(
            result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs),
            o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, params string[] steps) =>
        steps.SelectMany(s => result.TrackedSteps[s]).SelectMany(s => s.Outputs).Select(o => o.Reason);

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || (!value.GetType().IsValueType && !seen.Add(value)))
        {
            return;
        }

        Assert.False(value.GetType().Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{path} keeps {value.GetType()}");
        if (value is IList items)
        {
            foreach (var item in items)
            {
                Walk(item, path + "[]", seen);
            }
        }

        if (value is Array)
        {
            return;
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer)
                {
                    Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
                }
            }
        }
    }
}
