using TypedPolicy.Sepol.Queries;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Debian;

/// <summary>Questions of access about Debian's policy, answered as setools answers them.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(DebianLink))]
public class DebianAllowTests(DebianLink link, ITestOutputHelper output)
{
    [Fact]
    public void Two_thousand_random_questions_are_answered_as_setools_answers_them()
    {
        var questions = Questions(2000, seed: 5).ToList();
        var answers = Setools.Ask("allow.py", questions.Select(q => string.Join(' ', q)), link.Path);
        Assert.Equal(questions.Count, answers.Length);
        var allowed = 0;
        foreach (var (question, answer) in questions.Zip(answers))
        {
            var rules = link.Policy.FindAllow(question[0], question[1], question[2], question[3]);
            var expected = answer == "-" ? [] : answer.Split('\t');
            Assert.Equal(expected.Select(Rule).Order(StringComparer.Ordinal), rules.Select(r => Rule(r.ToString())).Order(StringComparer.Ordinal));
            allowed += rules.IsEmpty ? 0 : 1;
        }

        output.WriteLine($"{questions.Count} questions, {allowed} with rules");
        Assert.InRange(allowed, 600, 1400);
    }

    [Fact]
    public void The_command_sesearch_agrees()
    {
        foreach (var question in Questions(12, seed: 7))
        {
            var said = Tool.Sesearch.Run("-A", "-s", question[0], "-t", question[1], "-c", question[2], "-p", question[3], link.Path).Succeeded().Output;
            var rules = link.Policy.FindAllow(question[0], question[1], question[2], question[3]);
            Assert.Equal(said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Rule).Order(StringComparer.Ordinal), rules.Select(r => Rule(r.ToString())).Order(StringComparer.Ordinal));
        }
    }

    // The rule without its condition, of which only that there is one counts here: setools writes it by its own precedence.
    private static string Rule(string text) => text.Split(';')[0] + (text.Contains('[') ? " [ ]" : "");

    // Every second question is made from a rule, so that enough are answered with yes; the others are of chance alone.
    private IEnumerable<string[]> Questions(int count, int seed)
    {
        var random = new Random(seed);
        var policy = link.Policy;
        var rules = policy.Rules.Where(r => r.Kind == "allow").ToList();
        for (var i = 0; i < count; i++)
        {
            if (i % 2 == 0)
            {
                var rule = Pick(rules);
                yield return [Pick(policy.MembersOf(rule.Source)), Pick(policy.MembersOf(rule.Target)), rule.Class, Pick(rule.Permissions)];
            }
            else
            {
                var @class = Pick(policy.Classes.Where(c => !policy.PermissionsOf(c).IsEmpty).ToList());
                yield return [Pick(policy.Types), Pick(policy.Types), @class, Pick(policy.PermissionsOf(@class))];
            }
        }

        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }
}
