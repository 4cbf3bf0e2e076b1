using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Formatting;
using TypedPolicy.CodeFixes;
using TypedPolicy.Model.Diagnostics;
using Xunit;

namespace TypedPolicy.Tests.Analyzers;

/// <summary>What the lightbulb offers, and what it makes of the file, of the project and of the solution.</summary>
public sealed class FixTests
{
    public static TheoryData<int, string> Cases
    {
        get
        {
            var cases = new TheoryData<int, string>();
            for (var i = 0; i < FixCases.All.Count; i++)
            {
                cases.Add(i, $"{FixCases.All[i].Rule.Code()} {FixCases.All[i].Title}");
            }

            return cases;
        }
    }

    [Fact]
    public void Every_rule_that_has_a_fix_is_in_the_table_and_no_other() => Assert.Equal(
        RuleCatalogue.All.Where(r => r.HasFix).Select(r => r.Id),
        FixCases.All.Select(c => c.Rule).Distinct().Order());

    [Fact]
    public void Every_rule_that_has_a_fix_has_one_provider() => Assert.Equal(
        RuleCatalogue.All.Where(r => r.HasFix).Select(r => r.Id.Code()),
        typeof(TextFix).Assembly.GetTypes()
            .Where(t => typeof(CodeFixProvider).IsAssignableFrom(t) && t.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .SelectMany(t => ((CodeFixProvider)Activator.CreateInstance(t)!).FixableDiagnosticIds)
            .Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_fix_leaves_what_its_author_would_have_written(int index, string what)
    {
        var (rule, title, before, after, leavesSquiggle, baseIndex, _) = FixCases.All[index];
        Assert.Contains(title, what, StringComparison.Ordinal);
        var project = PolicyProject.Of([before], [rule.Code()], index: baseIndex);
        var found = (await project.Find()).Length;

        Assert.Equal($"{title}\n\n{after}", $"{title}\n\n{(await project.Fix(title))?.Replace("using TypedPolicy;\n", "", StringComparison.Ordinal)}");
        Assert.Equal(leavesSquiggle ? found : 0, (await project.Find()).Length);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_a_fix_leaves_is_formatted(int index, string what)
    {
        var after = FixCases.All[index].After;
        Assert.Contains(FixCases.All[index].Title, what, StringComparison.Ordinal);
        using var workspace = new AdhocWorkspace();

        Assert.Equal(after, Formatter.Format(CSharpSyntaxTree.ParseText(after).GetRoot(), workspace).ToFullString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_fix_for_all_reaches_every_place_of_a_file_every_file_and_every_project(int index, string what)
    {
        var (rule, title, before, after, _, baseIndex, given) = FixCases.All[index];
        Assert.Contains(title, what, StringComparison.Ordinal);
        var beside = given ?? [(Renamed(before, "Other"), Renamed(after, "Other")), (Renamed(before, "Third"), Renamed(after, "Third"))];

        // A file has one namespace for all of it, and a class that is named as it: such a case has one place in a file.
        var twice = !before.StartsWith("namespace ", StringComparison.Ordinal) || given is not null;
        string[] first = [twice ? $"{before}\n\n{beside[0].Before}" : before, beside[1].Before];
        string[] firstFixed = [twice ? $"{after}\n\n{beside[0].After}" : after, beside[1].After];
        foreach (var (scope, reached) in new[] { (FixAllScope.Document, 1), (FixAllScope.Project, 2), (FixAllScope.Solution, 3) })
        {
            var solution = PolicyProject.Of(first, [before], baseIndex, rule.Code());

            var texts = await solution.FixAll(title, scope);

            Assert.Equal(
                [.. firstFixed.Append(after).Take(reached), .. first.Append(before).Skip(reached)],
                texts.Select(t => t.Replace("using TypedPolicy;\n", "", StringComparison.Ordinal)));
        }

        string Renamed(string text, string prefix) => RenamedPolicy.Of(text, before, prefix);
    }
}
