using Spectre.Console;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using Progress = TypedPolicy.Tool.Shell.Progress;

namespace TypedPolicy.Tool.Tests.Commands;

/// <summary>What every command shares.</summary>
public class CommandLineTests
{
    [Fact]
    public void A_command_line_that_makes_no_sense_ends_with_2_and_says_where_help_is()
    {
        var run = TypedPolicyCommand.Run("verify", "x.cil", "--format", "yaml").EndsWith(ExitCode.Usage);
        Assert.Empty(run.Output);
        Assert.Contains("'yaml' is no format. Write one of text, json, msbuild.", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        TypedPolicyCommand.Run("no-such-command").EndsWith(ExitCode.Usage);
    }

    [Fact]
    public void Help_lists_every_command_with_a_sentence()
    {
        var help = TypedPolicyCommand.Run("--help").Succeeds().Output;
        Assert.All(CommandLine.Create().Subcommands.Where(c => !c.Hidden), c =>
        {
            Assert.Contains(c.Name, help, StringComparison.Ordinal);
            Assert.EndsWith(".", c.Description, StringComparison.Ordinal);
            Assert.All(c.Options.Where(o => !o.Hidden), o => Assert.False(string.IsNullOrEmpty(o.Description), $"{c.Name} {o.Name}"));
        });
    }

    [Fact]
    public void What_takes_long_is_said_where_a_person_watches()
    {
        using var screen = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, Out = new AnsiConsoleOutput(screen) });
        Assert.Equal(7, Progress.Run("Linking [all]", () => 7, console));
        Assert.Contains("Linking [all]", screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_ends_with_3_and_says_what_to_write()
    {
        var run = TypedPolicyCommand.Run("verify", "/no/such/file.cil").EndsWith(ExitCode.Failure);
        Assert.Contains("'/no/such/file.cil' is missing. Write the path of", run.Error, StringComparison.Ordinal);
    }
}
