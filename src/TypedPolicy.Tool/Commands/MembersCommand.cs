using System.CommandLine;
using TypedPolicy.Model.Rules;
using TypedPolicy.Sepol.Differences;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy members</c>: the types of an attribute, or the attributes of a type.</summary>
internal static class MembersCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "An attribute, for its types, or a type, for its attributes." };
        var options = new PolicyOptions();
        var generated = new Option<bool>("--generated") { Description = $"List the attributes that compilers make up ({GeneratedNames.Examples}) too." };
        var format = CommonOptions.Format();
        var command = new Command("members", "Lists the types of an attribute, or the attributes of a type; also those that linking would drop.") { name, generated, format };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var asking = options.Read(parsed);
            var policy = asking.Kernel;
            var asked = parsed.GetValue(name)!;
            var isAttribute = policy.Attributes.Contains(asked);
            var found = isAttribute ? policy.MembersOf(asked) : policy.AttributesOf(asked).RemoveAll(a => !parsed.GetValue(generated) && GeneratedNames.Contains(a));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                Json.Write(output, new { name = asked, kind = isAttribute ? "attribute" : "type", types = isAttribute ? found : [], attributes = isAttribute ? [] : found, build = asking.BuildAnswer });
            }
            else
            {
                foreach (var one in found)
                {
                    output.Line(one);
                }
            }

            return found.IsEmpty ? ExitCode.No : ExitCode.Success;
        });
        return command;
    }
}
