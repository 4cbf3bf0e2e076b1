using System.CommandLine;
using TypedPolicy.Tool.Denials;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy find</c>: interfaces and names of the base policy by their words, by the access that they give, or by what was denied according to a log.</summary>
internal static class FindCommand
{
    public static Command Create()
    {
        var expression = new Argument<string?>("regex") { Description = "A regular expression to match the SELinux name, the C# name or the summary: 'kernel.*message'.", Arity = ArgumentArity.ZeroOrOne };
        var grants = new Option<string?>("--grants") { Description = "Interfaces that grant all of this access: 'ping_exec_t:file execute', with a source before it if one matters.", HelpName = "ACCESS" };
        var log = new Option<string?>("--log") { Description = "Explain each denial of an audit log, and what to write for it: a file, or - for standard input.", HelpName = "FILE" };
        var policy = new Option<string[]>("--policy") { Description = "For --log: policy files of your own, linked with the base to tell what is already allowed (default: what dotnet build left below the current folder).", HelpName = "PATH" };
        var verbose = new Option<bool>("--verbose") { Description = "For --log: each denial with the chosen remedy, what that grants, and the alternatives." };
        var most = CommonOptions.Number("--max", "How many answers to show, 0 for all (default: 200, with --grants 20). With --log: show each denial, with this many alternatives to the recommended remedy (default: 3).", "NUMBER", 0);
        var index = new HeaderIndex();
        var format = CommonOptions.Format();
        var command = new Command("find", "Finds interfaces, types and attributes of the base policy: by name, by the access that is wanted, or by the denials of a log.") { expression, grants, log, policy, verbose, most, format };
        index.AddTo(command);
        command.SetAction(parsed =>
        {
            var answers = new AnswerWriter(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(format), parsed.GetValue(most) ?? -1);
            return (parsed.GetValue(expression), parsed.GetValue(grants), parsed.GetValue(log)) switch
            {
                ({ } words, null, null) => NameAnswers.Find(words, answers, () => index.Read(parsed)),
                (null, { } access, null) => GrantAnswers.Find(access, answers, () => index.Read(parsed)),
                (null, null, { } file) => LogAnswers.Find(file, answers, parsed.GetValue(verbose) || parsed.GetValue(most) is not null, () => index.Read(parsed), () => LogPolicy.Read(index.Base(parsed), parsed.GetValue(policy) ?? [], answers), () => OwnNames.Read(Directory.GetCurrentDirectory(), parsed.GetValue(policy) ?? [])),
                _ => answers.Usage("Write one of: a regular expression, --grants ACCESS, --log FILE."),
            };
        });
        return command;
    }
}
