using System.CommandLine;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy allow</c>: whether something is allowed, by which rules, and if not, what stands in the way.</summary>
internal static class AllowCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("source") { Description = "Who acts: a type, or a whole context, for which constraints and MLS count too." };
        var target = new Argument<string>("target") { Description = "What is acted upon: a type, a path, 'self', or a whole context." };
        var @class = new Argument<string>("class") { Description = "The object class, such as file or tcp_socket." };
        var permissions = new Argument<string[]>("permission") { Description = "Permissions; those that the source has where none is given.", Arity = ArgumentArity.ZeroOrMore };
        var options = new PolicyOptions();
        var format = CommonOptions.Format();
        var command = new Command("allow", "Says whether a type may do something to another, by which rules, and what stands in the way where it may not.")
        {
            source, target, @class, permissions, format,
        };
        options.AddTo(command, withBooleans: true);
        command.SetAction(parsed =>
        {
            var policy = options.Read(parsed);
            var question = new Question(policy, parsed.GetValue(source)!, parsed.GetValue(target)!, parsed.GetValue(@class)!);
            var answers = question.Answer(parsed.GetValue(permissions) ?? []);
            Write(parsed.InvocationConfiguration.Output, question, answers, parsed.GetValue(format));
            return answers.Count > 0 && answers.All(a => a.Answer.IsAllowed) ? ExitCode.Success : ExitCode.No;
        });
        return command;
    }

    private static void Write(TextWriter output, Question question, List<(string Permission, AccessAnswer Answer)> answers, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            Json.Write(output, new
            {
                question.Source,
                question.Target,
                question.Class,
                Permissions = answers.Select(a => new { a.Permission, Allowed = a.Answer.IsAllowed, a.Answer.Outcome, a.Answer.Obstacle, Rules = a.Answer.Rules.Select(r => r.ToString()) }),
            });
            return;
        }

        foreach (var (permission, answer) in answers)
        {
            output.Write($"{permission}: {Words(answer)}\n");
            foreach (var rule in answer.Rules)
            {
                output.Write($"  {rule}\n");
            }
        }

        if (answers.Count == 0)
        {
            output.Write($"{question.Source} may do nothing to {question.Target} as {question.Class}.\n");
        }
    }

    private static string Words(AccessAnswer answer) => answer.Outcome switch
    {
        AccessOutcome.Allowed => "allowed",
        AccessOutcome.NoRule => "denied: no rule gives it",
        AccessOutcome.ConditionDoesNotHold => "denied: the rule that gives it depends on a boolean that is set otherwise",
        AccessOutcome.Constraint => $"denied: a rule gives it, and a constraint takes it: {answer.Obstacle}",
        AccessOutcome.Roles => $"denied: a rule gives it, and no rule lets one role become the other: {answer.Obstacle}",
        _ => $"denied: a rule gives it, and {answer.Obstacle}, which bounds the type, does not have it",
    };

    private sealed record Question(AskedPolicy Policy, string Source, string Named, string Class)
    {
        private bool IsOfContexts => Source.Contains(':', StringComparison.Ordinal);

        public string Target { get; } = Named == "self" ? Source : Policy.TypeOf(Named);

        public List<(string Permission, AccessAnswer Answer)> Answer(IReadOnlyList<string> permissions)
        {
            var asked = permissions.Count > 0 ? permissions
                : IsOfContexts ? [.. Policy.Kernel.PermissionsOf(Class).Where(p => Of(p).IsAllowed)]
                : Policy.Kernel.AllowedPermissions(Source, Target, Class, Policy.Booleans);
            return [.. asked.Select(p => (p, Of(p)))];
        }

        private AccessAnswer Of(string permission) => IsOfContexts
            ? Policy.Kernel.AccessOfContexts(Source, Target, Class, permission, Policy.Booleans)
            : Policy.Kernel.Access(Source, Target, Class, permission, Policy.Booleans);
    }
}
