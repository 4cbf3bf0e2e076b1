using System.CommandLine;
using System.CommandLine.Help;
using TypedPolicy.Sepol;
using TypedPolicy.Tool.Children;
using TypedPolicy.Tool.Commands;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool;

/// <summary>The command <c>typedpolicy</c>: its commands, and how each ends.</summary>
internal static class CommandLine
{
    /// <summary>Every command, in the order that the help lists them. A command is a file in Commands/.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("SELinux policy in C#: links policy and answers questions about it.")
        {
            VerifyCommand.Create(),
            AllowCommand.Create(),
            TransitionCommand.Create(),
            LabelCommand.Create(),
            PathCommand.Create(),
            FlowCommand.Create(),
            DiffCommand.Create(),
            ReportCommand.Create(),
            GraphCommand.Create(),
            MembersCommand.Create(),
            LinkCommand.Create(),
            CilCommand.Create(),
            NewCommand.Create(),
            LearnCommand.Create(),
            ConvertCommand.Create(),
            ImportCommand.Create(),
            FindCommand.Create(),
            ShowCommand.Create(),
            TryCommand.Create(),
            InstallCommand.Create(),
            UninstallCommand.Create(),
            StatusCommand.Create(),
            PackageCommand.Create(),
        };

        // To ask for the width of a terminal changes its mode: see StandardStreams.
        foreach (var help in root.Options.Select(o => o.Action).OfType<HelpAction>())
        {
            help.MaxWidth = int.MaxValue;
        }

        return root;
    }

    // An argument that begins with @ is the name of a file: it comes from '*.cil' as well, and must not become the options that the file holds.
    private static ParserConfiguration Parsing { get; } = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs a command line; the answer is an <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        (output, error) = (Terminal.Plain(output), Terminal.Plain(error));
        var parsed = Create().Parse(arguments, Parsing);
        if (parsed.Tokens.Any(token => token.Value.Length == 0 || token.Value.Contains('\0', StringComparison.Ordinal)))
        {
            error.Line("error: An argument is empty. Write a path or a name, or remove the option.");
            return ExitCode.Usage;
        }

        if (UsageErrors.Of(parsed) is { Count: > 0 } problems)
        {
            foreach (var problem in problems)
            {
                error.Line($"error: {problem}");
            }

            error.Line("'typedpolicy --help' lists the commands, 'typedpolicy COMMAND --help' the options of one.");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, Output = output, Error = error });
        }
        catch (Exception e) when (e is SepolException or IOException or UnauthorizedAccessException)
        {
            error.Line($"error: {e.Message}");
            return ExitCode.Failure;
        }
        catch (OutOfMemoryException)
        {
            error.Line($"error: There is not enough memory. {(ChildWatch.IsChild ? ChildWork.OfThisProcess.Advice : "Free some, or run it on a machine that has more.")}");
            return ExitCode.Failure;
        }
        catch (Exception e) when (ChildWatch.IsChild)
        {
            // Else the runtime would end the process by the signal that a crash of libsepol ends it by.
            error.Line($"error: typedpolicy itself failed: {e}");
            return ExitCode.Fault;
        }
    }
}
