using Microsoft.CodeAnalysis;
using TypedPolicy.Model.Checks.Base;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Toolchain.Tests.Corpus;
using TypedPolicy.Toolchain.Tests.Debian;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Rules.Debian;

/// <summary>Each rule that looks at the base, with the index of Debian's policy: what it underlines, the tools confirm in Debian's policy.</summary>
[Trait("Needs", "toolchain")]
public sealed class DebianRulesTests(DebianRules debian) : IClassFixture<DebianRules>
{
    public static TheoryData<DiagnosticId> Rules => [.. DebianCases.All.Select(c => c.Rule)];

    [Fact]
    public void Every_rule_that_looks_at_the_base_has_a_case() => Assert.Equal(
        BaseReview.Rules.Concat([DiagnosticId.AttributePassedForType, DiagnosticId.IncompleteDomainTransition, DiagnosticId.PathUnderEquivalence, DiagnosticId.UnusableBaseIndex]).Order(),
        DebianCases.All.Select(c => c.Rule));

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_bad_policy_is_underlined_and_the_good_one_is_not(DiagnosticId rule)
    {
        var row = Case(rule);
        var target = rule switch { DiagnosticId.UnusableBaseIndex => "el9", DiagnosticId.PermissionSetDiffers => "debian12;el9", _ => "debian12" };

        Assert.StartsWith(row.Of(row.Underlined, "Bad"), Assert.Single(await Squiggles(row.BadSource, rule, target)), StringComparison.Ordinal);
        Assert.Empty(await Squiggles(row.GoodSource, rule, rule == DiagnosticId.PermissionSetDiffers ? target : "debian12"));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_tools_say_the_same_of_both_in_the_whole_policy(DiagnosticId rule)
    {
        var row = Case(rule);
        Assert.NotEmpty(row.Says);
        foreach (var says in row.Says)
        {
            Ask(row, says);
        }
    }

    [Fact]
    public void What_the_tools_take_links_with_neverallow_rules_checked_and_without_a_word()
    {
        debian.Linked.Run.Succeeded();
        Assert.Equal("", debian.Linked.Run.Error);
    }

    private void Ask(DebianCase row, ToolSays says)
    {
        switch (says)
        {
            case Refuses refused:
                var modules = DebianPolicy.Files.Where(f => refused.Without.Length == 0 || Path.GetFileNameWithoutExtension(f) != refused.Without).ToArray();
                var bad = debian.Link(modules, refused.Merging, row.BadSource).Run;
                Assert.NotEqual(0, bad.ExitCode);
                Assert.Contains(refused.Message, bad.Error + bad.Output, StringComparison.Ordinal);
                if (refused.Without.Length > 0)
                {
                    debian.Link(modules, merging: true, row.GoodSource).Run.Succeeded();
                }

                break;
            case Allows allowed:
                Assert.True(Has(allowed.Bad), $"{allowed.Bad} is not in\n{string.Join('\n', debian.Rules)}");
                Assert.True(Has(allowed.Good), $"{allowed.Good} is not in\n{string.Join('\n', debian.Rules)}");
                Assert.False(allowed.NotBad.Length > 0 && Has(allowed.NotBad), allowed.NotBad);
                Assert.False(allowed.NotGood.Length > 0 && Has(allowed.NotGood), allowed.NotGood);
                break;
            case IsIn member:
                Assert.Equal((member.BadIsIn, !member.BadIsIn), (AttributesOf(row.Of("%_t", "Bad")).Contains(member.Attribute), AttributesOf(row.Of("%_t", "Good")).Contains(member.Attribute)));
                break;
            case Labels labels:
                var found = new Lookups(debian.Folder).Labels(debian.Linked.FileContextLines, File.ReadAllText(DebianPolicy.SubstitutionsFile), [(labels.BadPath, "file"), (labels.GoodPath, "file")]);
                Assert.Equal([labels.BadType, labels.GoodType], found.Select(context => context.Contains(':', StringComparison.Ordinal) ? context.Split(':')[2] : context));
                break;
            case Makes made:
                var refusedModule = debian.Make(made.Bad);
                Assert.Contains(made.Message, refusedModule.Error + refusedModule.Output, StringComparison.Ordinal);
                var taken = debian.Make(made.Good).Succeeded();
                Assert.DoesNotContain(made.Message, taken.Error + taken.Output, StringComparison.Ordinal);
                break;
            case AsksNobody nobody:
                Assert.NotEmpty(nobody.Why);
                break;
            default:
                Assert.Fail($"{says} is not asked.");
                break;
        }
    }

    /// <summary>Whether sesearch found a rule: subject, target and class, and a permission where one is given.</summary>
    private bool Has(string rule)
    {
        var words = rule.Split(' ');
        return rule.Length == 0 || (words.Length == 4
            ? debian.Rules.Any(r => r.StartsWith(string.Join(' ', words[..3]) + " ", StringComparison.Ordinal) && r.Split([' ', ';'], StringSplitOptions.RemoveEmptyEntries)[3..].Contains(words[3]))
            : debian.Rules.Any(r => r.StartsWith(rule, StringComparison.Ordinal)));
    }

    private string[] AttributesOf(string type) => Tool.Seinfo.Run("-t", type, "-x", "--flat", debian.Linked.Binary).Succeeded().Output.Split([' ', ',', ';', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static async Task<string[]> Squiggles(string source, DiagnosticId rule, string target)
    {
        var found = await DebianRules.Analyze(DebianRules.Compile(("Policy.cs", source)), target);
        Assert.DoesNotContain(found, d => d.Id == "AD0001");
        return [.. found.Where(d => d.Id == rule.Code()).Select(d => $"«{TextOf(d)}» {d.GetMessage()}")];
    }

    private static string TextOf(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree
        ? tree.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)
        : Indexing.DebianIndex.Text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);

    private static DebianCase Case(DiagnosticId rule) => DebianCases.All.Single(c => c.Rule == rule);
}
