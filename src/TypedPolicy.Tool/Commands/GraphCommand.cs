using System.CommandLine;
using TypedPolicy.Report.Writing;
using TypedPolicy.Sepol;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Reporting;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy graph</c>: a domain between those that start it and those that it starts.</summary>
internal static class GraphCommand
{
    public static Command Create()
    {
        var domain = new Argument<string>("domain") { Description = "The domain, by the name of its type." };
        var output = new Option<string>("--output", "-o") { Description = "The SVG file to write.", HelpName = "FILE", Required = true };
        var options = new PolicyOptions();
        var command = new Command("graph", "Draws a domain between those that start it and those that it starts, as an SVG.") { domain, output };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var policy = options.ReadOneTarget(parsed);
            var name = parsed.GetValue(domain)!;
            _ = policy.Kernel.AttributesOf(name);
            var facts = Progress.Run("Collecting", () => ReportFacts.Of(policy));
            var found = facts.Domains.FirstOrDefault(d => facts.Names[d.Type].Name == name)
                ?? throw new SepolException($"'{name}' is not a domain: no process begins in it. Name the type of a process.");
            OutputFile.Write(parsed.GetValue(output)!, stream =>
            {
                using var writer = new StreamWriter(stream);
                DomainDrawing.Write(writer, facts, found);
            });
            return ExitCode.Success;
        });
        return command;
    }
}
