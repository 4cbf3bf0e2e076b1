using System.CommandLine;
using System.Text;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Tool.Children;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy link</c>: what the other commands have a process of their own for, see <see cref="LinkedPolicies"/>.</summary>
internal static class LinkCommand
{
    public static Command Create()
    {
        var policy = new Option<string[]>("--policy") { Description = "Policy files, or folders of them.", HelpName = "PATH", Required = true };
        var bases = CommonOptions.Base();
        var output = new Option<string?>("--output") { Description = "Required: where to write the kernel policy (FILE.policy) and its file contexts (FILE.fc).", HelpName = "FILE" };
        var command = new Command("link", "Links policy with a base, without checking neverallow rules, and keeps every attribute.") { policy, bases, output };
        command.SetAction(parsed =>
        {
            var stem = parsed.GetValue(output);
            if (!ChildWatch.IsChild)
            {
                if (stem is not null)
                {
                    return RepeatedCommand.Run(parsed);
                }

                parsed.InvocationConfiguration.Error.Line("error: Name the file to write the policy to: --output FILE.");
                return ExitCode.Usage;
            }

            var sources = PolicyBase.From(parsed.GetValue(bases) ?? []).With(PolicyBase.From(parsed.GetValue(policy) ?? []).Read());
            var result = PolicyLinker.Link(sources, new() { CheckNeverAllow = false, KeepAttributes = true });
            if (!result.Succeeded)
            {
                var cause = result.Causes.First();
                parsed.InvocationConfiguration.Error.Line($"error: The policy does not link: {string.Join(' ', cause.Places.Take(1).Select(p => p.ToString()).Prepend(string.Join("; ", cause.Reasons.Append(cause.Text))))}. Run 'typedpolicy verify' for details.");
                return ExitCode.No;
            }

            if (stem is null)
            {
                ChildAnswer.Write([result.Policy!, Encoding.UTF8.GetBytes(result.FileContexts!)]);
                return ExitCode.Success;
            }

            File.WriteAllText(stem + ".fc", result.FileContexts);
            File.WriteAllBytes(stem + ".policy", result.Policy!);
            return ExitCode.Success;
        });
        return command;
    }
}
