using System.CommandLine;
using System.Text;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Tool.Children;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy cil</c>, for this program alone: modules as CIL, which libsepol makes of them in a process of its own.</summary>
internal static class CilCommand
{
    private const string Name = "cil";

    public static Command Create()
    {
        var policy = new Option<string[]>("--policy") { Description = "Policy files, or folders of them.", HelpName = "PATH", Required = true };
        var command = new Command(Name, "Writes modules as CIL, for a process that started this one.") { policy };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            if (!ChildWatch.IsChild)
            {
                parsed.InvocationConfiguration.Error.Line("error: This command is internal. Use 'typedpolicy link' for a linked policy.");
                return ExitCode.Usage;
            }

            ChildAnswer.Write(Convert(PolicyBase.From(parsed.GetValue(policy) ?? [])).SelectMany(m => new[] { m.Name, m.Cil }).Select(Encoding.UTF8.GetBytes));
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Modules as CIL, and what messages call them. A child converts them itself, as it starts none.</summary>
    /// <exception cref="Sepol.SepolException">A file is no module, or libsepol does not survive it.</exception>
    public static IEnumerable<(string Name, string Cil)> Convert(PolicyBase modules)
    {
        if (ChildWatch.IsChild)
        {
            return modules.Read().Select(m => (m.Name, Encoding.UTF8.GetString(PolicyLinker.ToCil(m).Span)));
        }

        var parts = ChildCommand.Ask([Name, .. modules.Paths.Select(p => RepeatedCommand.Option("--policy", p))]).Select(Encoding.UTF8.GetString);
        return parts.Chunk(2).Select(module => (module[0], module[1]));
    }
}
