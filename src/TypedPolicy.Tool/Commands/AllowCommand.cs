using System.Collections.Immutable;
using System.CommandLine;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Security;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy allow</c>: whether something is allowed, by which rules, and if not, what is in the way.</summary>
internal static class AllowCommand
{
    private const string Ioctl = "ioctl";

    public static Command Create()
    {
        var source = new Argument<string>("source") { Description = "Who acts: a type, or a whole context, for which constraints and MLS are checked too." };
        var target = new Argument<string>("target") { Description = "What is acted upon: a type, a path, 'self', or a whole context. For a path, search on the directories above it is checked too." };
        var @class = new Argument<string>("class") { Description = "The object class, such as file or tcp_socket." };
        var permissions = new Argument<string[]>("permission") { Description = "Permissions or permission sets (read_file_perms, FilePerms.ReadSet); 'ioctl' may be followed by request numbers, such as ioctl 0x5401 (default: list the permissions that the source has).", Arity = ArgumentArity.ZeroOrMore };
        var requests = new Option<string[]>("--ioctl") { Description = "An ioctl request, such as 0x5401, or a range of them, such as 0x5401-0x5403. Repeatable.", HelpName = "NUMBER" };
        var root = CommonOptions.Root();
        var options = new PolicyOptions();
        var format = CommonOptions.Format();
        var command = new Command("allow", "Reports whether a type may do something to another and by which rules, or what prevents it.")
        {
            source, target, @class, permissions, requests, root, format,
        };
        options.AddTo(command, withBooleans: true);
        command.SetAction(parsed =>
        {
            var policy = options.Read(parsed);
            var words = parsed.GetValue(permissions) ?? [];
            var asked = words.Where(w => !IsNumber(w)).SelectMany(w => PermissionWords.Of(parsed.GetValue(@class)!, [w])).Distinct().Select(w => new Asked(w, null)).ToList();
            var numbers = words.Where(IsNumber).Concat(parsed.GetValue(requests) ?? []).Select(Requests).ToList();
            if (numbers.Count > 0)
            {
                asked.RemoveAll(a => a.Permission == Ioctl);
                asked.AddRange(numbers.Select(n => new Asked(Ioctl, n)));
            }

            var question = new Question(policy, parsed.GetValue(source)!, parsed.GetValue(target)!, parsed.GetValue(@class)!);
            var walk = question.Walk(parsed.GetValue(root));
            var stop = walk.FirstOrDefault(s => s.IsStop);
            var answers = question.Answer(asked);
            Write(parsed.InvocationConfiguration.Output, question, answers, stop, [.. walk.Where(s => s.Type is null).Select(s => s.Directory)], parsed.GetValue(format));
            return answers.Count > 0 && answers.All(a => a.Answer.IsAllowed) && stop is null ? ExitCode.Success : ExitCode.No;
        });
        return command;
    }

    private static bool IsNumber(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]);

    private static IoctlRequests Requests(string text)
    {
        var requests = IoctlRequests.Parse(text);
        return requests.IsValid ? requests : throw new SepolException($"'{PlainText.Line(text)}': {requests.Problems[0].Message}.");
    }

    private static void Write(TextWriter output, Question question, List<(Asked Asked, AccessAnswer Answer)> answers, PathStep? stop, IReadOnlyList<string> unlabelled, OutputFormat format)
    {
        var policy = question.Policy;
        if (format == OutputFormat.Json)
        {
            Json.Write(output, new
            {
                question.Source,
                question.Target,
                question.Class,
                Permissions = answers.Select(a => new
                {
                    a.Asked.Permission,
                    requests = a.Asked.Requests?.ToString(),
                    Allowed = a.Answer.IsAllowed && stop is null,
                    a.Answer.Outcome,
                    a.Answer.Obstacle,
                    ioctlRequests = a.Answer.IoctlRequests?.Select(r => r.ToString()),
                    Rules = a.Answer.Rules.Select(r => r.ToString()),
                    sources = a.Answer.Rules.Select(r => policy.Show(r, a.Asked.Permission)).SelectMany(r => r.Sources.Select(s => new { r.Rule, s.File, s.Line })),
                }),
                stoppedAt = stop is null ? null : new { stop.Directory, stop.Type, stop.Explanation },
                notChecked = unlabelled,
                build = policy.BuildAnswer,
            });
            return;
        }

        foreach (var (asked, answer) in answers)
        {
            output.Line($"{asked}: {(answer.IsAllowed ? "" : "denied: ")}{answer.Reason}");
            foreach (var rule in answer.Rules)
            {
                output.Line($"  {policy.Line(rule, asked.Permission)}");
            }
        }

        if (answers.Count == 0)
        {
            output.Line($"{question.Source} has no permission on {question.Target} ({question.Class}).");
        }

        if (stop is not null)
        {
            output.Line($"denied: {stop.Explanation}");
        }
        else if (unlabelled.Count > 0 && answers.Exists(a => a.Answer.IsAllowed))
        {
            output.Line(unlabelled is [var only]
                ? $"The directory above ({only}) has no label in this base and was not checked."
                : $"The directories above ({string.Join(", ", unlabelled)}) have no label in this base and were not checked.");
        }
    }

    /// <summary>What is asked: a permission, or requests of ioctl.</summary>
    private sealed record Asked(string Permission, IoctlRequests? Requests)
    {
        public override string ToString() => Requests is null ? Permission : $"{Permission} {Requests}";
    }

    private sealed record Question(AskedPolicy Policy, string Source, string Named, string Class)
    {
        private bool IsOfContexts => Source.Contains(':', StringComparison.Ordinal);

        public string Target { get; } = Named == "self" ? Source
            : Named.StartsWith('/') && Policy.LabelOf(Named, Class) is var label ? Source.Contains(':', StringComparison.Ordinal) ? label.Context! : label.Type!
            : Named;

        public ImmutableArray<PathStep> Walk(string? root) => Named.StartsWith('/') ? Policy.WalkTo(Named, Source, root) : [];

        public List<(Asked Asked, AccessAnswer Answer)> Answer(IReadOnlyList<Asked> asked)
        {
            var all = asked.Count > 0 ? asked
                : [.. (IsOfContexts ? [.. Policy.Kernel.PermissionsOf(Class).Where(p => Of(new(p, null)).IsAllowed)] : Policy.Kernel.AllowedPermissions(Source, Target, Class, Policy.Booleans)).Select(p => new Asked(p, null))];
            return [.. all.Select(a => (a, Of(a)))];
        }

        private AccessAnswer Of(Asked asked) => (IsOfContexts, asked.Requests) switch
        {
            (true, { } requests) => Policy.Kernel.IoctlOfContexts(Source, Target, Class, requests, Policy.Booleans),
            (true, null) => Policy.Kernel.AccessOfContexts(Source, Target, Class, asked.Permission, Policy.Booleans),
            (false, { } requests) => Policy.Kernel.Ioctl(Source, Target, Class, requests, Policy.Booleans),
            (false, null) => Policy.Kernel.Access(Source, Target, Class, asked.Permission, Policy.Booleans),
        };
    }
}
