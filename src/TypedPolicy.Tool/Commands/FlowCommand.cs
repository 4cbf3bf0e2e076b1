using System.CommandLine;
using TypedPolicy.Files;
using TypedPolicy.Sepol.Flow;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy flow</c>: whether information of one type can reach another, and by which steps.</summary>
internal static class FlowCommand
{
    // That of setools has 100 KB.
    private const long MaxMapSize = 16 << 20;

    private const int UsualWeight = 3;

    public static Command Create()
    {
        var source = new Argument<string>("source") { Description = "Where information comes from: a type, or a path." };
        var target = new Argument<string>("target") { Description = "Where it may or may not go: a type, or a path." };
        var weight = CommonOptions.Number("--weight", $"Ignore permissions of less weight than this, from 1 to 10 (default: {UsualWeight}).", "NUMBER", 1, 10);
        var map = new Option<string?>("--map") { Description = "A permission map in the format of setools (default: the one of TypedPolicy).", HelpName = "FILE" };
        var exclude = new Option<string[]>("--exclude") { Description = "A type, or an attribute for all of its members, that the path must not go through. Repeatable.", HelpName = "TYPE" };
        var booleans = new Option<bool>("--as-set") { Description = "Use only the rules that are in effect with the default booleans, --on and --off (default: all rules)." };
        var options = new PolicyOptions();
        var format = CommonOptions.Format();
        var command = new Command("flow", "Reports whether information can flow from one type to another, with a shortest path and its rules.") { source, target, weight, map, exclude, booleans, format };
        options.AddTo(command, withBooleans: true);
        command.SetAction(parsed =>
        {
            var policy = options.Read(parsed);
            var flow = new InformationFlow(policy.Kernel, Map(parsed.GetValue(map)), parsed.GetValue(weight) ?? UsualWeight, parsed.GetValue(booleans) ? policy.Booleans : null, parsed.GetValue(exclude));
            var (from, to) = (policy.TypeOf(parsed.GetValue(source)!), policy.TypeOf(parsed.GetValue(target)!));
            var path = flow.ShortestPath(from, to);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(format) == OutputFormat.Json)
            {
                Json.Write(output, new { source = from, target = to, flows = path is not null, steps = path?.Select(s => new { s.Source, s.Target, s.Weight, Rules = s.Rules.Select(r => r.ToString()) }), build = policy.BuildAnswer });
            }
            else if (path is null)
            {
                output.Line($"No information flows from {from} to {to}.");
            }
            else
            {
                output.Line($"{string.Join(" → ", path.Value.Select(s => s.Target).Prepend(from))}");
                foreach (var step in path)
                {
                    output.Line($"  {step.Source} → {step.Target} (weight {step.Weight})");
                    RuleLines.Write(output, step.Rules, rule => policy.Line(rule));
                }
            }

            return path is null ? ExitCode.No : ExitCode.Success;
        });
        return command;
    }

    private static PermissionMap? Map(string? file)
    {
        if (file is null)
        {
            return null;
        }

        using var reader = new StreamReader(RegularFile.OpenRead(file, MaxMapSize));
        return PermissionMap.Read(reader);
    }
}
