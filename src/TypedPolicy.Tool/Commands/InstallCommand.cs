using System.CommandLine;
using TypedPolicy.Tool.Installing;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy install</c>: brings the modules of a build into a system, and labels the files that get another label by it.</summary>
internal static class InstallCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("policy") { Description = "Policy files (.cil, .pp), or folders of them (default: the last build of the project here).", Arity = ArgumentArity.ZeroOrMore };
        var options = new HostOptions();
        var chosen = new ModuleOptions();
        var format = CommonOptions.Format();
        var command = new Command("install", "Installs the modules of a build in one transaction, and sets the label of exactly the files whose label changes.") { paths, format };
        options.AddAllTo(command);
        chosen.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (!Semodule.IsAvailable)
            {
                error.Line($"error: {Semodule.HowToInstall}");
                return ExitCode.NotDone;
            }

            var host = options.Host(parsed);
            var (transaction, isDryRun) = (options.Transaction(parsed, host), options.IsDryRun(parsed));
            var modules = chosen.Read(parsed, parsed.GetValue(paths) ?? [], host);
            foreach (var note in modules.Notes)
            {
                error.Line(note);
            }

            var installation = new Installation(transaction);
            var states = ModuleState.Of(modules.Sources, host, transaction.Priority);
            if (states.All(s => s is { IsSame: true, IsDisabled: false }) && !new PendingContexts(host).Any)
            {
                return Answer(InstallationOutcome.Nothing);
            }

            var outcome = Progress.Run("Installing", () => isDryRun ? installation.Try(modules.Files, []) : installation.Run(modules.Files, []));
            if (!outcome.Succeeded)
            {
                foreach (var reason in Progress.Run("Looking for the reason", () => RejectedPolicy.Explain(host, modules, outcome.Transaction)))
                {
                    error.Line(reason);
                }

                error.Line("error: semodule rejected the policy. Nothing was changed.");
                return ExitCode.No;
            }

            return Answer(outcome);

            int Answer(InstallationOutcome done)
            {
                var disabled = states.Where(s => s.IsDisabled).Select(s => s.Name).ToList();
                if (disabled.Count > 0)
                {
                    error.Line($"warning: Disabled, so without effect: {string.Join(", ", disabled)}. Enable with semodule -e.");
                }

                foreach (var state in states.Where(s => s.Hiding is not null))
                {
                    error.Line($"warning: Module {state.Name} at priority {state.Hiding!.Priority} counts in its place. Remove it with semodule -X {state.Hiding.Priority} -r {state.Name}, or choose a higher --priority.");
                }

                if (parsed.GetValue(format) == OutputFormat.Json)
                {
                    Json.Write(output, new { modules = states.Select(s => new { s.Name, s.Version, installed = s.InstalledVersion, s.IsSame }), outcome = OutcomeText.Answer(done, isDryRun) });
                }
                else
                {
                    foreach (var state in states)
                    {
                        output.Fields(state.Name, isDryRun ? state.PlannedChange : state.Change);
                    }

                    OutcomeText.Write(output, error, done, isDryRun);
                }

                return done.Failed.Count == 0 ? ExitCode.Success : ExitCode.No;
            }
        });
        return command;
    }
}
