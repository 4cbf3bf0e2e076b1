using System.Text.RegularExpressions;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Tests.Analyzers;
using TypedPolicy.Tests.Rules;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Corpus;
using TypedPolicy.Toolchain.Tests.Linking;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Toolchain.Tests.Rules;

/// <summary>Where a rule speaks, the real tool refuses, or stays silent: as the table and the rule's page say.</summary>
[Trait("Needs", "toolchain")]
public sealed class VerdictTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SmallBase _base = new();

    public static TheoryData<int, string> Rows
    {
        get
        {
            var rows = new TheoryData<int, string>();
            for (var i = 0; i < Verdicts.All.Count; i++)
            {
                rows.Add(i, $"{Verdicts.All[i].Rule.Code()} {Verdicts.All[i].GetType().Name}");
            }

            return rows;
        }
    }

    [Fact]
    public void Every_rule_of_the_catalogue_has_a_row() =>
        Assert.Equal(RuleCatalogue.All.Select(r => r.Id), Verdicts.All.Select(v => v.Rule).Distinct());

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_tool_says_what_the_table_says(int row, string rule)
    {
        var verdict = Verdicts.All[row];
        Assert.StartsWith(verdict.Rule.Code(), rule, StringComparison.Ordinal);
        switch (verdict)
        {
            case NoSay none:
                Assert.NotEmpty(none.Why);
                break;
            case Emitted emitted:
                var (bad, good) = Case(emitted.Rule, emitted.Case);
                Expect(emitted.Says, Link(bad, expects: emitted.Rule).Run);
                Expect(null, Link(good, expects: null).Run);
                break;
            case ByHand hand:
                var linked = _base.Link(merging: !hand.WithoutMerging, ("bad.cil", hand.Bad));
                Expect(hand.Says, linked.Run);
                Expect(null, _base.Link(merging: !hand.WithoutMerging, ("good.cil", hand.Good)).Run);
                if (hand.Says is null)
                {
                    var stored = Tool.Checkpolicy.Run("-M", "-b", "-C", "-o", "/dev/stdout", linked.Binary).Succeeded().Output;
                    Assert.Contains(hand.Stores ?? "", stored, StringComparison.Ordinal);
                    Assert.True(hand.Drops is null || !stored.Contains(hand.Drops, StringComparison.Ordinal), hand.Drops);
                }

                break;
            case Module module:
                Expect(module.Says, Compile(module.Bad));
                Expect(null, Compile(module.Good));
                break;
            case Checked file:
                var binary = _base.Link(("types.cil", "(type own_t)(roletype object_r own_t)(type other_t)(roletype object_r other_t)")).Binary;
                Expect(file.Says, Check(file.Bad, binary));
                Expect(null, Check(file.Good, binary));
                break;
            case Reached reached:
                var (apart, joined) = Case(reached.Rule, reached.Case);
                Assert.Contains("0 domain transition path(s) found.", Ways(Link(apart, expects: reached.Rule), reached), StringComparison.Ordinal);
                Assert.Contains("1 domain transition path(s) found.", Ways(Link(joined, expects: null), reached), StringComparison.Ordinal);
                break;
            case Looked looked:
                Assert.Equal(looked.Found, Look(looked.Bad, looked));
                Assert.Equal(looked.FoundThen, Look(looked.Good, looked));
                break;
            default:
                Assert.Fail($"{verdict} is not asked.");
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_rules_page_says_what_the_tool_says(int row, string rule)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", rule.Split(' ')[0] + ".md"));
        var section = page[page.IndexOf("## What the toolchain says", StringComparison.Ordinal)..];
        var says = Verdicts.All[row] switch
        {
            Emitted e => e.Says,
            ByHand h => h.Says,
            Module m => m.Says,
            Checked c => c.Says,
            _ => null,
        };
        if (says is not null)
        {
            Assert.Contains(says, section, StringComparison.Ordinal);
        }
        else
        {
            Assert.Matches("silent|[Nn]othing|No tool|without a word", section);
        }
    }

    public void Dispose()
    {
        _base.Dispose();
        _folder.Dispose();
    }

    private static (string Bad, string Good) Case(DiagnosticId rule, string sentence) =>
        RuleCases.All.Select(c => (c.Rule, c.Sentence, c.Bad, c.Good))
            .Concat(JudgementCases.All.Select(c => (c.Rule, c.Sentence, c.Bad, c.Good)))
            .Where(c => c.Rule == rule && c.Sentence == sentence)
            .Select(c => (c.Bad, c.Good))
            .Single();

    /// <summary>Refuses with these words, or accepts without any.</summary>
    private static void Expect(string? says, ToolRun run)
    {
        if (says is not null)
        {
            Assert.Contains(says, run.Error + run.Output, StringComparison.Ordinal);
        }
        else
        {
            run.Succeeded();
            Assert.Equal("", run.Error);
        }
    }

    private LinkedPolicy Link(string source, DiagnosticId? expects)
    {
        var policy = Direct.InSpiteOfFindings(Policy.Compile([("Policy.cs", source), Policy.Usings]), "debian12");
        Assert.Equal(expects is { } rule && RuleCatalogue.Get(rule).IsBlocking ? [rule] : [], policy.Findings.Select(f => f.Rule).Distinct());
        return _base.Link(("externals.cil", Externals(source)), ("policy.cil", policy.Cil));
    }

    /// <summary>What a case takes from a base policy, where our small base has not got it.</summary>
    private string Externals(string source) => string.Concat(
        Regex.Matches(source, """\[External\("(\w+)"\)\]\s*(?:public )?(?:sealed )?(class|interface)""")
            .Select(m => m.Groups[2].Value == "class" ? $"(type {m.Groups[1].Value})(roletype object_r {m.Groups[1].Value})\n" : $"(typeattribute {m.Groups[1].Value})\n")
            .Distinct());

    private static string Ways(LinkedPolicy policy, Reached asked)
    {
        policy.Run.Succeeded();
        return Tool.Sedta.Run("-p", policy.Binary, "-s", asked.From, "-t", asked.To, "-S").Succeeded().Output;
    }

    private ToolRun Compile(string module)
    {
        var source = _folder.Write("own.te", $"module own 1.0;\n{module}\n");
        return Tool.Checkmodule.Run("-M", "-m", "-o", _folder.At("own.mod"), source);
    }

    private ToolRun Check(string lines, string binary) => Tool.Setfiles.Run("-c", binary, _folder.Write("file_contexts", Contexts(lines)));

    private string Look(string lines, Looked asked)
    {
        var equivalences = asked.Equivalences.Length > 0 ? asked.Equivalences + "\n" : "";
        var label = new Lookups(_folder).Labels(Contexts(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries), equivalences, [(asked.Path, "file")])[0];
        return label.Contains(':') ? label.Split(':')[2] : label;
    }

    private static string Contexts(string lines) =>
        string.Concat(lines.Split('\n').Select(line => Regex.Replace(line, @"(\w+)$", "system_u:object_r:$1:s0").Replace(' ', '\t') + "\n"));
}
