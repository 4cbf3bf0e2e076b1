using System.CommandLine;
using TypedPolicy.Sepol;
using TypedPolicy.Tool.Installing;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy uninstall</c>: takes modules out of a system, and gives the files that they labelled the labels that are left.</summary>
internal static class UninstallCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("module") { Description = "Names of modules, or the files that they were installed from (default: those of the last build of the project here).", Arity = ArgumentArity.ZeroOrMore };
        var options = new HostOptions();
        var chosen = new ModuleOptions();
        var format = CommonOptions.Format();
        var command = new Command("uninstall", "Removes modules in one transaction, and sets the label of exactly the files whose label changes.") { names, format };
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
            var asked = ModulesToRemove.Read(parsed, chosen, parsed.GetValue(names) ?? [], host);
            var there = InstalledModule.In(host).Where(m => m.Priority == transaction.Priority).Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
            List<string> removed = [.. asked.Where(there.Contains)];
            if (removed.Count == 0 && !new PendingContexts(host).Any)
            {
                throw new SepolException($"None of {string.Join(", ", asked)} is installed at priority {transaction.Priority}.{Elsewhere(host, asked)}");
            }

            var installation = new Installation(transaction);
            var outcome = Progress.Run("Uninstalling", () => isDryRun ? installation.Try([], removed) : installation.Run([], removed));
            if (!outcome.Succeeded)
            {
                foreach (var reason in RejectedPolicy.Said(outcome.Transaction))
                {
                    error.Line(reason);
                }

                var dependents = RejectedPolicy.Dependents(outcome.Transaction);
                error.Line($"error: semodule did not remove it. Nothing was changed.{(dependents.Count == 0 ? "" : $" Other modules need it; remove them too: {string.Join(", ", dependents)}.")}");
                return ExitCode.No;
            }

            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                Json.Write(output, new { removed, outcome = OutcomeText.Answer(outcome, isDryRun) });
            }
            else
            {
                removed.ForEach(r => output.Fields(r, isDryRun ? "would be removed" : "removed"));
                OutcomeText.Write(output, error, outcome, isDryRun);
            }

            return outcome.Failed.Count == 0 ? ExitCode.Success : ExitCode.No;
        });
        return command;
    }

    private static string Elsewhere(PolicyHost host, IReadOnlyList<string> asked) =>
        InstalledModule.In(host).FirstOrDefault(m => asked.Contains(m.Name)) is { } other ? $" {other.Name} is at priority {other.Priority}: write --priority {other.Priority}." : "";
}
