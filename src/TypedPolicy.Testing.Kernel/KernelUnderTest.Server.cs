using TypedPolicy.Guest;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Testing.Kernel;

/// <content>Questions to the security server of the kernel: nothing is done, and thousands take a second.</content>
public sealed partial class KernelUnderTest
{
    // As many as a person reads.
    private const int MaxWrong = 20;

    /// <summary>The answers of the security server, in the order of the questions.</summary>
    public IReadOnlyList<ServerAnswer> Ask(params IReadOnlyCollection<ServerQuestion> questions) => Guest.AskServer(questions);

    /// <summary>The source may do all of this to the target, by the kernel's own answer. An attribute stands for each of its types.</summary>
    /// <exception cref="PolicyAssertionException">It may not: the message explains what prevents it.</exception>
    public void Allows<TSource, TTarget>(params Enum[] permissions) => Assert<TSource, TTarget>(permissions, expected: true);

    /// <summary>The source may do nothing of this to the target, by the kernel's own answer and as the booleans are set. An attribute stands for each of its types.</summary>
    /// <exception cref="PolicyAssertionException">It may: the message names the rules.</exception>
    public void Denies<TSource, TTarget>(params Enum[] permissions) => Assert<TSource, TTarget>(permissions, expected: false);

    private void Assert<TSource, TTarget>(Enum[] permissions, bool expected)
    {
        var policy = Policy;
        var sources = policy.Kernel.MembersOf(PolicyNameOf.Of(typeof(TSource)));
        var targets = typeof(TTarget) == typeof(Self) ? [] : policy.Kernel.MembersOf(PolicyNameOf.Of(typeof(TTarget)));
        var asked = permissions.Select(PermissionsOf.Value)
            .SelectMany(p => sources.SelectMany(s => (typeof(TTarget) == typeof(Self) ? [s] : targets.AsEnumerable()).SelectMany(t => p.Permissions.Select(permission => (Source: s, Target: t, p.Class, Permission: permission)))))
            .ToList();
        if (asked.Count == 0)
        {
            throw new ArgumentException("Name at least one permission, such as FilePerms.Read, and classes that have types in this policy.");
        }

        var answers = Ask([.. asked.Select(a => ServerQuestion.Access(Subject(a.Source), typeof(TTarget) == typeof(Self) ? Subject(a.Source) : Object(a.Target, a.Class), a.Class, a.Permission))]);
        var wrong = asked.Zip(answers).Where(a => a.Second.IsYes != expected).Take(MaxWrong).Select(a => policy.Explanation.Of(
            a.First.Source, a.First.Target, a.First.Class, a.First.Permission, policy.Kernel.Access(a.First.Source, a.First.Target, a.First.Class, a.First.Permission, policy.Booleans))).ToList();
        if (wrong.Count > 0)
        {
            throw new PolicyAssertionException(string.Join('\n', wrong));
        }

        string Subject(string type) => ContextOf(type, null, null, "s0");

        // What is not a process has the role of objects.
        string Object(string type, string @class) => @class.StartsWith("process", StringComparison.Ordinal) ? ContextOf(type, null, null, "s0") : $"system_u:object_r:{type}:s0";
    }
}
