using Spectre.Console;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;
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
        Assert.Contains("'yaml' is not a format. Write one of text, json, msbuild.", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        TypedPolicyCommand.Run("no-such-command").EndsWith(ExitCode.Usage);
    }

    [Theory]
    [InlineData("There is no command 'verfy'. Did you mean 'verify'?", "verfy", "x.cil")]
    [InlineData("There is no command 'no-such-command'.", "no-such-command")]
    [InlineData("'diff' has no option '--onyl'. Did you mean '--only'?", "diff", "a", "b", "--onyl", "allow")]
    [InlineData("'diff' has no option '--onyl'. Did you mean '--only'?", "diff", "--onyl=allow", "a", "b")]
    [InlineData("'find' has no option '--grnts'. Did you mean '--grants'?", "find", "--grnts", "a:file read")]
    [InlineData("'transition' has no option '--kind'.", "transition", "a_t", "b_t", "--kind", "file")]
    [InlineData("There is no option '--verison'. Did you mean '--version'?", "--verison")]
    [InlineData("'c' is one argument too many for 'diff'.", "diff", "a", "b", "c")]
    [InlineData("'jsn' is not a format. Did you mean 'json'? Write one of text, json.", "diff", "a", "b", "--format", "jsn")]
    [InlineData("'abc' is not a number for --max. Write a whole number, 0 or more.", "find", "x", "--max", "abc")]
    [InlineData("'-1' is not a number for --max. Write a whole number, 0 or more.", "find", "x", "--max", "-1")]
    [InlineData("'11' is not a number for --weight. Write one from 1 to 10.", "flow", "a_t", "b_t", "--weight", "11")]
    [InlineData("'99999999999' is not a number for --max-steps. Write one from 1 to 12.", "path", "a_t", "b_t", "--max-steps", "99999999999")]
    [InlineData("'sockt' is not a kind of file. Did you mean 'sock'?", "label", "/x", "--kind", "sockt")]
    [InlineData("'debina12' is not a target. Did you mean 'debian12'?", "label", "/x", "--target", "debina12")]
    [InlineData("There is no class 'flie'. Did you mean 'file'?", "find", "--grants", "usr_t:flie read")]
    [InlineData("The class file has no permission 'raed'. Did you mean 'read'?", "find", "--grants", "usr_t:file raed")]
    public void What_is_misspelt_is_named_with_what_was_meant(string message, params string[] arguments)
    {
        var run = TypedPolicyCommand.Run(arguments).EndsWith(ExitCode.Usage);
        Assert.Contains($"error: {message}", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
        Assert.InRange(run.Error.Split("error: ").Length, 2, 3);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("diff --help")]
    [InlineData("--version")]
    [InlineData("verfy")]
    [InlineData("diff a.cil a.cil")]
    [InlineData("verify a.cil")]
    public void A_terminal_is_left_in_the_mode_that_it_was_in(string arguments)
    {
        using var folder = new TemporaryFolder();
        var cil = folder.Write("a.cil", "(type a_t)\n");
        var run = Installed.Script.Run("-qec", $"TERM=xterm-256color dotnet {typeof(CommandLine).Assembly.Location} {arguments.Replace("a.cil", cil, StringComparison.Ordinal)}", "/dev/null");
        Assert.NotEmpty(run.Output);
        Assert.DoesNotContain("\u001b[?1h", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b=", run.Output, StringComparison.Ordinal);
        Assert.Equal(run.Output.Split("\u001b[?25l").Length, run.Output.Split("\u001b[?25h").Length);
    }

    [Fact]
    public void What_begins_with_a_dash_is_an_argument_behind_two_dashes() =>
        Assert.Contains("'-x.cil' is missing", TypedPolicyCommand.Run("verify", "--", "-x.cil").EndsWith(ExitCode.Failure).Error, StringComparison.Ordinal);

    [Fact]
    public void No_help_names_a_type_of_NET() => Assert.All(CommandLine.Create().Subcommands, c =>
    {
        var help = TypedPolicyCommand.Run(c.Name, "--help").Succeeds().Output;
        Assert.DoesNotContain("System.", help, StringComparison.Ordinal);
        Assert.DoesNotContain("Text]", help, StringComparison.Ordinal);
    });

    [Fact]
    public void No_value_of_an_option_is_answered_with_a_type_of_NET() => Assert.All(CommandLine.Create().Subcommands.SelectMany(c => c.Options.Where(o => !o.Hidden && o.ValueType != typeof(bool)).Select(o => (c.Name, Option: o.Name))), o =>
    {
        var run = TypedPolicyCommand.Run(o.Name, "no_t", "no_t", o.Option, "n*nsense");
        Assert.DoesNotContain("System.", run.Output + run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("expected type", run.Output + run.Error, StringComparison.Ordinal);
        Assert.NotEqual(ExitCode.Success, run.Code);
    });

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
    public void The_page_of_the_command_names_every_command()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "commands.md"));
        Assert.All(CommandLine.Create().Subcommands.Where(c => !c.Hidden), c => Assert.Matches($"`(typedpolicy )?{c.Name}[ `]", page));
    }

    [Fact]
    public void What_takes_long_is_said_where_a_person_watches()
    {
        // Not disposed of: the thread that draws may draw once more after the end.
        var screen = new StringWriter();
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

    [Theory]
    [InlineData("polices/greeter.cil", "policies/greeter.cil")]
    [InlineData("polices/greter.cil", "policies/greeter.cil")]
    [InlineData("policies/other.cil", null)]
    public void A_path_that_is_near_one_that_is_there_is_proposed(string wrong, string? near)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("policies"));
        File.WriteAllText(folder.At("policies/greeter.cil"), "(type greeter_t)\n");
        var run = TypedPolicyCommand.Run("verify", folder.At(wrong)).EndsWith(ExitCode.Failure);
        Assert.Contains($"'{folder.At(wrong)}' is missing.{(near is null ? "" : $" Did you mean '{folder.At(near)}'?")} Write", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_no_regular_file_and_is_not_proposed()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("maps"));
        File.WriteAllText(folder.At("greeter.cil"), "(type greeter_t)\n(roletype object_r greeter_t)\n");
        var run = TypedPolicyCommand.Run("flow", "greeter_t", "greeter_t", "--policy", folder.At("greeter.cil"), "--map", folder.At("maps")).EndsWith(ExitCode.Failure);
        Assert.Contains($"'{folder.At("maps")}' is not a regular file.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", run.Error, StringComparison.Ordinal);
    }
}
