using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Sepol.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Sepol.Tests.Debian;

/// <summary>Access between contexts of Debian's policy, decided as libsepol's security server decides it.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(DebianLink))]
public class DebianContextTests(DebianLink link, ITestOutputHelper output)
{
    [Fact]
    public void Random_contexts_get_the_decisions_and_the_reasons_of_libsepol()
    {
        var policy = link.Policy;
        var questions = Questions(20_000, seed: 11).ToList();
        var counts = new Dictionary<AccessOutcome, int>();
        var judged = SecurityServer.With(link.Result.Policy!, () => questions.ConvertAll(q =>
        {
            var number = policy.Tables.Classes[q.Class];
            return SecurityServer.Decide(q.Source, q.Target, number, policy.Bit(number, q.Permission));
        }));
        var valid = 0;
        foreach (var (question, expected) in questions.Zip(judged))
        {
            Assert.Equal(expected is not null, policy.IsValidContext(question.Source) && policy.IsValidContext(question.Target));
            if (expected is not { } decision)
            {
                continue;
            }

            valid++;
            var answer = policy.AccessOfContexts(question.Source, question.Target, question.Class, question.Permission);
            counts[answer.Outcome] = counts.GetValueOrDefault(answer.Outcome) + 1;
            var bit = policy.Bit(policy.Tables.Classes[question.Class], question.Permission);
            Assert.True(answer.IsAllowed == ((decision.Allowed & bit) != 0), $"{question}: {answer.Outcome}, libsepol: {decision}");
            Assert.True(answer.IsAllowed || decision.Reason.HasFlag(ReasonOf(answer.Outcome)), $"{question}: {answer.Outcome}, libsepol: {decision}");
        }

        output.WriteLine($"{questions.Count} questions, {valid} of valid contexts: {string.Join(", ", counts)}");
        Assert.InRange(valid, questions.Count / 2, questions.Count - 1);
        Assert.All([AccessOutcome.Allowed, AccessOutcome.NoRule, AccessOutcome.ConditionDoesNotHold, AccessOutcome.Constraint, AccessOutcome.Roles], o => Assert.True(counts.GetValueOrDefault(o) > 0, $"{o} never."));
    }

    private static SecurityServer.Reason ReasonOf(AccessOutcome outcome) => outcome switch
    {
        AccessOutcome.Constraint => SecurityServer.Reason.Constraint,
        AccessOutcome.Roles => SecurityServer.Reason.Roles,
        AccessOutcome.Bounds => SecurityServer.Reason.Bounds,
        _ => SecurityServer.Reason.Rules,
    };

    private IEnumerable<(string Source, string Target, string Class, string Permission)> Questions(int count, int seed)
    {
        var random = new Random(seed);
        var policy = link.Policy;
        var rules = policy.Rules.Where(r => r.Kind == "allow").ToList();
        var transitions = rules.FindAll(r => r.Class == "process" && r.Permissions.Contains("transition"));
        for (var i = 0; i < count; i++)
        {
            var rule = Pick(i % 5 == 0 ? transitions : rules);
            var permission = i % 5 == 0 ? "transition" : Pick(rule.Permissions);
            yield return (Context(Pick(policy.MembersOf(rule.Source))), Context(Pick(policy.MembersOf(rule.Target))), rule.Class, i % 7 == 0 ? Pick(policy.PermissionsOf(rule.Class)) : permission);
        }

        string Context(string type)
        {
            var tables = policy.Tables;
            var roles = policy.Roles.Where(r => tables.RoleParts[tables.Roles[r]]!.Types.Contains(tables.Types[type])).Append("object_r").ToList();
            var role = random.Next(20) == 0 ? Pick(policy.Roles) : random.Next(3) == 0 ? "object_r" : roles[0];
            var users = policy.Users.Where(u => tables.UserParts[tables.Users[u]]!.Roles.Contains(tables.Roles[role])).ToList();
            var user = users.Count == 0 || random.Next(20) == 0 ? Pick(policy.Users) : Pick(users);
            return $"{user}:{role}:{type}:{Range()}";
        }

        string Range() => random.Next(8) switch
        {
            0 => $"s0:c{random.Next(3)}",
            1 => "s0-s0:c0.c1023",
            2 => $"s0:c{random.Next(2)},c{2 + random.Next(2)}-s0:c0.c{3 + random.Next(5)}",
            3 => "s0:c1.c5-s0:c2.c6",
            _ => "s0",
        };

        T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
    }
}
