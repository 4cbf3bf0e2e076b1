using System.Text.RegularExpressions;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Tool.Children;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Installing;

/// <summary>Why <c>semodule</c> rejected a transaction, at the C# lines: its own message has no names.</summary>
internal static partial class RejectedPolicy
{
    /// <summary>The reasons, a line each.</summary>
    /// <param name="host">The system.</param>
    /// <param name="modules">The modules that were to be installed.</param>
    /// <param name="outcome">How <c>semodule</c> ended.</param>
    public static IReadOnlyList<string> Explain(PolicyHost host, ChosenModules modules, ToolOutcome outcome)
    {
        if (PolicyLinker.IsAvailable)
        {
            string[] project = modules.ProjectFolder is { } folder ? [RepeatedCommand.Option("--project-directory", folder)] : [];
            var run = ChildCommand.Run(["verify", RepeatedCommand.Option("--base", host.Store), .. project, "--", .. modules.Files]);
            var found = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Contains(": error ", StringComparison.Ordinal)).ToList();
            if (run.Code == ExitCode.No && found.Count > 0)
            {
                return found;
            }
        }

        return Said(outcome);
    }

    /// <summary>What <c>semodule</c> wrote, with places as they are named here.</summary>
    public static IReadOnlyList<string> Said(ToolOutcome outcome) =>
        [.. outcome.Lines.Where(l => !Noise().IsMatch(l)).Select(l => Place().Replace(l, m => $" in module {m.Groups["name"].Value}, line {m.Groups["line"].Value}"))];

    /// <summary>The installed modules that the messages are about: those that need what was to be removed.</summary>
    public static IReadOnlyList<string> Dependents(ToolOutcome outcome) =>
        [.. Place().Matches(outcome.Text).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    // What it reports of accounts, and that it failed, is not a reason.
    [GeneratedRegex(@"^(libsemanage\.add_user: user .* not in password file|Failed to resolve AST|semodule: +Failed!?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    [GeneratedRegex(@" at \S*/modules/[0-9]+/(?<name>[^/\s]+)/cil:(?<line>[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
