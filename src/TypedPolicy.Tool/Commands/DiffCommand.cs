using System.Collections.Immutable;
using System.CommandLine;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Differences;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy diff</c>: what two policies say differently.</summary>
internal static class DiffCommand
{
    private const string FileContext = "filecon";

    public static Command Create()
    {
        var before = new Argument<string>("before") { Description = "The first policy: a policy file, a folder of them, a policy store or a kernel policy." };
        var after = new Argument<string>("after") { Description = "The second policy." };
        var bases = CommonOptions.Base();
        var types = new Option<string[]>("--type") { Description = "List only the differences that name this type; an attribute stands for itself and its types. Repeatable.", HelpName = "TYPE" };
        var only = new Option<string[]>("--only") { Description = $"List only differences of this kind. Repeatable, or several separated by commas: {string.Join(", ", Kinds)}.", HelpName = "KIND" };
        var generated = new Option<bool>("--generated") { Description = $"Compare the attributes that compilers make up ({GeneratedNames.Examples}) too." };
        var format = CommonOptions.Format();
        only.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.SelectMany(t => Words(t.Value)).Where(w => !Kinds.Contains(w)))
            {
                result.AddError($"'{word}' is not a kind of difference.{(Similar.To(word, Kinds, 3) is { } near ? $" Did you mean '{near}'?" : $" Use one of {string.Join(", ", Kinds)}.")}");
            }
        });
        var command = new Command("diff", "Compares two policies by meaning: names, attribute membership, access, transitions, constraints, labels and everything else that a policy has.")
        {
            before, after, bases, types, only, generated, format,
        };
        command.SetAction(parsed =>
        {
            var policyBase = PolicyBase.From(parsed.GetValue(bases) ?? []);
            var (old, @new) = (Read(parsed.GetValue(before)!), Read(parsed.GetValue(after)!));
            var touched = Types([old.Kernel, @new.Kernel], parsed.GetValue(types) ?? []);
            var difference = Progress.Run("Comparing", () => PolicyDifference.Between(old.Kernel, @new.Kernel));
            var labels = LabelDifference.Between(old.HasLabels ? old.Labels : null, @new.HasLabels ? @new.Labels : null);
            if (!parsed.GetValue(generated))
            {
                difference = difference.WithoutGeneratedAttributes();
            }

            if (touched.Count > 0)
            {
                (difference, labels) = (difference.Touching(touched), labels.Touching(touched));
            }

            var kinds = (parsed.GetValue(only) ?? []).SelectMany(Words).ToHashSet(StringComparer.Ordinal);
            if (kinds.Count > 0)
            {
                (difference, labels) = (difference.OfKinds(kinds), kinds.Contains(FileContext) ? labels : LabelDifference.None);
            }

            Write(parsed.InvocationConfiguration.Output, difference, labels, parsed.GetValue(format));
            return difference.IsEmpty && labels.IsEmpty ? ExitCode.Success : ExitCode.No;

            AskedPolicy Read(string path) => AskedPolicy.Of([path], policyBase, Target.Default, []);
        });
        return command;
    }

    private static ImmutableArray<string> Kinds { get; } = [.. PolicyDifference.Kinds, FileContext];

    private static string[] Words(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The names that each type goes by in the two policies; of an attribute those of its members too.</summary>
    /// <exception cref="SepolException">Neither policy has a type or attribute of that name.</exception>
    private static HashSet<string> Types(KernelPolicy[] policies, IReadOnlyList<string> names)
    {
        var types = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var having = policies.Where(p => p.HasType(name)).ToList();
            if (having.Count == 0)
            {
                var near = Similar.To(name, policies.SelectMany(p => p.Types.Concat(p.Attributes)).Distinct(), 2);
                throw new SepolException($"Neither policy has a type '{name}'.{(near is null ? "" : $" Did you mean '{near}'?")}");
            }

            types.Add(name);
            types.UnionWith(having.SelectMany(p => p.MembersOf(name)));
        }

        return types;
    }

    private static void Write(TextWriter output, PolicyDifference difference, LabelDifference labels, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            var equal = difference.IsEmpty && labels.IsEmpty;
            Json.Write(output, new { equal, difference.Names, difference.Memberships, difference.Access, difference.Results, difference.Statements, fileContexts = new { labels.Added, labels.Removed } });
            return;
        }

        foreach (var line in difference.Lines.Concat(labels.Lines))
        {
            output.Fields(line.Split('\t'));
        }
    }
}
