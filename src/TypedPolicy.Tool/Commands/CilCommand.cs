using System.CommandLine;
using System.Text;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Tool.Children;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy cil</c>, for this program alone: modules as CIL, which libsepol makes of them in a process of its own.</summary>
internal static class CilCommand
{
    public static Command Create()
    {
        var policy = new Option<string[]>("--policy") { Description = "Policy files, or folders of them.", HelpName = "PATH", Required = true };
        var command = new Command(ModuleCil.Command, "Writes modules as CIL, for a process that started this one.") { policy };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            if (!ChildWatch.IsChild)
            {
                parsed.InvocationConfiguration.Error.Line("error: This command is internal. Use 'typedpolicy link' for a linked policy.");
                return ExitCode.Usage;
            }

            ChildAnswer.Write(ModuleCil.Convert(PolicyBase.From(parsed.GetValue(policy) ?? [])).SelectMany(m => new[] { m.Name, m.Cil }).Select(Encoding.UTF8.GetBytes));
            return ExitCode.Success;
        });
        return command;
    }
}
