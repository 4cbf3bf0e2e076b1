using System.CommandLine;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Differences;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy diff</c>: what two policies say differently.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("before") { Description = "The first policy: a policy file, a folder of them, a policy store or a kernel policy." };
        var after = new Argument<string>("after") { Description = "The second policy." };
        var bases = CommonOptions.Base();
        var format = CommonOptions.Format();
        var command = new Command("diff", "Says what a second policy says differently from a first: names, members, access, transitions, labels; other words for the same are no difference.")
        {
            before, after, bases, format,
        };
        command.SetAction(parsed =>
        {
            var policyBase = PolicyBase.From(parsed.GetValue(bases) ?? []);
            var (old, @new) = (Read(parsed.GetValue(before)!), Read(parsed.GetValue(after)!));
            var difference = Progress.Run("Comparing", () => PolicyDifference.Between(old.Kernel, @new.Kernel));
            var labels = LabelDifference.Between(old.HasLabels ? old.Labels : null, @new.HasLabels ? @new.Labels : null);
            Write(parsed.InvocationConfiguration.Output, difference, labels, parsed.GetValue(format));
            return difference.IsEmpty && labels.IsEmpty ? ExitCode.Success : ExitCode.No;

            AskedPolicy Read(string path) => AskedPolicy.Of([path], policyBase, Target.Default, []);
        });
        return command;
    }

    private static void Write(TextWriter output, PolicyDifference difference, LabelDifference labels, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            Json.Write(output, new { equal = difference.IsEmpty && labels.IsEmpty, difference.Names, difference.Memberships, difference.Access, difference.Results, fileContexts = new { labels.Added, labels.Removed } });
            return;
        }

        foreach (var line in difference.Lines.Concat(labels.Lines))
        {
            output.Write($"{line}\n");
        }
    }
}
