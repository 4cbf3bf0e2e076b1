using System.CommandLine;
using TypedPolicy.Model.Paths;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy label</c>: which context a path gets, and by which line.</summary>
internal static class LabelCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path") { Description = "Absolute paths.", Arity = ArgumentArity.OneOrMore };
        var kind = new Option<FileKind>("--kind")
        {
            Description = $"The kind of file: {FileKindOf.Listed}; also a letter of .fc files, such as -d, or an object class, such as sock_file (default: any).",
            HelpName = "KIND",
            CustomParser = result =>
            {
                var word = result.Tokens is [var token] ? token.Value : "";
                if (FileKindOf.Word(word) is { } known)
                {
                    return known;
                }

                result.AddError($"'{word}' is not a kind of file.{(FileKindOf.Near(word) is { } near ? $" Did you mean '{near}'?" : "")} Write one of {FileKindOf.Listed}.");
                return default;
            },
        };
        var options = new PolicyOptions();
        var format = CommonOptions.Format();
        var command = new Command("label", "Reports the context of each path, looked up as on the target, and the matching line of the file contexts.") { paths, kind, format };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var policy = options.Read(parsed);
            var found = (parsed.GetValue(paths) ?? []).Select(p => (Path: p, Line: policy.Labels.Find(p, parsed.GetValue(kind)))).ToList();
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                Json.Write(output, found.Select(f => new { f.Path, f.Line?.Context, f.Line?.Type, line = f.Line?.ToString() }));
            }
            else
            {
                foreach (var (path, line) in found)
                {
                    output.Fields(line is null ? [path, "no matching file context"] : [path, line.Context ?? FileContextWords.None, $"by {line.Pattern}"]);
                }
            }

            return found.TrueForAll(f => f.Line?.Context is not null) ? ExitCode.Success : ExitCode.No;
        });
        return command;
    }
}
