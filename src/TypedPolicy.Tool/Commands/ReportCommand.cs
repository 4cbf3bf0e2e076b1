using System.CommandLine;
using TypedPolicy.Report.Facts;
using TypedPolicy.Report.Writing;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Reporting;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy report</c>: what a policy adds, for the person who approves it.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var project = new Argument<string?>("project") { Description = "The project whose build is reported: its name, file or folder (default: the one of this folder, or the only one below it).", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<string>("--output", "-o") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var format = CommonOptions.Format<ReportFormat>([ReportFormat.Html, ReportFormat.Markdown, ReportFormat.Json], "How it is written");
        var since = new Option<string?>("--since") { Description = "An earlier release to mark the changes against: a policy file, or a folder of them. It is linked with the same base.", HelpName = "PATH" };
        var options = new PolicyOptions();
        var command = new Command("report", "Writes a page about a policy for the person who approves it: its domains, what each may reach, what is dangerous and why it is so, and what changed.") { project, output, format, since };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var policy = options.ReadOneTarget(parsed, parsed.GetValue(project));
            var facts = Progress.Run("Collecting", () => ReportFacts.Of(policy, parsed.GetValue(since)));
            OutputFile.Write(parsed.GetValue(output)!, stream => Write(stream, facts, parsed.GetValue(format)));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(Stream stream, PolicyFacts facts, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Markdown:
                using (var writer = new StreamWriter(stream))
                {
                    MarkdownReport.Write(writer, facts);
                }

                break;
            case ReportFormat.Json:
                JsonReport.Write(stream, facts);
                break;
            default:
                HtmlReport.Write(stream, facts);
                break;
        }
    }
}
