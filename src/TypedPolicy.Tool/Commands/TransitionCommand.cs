using System.CommandLine;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy transition</c>: what becomes of a new process or object.</summary>
internal static class TransitionCommand
{
    public static Command Create()
    {
        var source = new Argument<string>("source") { Description = "Who starts or makes it: a type, or a whole context." };
        var target = new Argument<string>("target") { Description = "The executable, or the directory that it is made in: a type, a path, or a whole context." };
        var @class = new Option<string>("--class") { Description = "The class of what is made: process (default), file, dir, sock_file, …", HelpName = "CLASS", DefaultValueFactory = _ => "process" };
        var name = new Option<string?>("--name") { Description = "The name of what is made, for transitions by name.", HelpName = "NAME" };
        var options = new PolicyOptions();
        var format = CommonOptions.Format();
        var command = new Command("transition", "Says which type, or context, a new process or object gets.") { source, target, @class, name, format };
        options.AddTo(command, withBooleans: true);
        command.SetAction(parsed =>
        {
            var policy = options.Read(parsed);
            var from = parsed.GetValue(source)!;
            var to = policy.TypeOf(parsed.GetValue(target)!);
            var made = parsed.GetValue(@class)!;
            var result = from.Contains(':', StringComparison.Ordinal)
                ? policy.Kernel.NewContext(from, to, made, parsed.GetValue(name), policy.Booleans)
                : policy.Kernel.NewType(from, to, made, parsed.GetValue(name), policy.Booleans);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                Json.Write(output, new { source = from, target = to, @class = made, name = parsed.GetValue(name), result });
            }
            else
            {
                output.Write($"{result}\n");
            }

            return ExitCode.Success;
        });
        return command;
    }
}
