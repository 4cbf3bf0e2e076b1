using System.CommandLine;
using TypedPolicy.Tool.Installing;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy status</c>: whether a system has what the build made, and what is different.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("policy") { Description = "Policy files (.cil, .pp), or folders of them (default: the last build of the project here).", Arity = ArgumentArity.ZeroOrMore };
        var root = new HostOptions();
        var chosen = new ModuleOptions();
        var format = CommonOptions.Format();
        var command = new Command("status", "Reports which version of each module is installed, whether it equals the build, which domains are permissive, and which files carry another label.") { paths, format };
        root.AddTo(command);
        chosen.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var host = root.Host(parsed);
            var modules = chosen.Read(parsed, parsed.GetValue(paths) ?? [], host);
            foreach (var note in modules.Notes)
            {
                error.Line(note);
            }

            var status = Progress.Run("Looking", () => HostStatus.Of(modules.Sources, host, root.AskedPriority(parsed)));
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                Json.Write(output, new
                {
                    asBuilt = status.IsAsBuilt,
                    unfinished = status.IsUnfinished,
                    modules = status.Modules.Select(m => new { m.Name, m.Version, installed = m.InstalledVersion, m.Installed?.Priority, m.IsSame, m.IsDisabled }),
                    status.Permissive,
                    labels = status.WrongLabels.Paths.Select(p => new { p.Path, p.Kind, label = p.Label, expected = p.Context }),
                });
            }
            else
            {
                Write(output, status);
            }

            return status.IsAsBuilt ? ExitCode.Success : ExitCode.No;
        });
        return command;
    }

    private static void Write(TextWriter output, HostStatus status)
    {
        foreach (var module in status.Modules)
        {
            output.Fields(module.Name, module.Text);
        }

        foreach (var domain in status.Permissive)
        {
            output.Fields(domain, "permissive: its processes are not denied anything");
        }

        foreach (var file in status.WrongLabels.Paths)
        {
            output.Fields(file.Path, file.Label ?? "no label", $"is to be {file.Context}");
        }

        if (status.IsUnfinished)
        {
            output.Line("An installation has not set every label yet. Run 'typedpolicy install' again.");
        }
    }
}
