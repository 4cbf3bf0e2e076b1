using System.CommandLine;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy transition</c>: what becomes of a new process or object.</summary>
internal static class TransitionCommand
{
    private const string Process = "process";

    public static Command Create()
    {
        var source = new Argument<string>("source") { Description = "Who starts the process or creates the object: a type, or a whole context." };
        var target = new Argument<string>("target") { Description = "The executable, or the directory that the object is created in: a type, a path, or a whole context. For a path, search on the directories above it is checked too." };
        var @class = new Option<string>("--class") { Description = "The class of what is created: process, file, dir, sock_file, …", HelpName = "CLASS", DefaultValueFactory = _ => Process };
        var name = new Option<string?>("--name") { Description = "The file name of what is created, for named transitions.", HelpName = "NAME" };
        var root = CommonOptions.Root();
        var options = new PolicyOptions();
        var format = CommonOptions.Format();
        var command = new Command("transition", "Reports the type, or context, of a new process or object.") { source, target, @class, name, root, format };
        options.AddTo(command, withBooleans: true);
        command.SetAction(parsed =>
        {
            var policy = options.Read(parsed);
            var (from, asked, made) = (parsed.GetValue(source)!, parsed.GetValue(target)!, parsed.GetValue(@class)!);
            var (ofContexts, isPath) = (from.Contains(':', StringComparison.Ordinal), asked.StartsWith('/'));

            // A process is started from a file; anything else is made in a directory, which must be searched too.
            var label = isPath ? policy.LabelOf(asked, made == Process ? "file" : "dir") : null;
            var to = label is null ? asked : ofContexts ? label.Context! : label.Type!;
            var stop = isPath ? policy.WalkTo(made == Process ? asked : asked.TrimEnd('/') + "/*", from, parsed.GetValue(root)).FirstOrDefault(s => s.IsStop) : null;
            var result = ofContexts
                ? policy.Kernel.NewContext(from, to, made, parsed.GetValue(name), policy.Booleans)
                : policy.Kernel.NewType(from, to, made, parsed.GetValue(name), policy.Booleans);
            var sources = stop is null ? policy.SourcesOfTransition(TypeOf(from), TypeOf(to), made, TypeOf(result), parsed.GetValue(name)) : [];
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                Json.Write(output, new
                {
                    source = from,
                    target = to,
                    @class = made,
                    name = parsed.GetValue(name),
                    result = stop is null ? result : null,
                    sources,
                    stoppedAt = stop is null ? null : new { stop.Directory, stop.Type, stop.Explanation },
                    build = policy.BuildAnswer,
                });
            }
            else
            {
                output.Line(stop is null ? result : $"denied: {stop.Explanation}");
                if (sources.Count > 0)
                {
                    output.Line($"  by {AskedPolicy.Text(sources)}");
                }
            }

            return stop is null ? ExitCode.Success : ExitCode.No;
        });
        return command;
    }

    private static string TypeOf(string typeOrContext) => FileContext.TypeOf(typeOrContext) ?? typeOrContext;
}
