using TypedPolicy.Guest;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Queries;
using Xunit;

namespace TypedPolicy.Kernel.Tests;

/// <summary>The library and a kernel, with the same policy, give the same answers.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(DebianGuest))]
public sealed class ServerTests(DebianGuest guest)
{
    private const int InvalidArgument = 22;
    private const int PermissionDenied = 13; // what the kernel answers where the result would not be valid
    private const int Seed = 20_260;

    private readonly KernelPolicy _policy = KernelPolicy.Read(guest.Policy);

    [Fact]
    public void The_library_answers_a_thousand_questions_of_access_as_the_kernel_does() => Compare(
        new Random(Seed),
        1_000,
        (random, rule) =>
        {
            // Half of them ask for what a rule is about, and so may be allowed; the others for anything.
            var permission = random.Next(2) == 0 && rule.Permissions.Length > 0 ? Pick(random, rule.Permissions) : Pick(random, [.. _policy.PermissionsOf(rule.Class)]);
            var (source, target) = (Subject(random, rule.Source), Object(random, rule));
            return (ServerQuestion.Access(source, target, rule.Class, permission), Answer);

            // The security server tells whether any request may be made, and not which.
            string Answer() => _policy.AccessOfContexts(source, target, rule.Class, permission) is { IsAllowed: true } or { Outcome: AccessOutcome.IoctlRequest } ? "1" : "0";
        });

    [Fact]
    public void The_library_answers_a_thousand_questions_about_what_is_new_as_the_kernel_does() => Compare(
        new Random(Seed + 1),
        1_000,
        (random, rule) =>
        {
            var (source, target) = (Subject(random, rule.Source), Object(random, rule));
            return (ServerQuestion.Create(source, target, rule.Class), () => _policy.NewContext(source, target, rule.Class));
        },
        r => r.Kind == "type_transition" || (r.Kind == "allow" && r.Class is "file" or "dir" or "process" or "tcp_socket"));

    [Fact]
    public void The_library_answers_five_hundred_questions_about_members_and_five_hundred_about_relabelling_as_the_kernel_does()
    {
        Ask(Seed + 2, "type_member", (source, target, @class) => (ServerQuestion.Member(source, target, @class), () => _policy.MemberContext(source, target, @class)));
        Ask(Seed + 3, "type_change", (source, target, @class) => (ServerQuestion.Relabel(source, target, @class), () => _policy.RelabelContext(source, target, @class)));

        // There are few of these rules, and every question has an answer without one: a third of them is about what a rule says, as far as the domain and the object are drawn so.
        void Ask(int seed, string kind, Func<string, string, string, (ServerQuestion, Func<string>)> question) => Compare(
            new Random(seed),
            500,
            (random, rule) => question(Subject(random, rule.Source), Object(random, rule), rule.Class),
            r => r.Kind == kind || (r.Kind == "allow" && r.Class is "file" or "dir" or "process" or "chr_file" or "unix_stream_socket"),
            kind);
    }

    private void Compare(Random random, int count, Func<Random, PolicyRule, (ServerQuestion, Func<string>)> make, Func<PolicyRule, bool>? filter = null, string? favoured = null)
    {
        var rules = _policy.Rules.Where(r => filter?.Invoke(r) ?? r.Kind is "allow" or "type_transition").ToArray();
        PolicyRule[] first = [.. rules.Where(r => r.Kind == favoured)];
        var asked = Enumerable.Range(0, count).Select(i => make(random, Pick(random, first.Length > 0 && i % 3 == 0 ? first : rules))).ToList();
        var answers = guest.Kernel.AskServer([.. asked.Select(a => a.Item1)]);
        var different = asked.Zip(answers)
            .Select(a => (Question: a.First.Item1, Kernel: a.Second.Error is InvalidArgument or PermissionDenied ? "not valid" : a.Second.Error == 0 ? a.Second.Text : $"error {a.Second.Error}", Library: Answer(a.First.Item2)))
            .Where(a => a.Kernel != a.Library)
            .Select(a => $"{a.Question}: the kernel {a.Kernel}, the library {a.Library}")
            .ToList();
        Assert.True(different.Count == 0, $"{different.Count} of {count} differ:\n{string.Join('\n', different.Take(20))}");
        Assert.True(answers.Select(a => a.Text).Distinct().Count() > 1, "All answers are the same.");
    }

    private static string Answer(Func<string> ask)
    {
        try
        {
            return ask();
        }
        catch (SepolException e) when (e.Message.StartsWith("The resulting context is not valid", StringComparison.Ordinal))
        {
            return "not valid";
        }
    }

    private string Subject(Random random, string name)
    {
        var types = _policy.MembersOf(name);
        for (; ; )
        {
            var type = Pick(random, types.IsEmpty || random.Next(4) == 0 ? _policy.MembersOf("domain") : types);
            foreach (var (user, role) in (ReadOnlySpan<(string, string)>)[("system_u", "system_r"), ("unconfined_u", "unconfined_r"), ("sysadm_u", "sysadm_r"), ("staff_u", "staff_r"), ("user_u", "user_r")])
            {
                var context = $"{user}:{role}:{type}:{Pick(random, ["s0", "s0", "s0-s0:c0.c1023", "s0:c3,c7"])}";
                if (_policy.IsValidContext(context))
                {
                    return context;
                }
            }

            types = [];
        }
    }

    private string Object(Random random, PolicyRule rule)
    {
        var types = rule.Target == KernelPolicy.Self ? _policy.MembersOf(rule.Source) : _policy.MembersOf(rule.Target);
        if (rule.Class.StartsWith("process", StringComparison.Ordinal) && rule.Kind == "allow")
        {
            return Subject(random, types.IsEmpty ? "domain" : Pick(random, types));
        }

        var type = Pick(random, types.IsEmpty || random.Next(4) == 0 ? _policy.Types : types);
        return $"system_u:object_r:{type}:{Pick(random, ["s0", "s0", "s0:c3"])}";
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
