using System.CommandLine;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Learning;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Commands;

/// <summary><c>typedpolicy learn</c>: each denial of a log becomes an edit of the C#, or a reason why not.</summary>
internal static class LearnCommand
{
    private const int MaxOpen = 20;

    public static Command Create()
    {
        var logs = new Argument<string[]>("log") { Description = "Logs of what was denied: files, compressed ones too (.gz), folders with audit.log and the files it was rotated to, or - for standard input. The output of ausearch (raw or -i), dmesg or journalctl (also -o json), and alerts of setroubleshoot in JSON.", Arity = ArgumentArity.OneOrMore };
        var project = new Option<string?>("--project") { Description = "The project to edit: its name, file or folder (default: the one in the current folder, or the only one below it).", HelpName = "PROJECT" };
        var configuration = new Option<string?>("--configuration", "-c") { Description = "The configuration whose build tells what the project is compiled with (default: the one that was built last).", HelpName = "CONFIGURATION" };
        var target = CommonOptions.Target($"The target whose policy is learned: {string.Join(", ", Target.All)} (default: the first that the project is built for).");
        var apply = new Option<bool>("--apply") { Description = "Write the changes." };
        var diff = new Option<bool>("--diff") { Description = "Show the changes, and nothing else." };
        var explain = new Option<bool>("--explain") { Description = "Tell for each denial why it gets its answer, and what else could be done." };
        var accept = new Option<string[]>("--accept") { Description = "A permission to write although it is dangerous, such as execmem. Repeatable.", HelpName = "PERMISSION" };
        var index = new HeaderIndex();
        var format = CommonOptions.Format();
        var command = new Command("learn", "Learns from a log: turns what was denied into changes of a project's C#, and shows them or writes them. What no C# should answer gets a reason.")
        {
            logs, project, configuration, target, apply, diff, explain, accept, format,
        };
        command.Aliases.Add("audit");
        index.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(apply) && result.GetValue(diff))
            {
                result.AddError("--apply and --diff exclude each other.");
            }
        });
        command.SetAction(parsed =>
        {
            var answers = new AnswerWriter(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, parsed.GetValue(format), -1);
            var log = LogFiles.Read(parsed.GetValue(logs)!);
            if (log.Denials.IsEmpty && log.Errors.IsEmpty)
            {
                return answers.Nothing(log.Unreadable == 0 ? "The log has no denials." : $"No denial in the log can be read; {log.Unreadable} records look like one.", []);
            }

            var build = BuiltPolicy.Find(Directory.GetCurrentDirectory(), parsed.GetValue(project), parsed.GetValue(configuration), parsed.GetValue(target), firstTarget: true);
            index.From = build.Record.Folder;
            var learned = LearnedAnswers.Of(log, LearnedProject.Read(build, index.NamedBases(parsed)), index.ReadIfThere(parsed), (parsed.GetValue(accept) ?? []).ToHashSet(StringComparer.Ordinal));
            return Answer(learned, log, answers, parsed.GetValue(apply), parsed.GetValue(diff), parsed.GetValue(explain));
        });
        return command;
    }

    private static int Answer(LearnedAnswers learned, AuditLogReader log, AnswerWriter answers, bool isApplied, bool isDiff, bool isExplained)
    {
        if (isApplied)
        {
            learned.Write();
        }

        if (answers.IsJson)
        {
            LearnedJson.Write(learned, log, answers);
            return Code(learned);
        }

        if (isDiff)
        {
            answers.Code(learned.Diff);
            return Code(learned);
        }

        LearnedText.Write(learned.Log, isExplained, answers);
        foreach (var (denial, problem) in learned.Edit.Left)
        {
            answers.Note($"note: {LearnedText.Text(denial)}: the answer was left out. {problem}");
        }

        if (!isExplained && !isApplied && learned.Diff is { Length: > 0 } diff)
        {
            answers.Code("\n" + diff);
        }

        Conclude(learned, log, answers, isApplied);
        return Code(learned);
    }

    private static void Conclude(LearnedAnswers learned, AuditLogReader log, AnswerWriter answers, bool isApplied)
    {
        if (log.Unreadable > 0)
        {
            answers.Note($"note: {log.Unreadable} record{(log.Unreadable == 1 ? "" : "s")} of the log cannot be read.");
        }

        if (log.IsCut)
        {
            answers.Note($"note: The log has more than {AuditLogReader.MaxDenials} different denials; the rest was left out.");
        }

        if (learned.Log.Denials.IsEmpty && learned.Log.Errors.IsEmpty)
        {
            answers.Note("No denial in the log is of a domain of this project.");
            return;
        }

        if (learned.IsWritten)
        {
            answers.Note($"Changed: {string.Join(", ", learned.Edit.Files.Select(learned.NameOf))}. Build with dotnet build, then load with typedpolicy install.");
        }
        else if (!learned.Edit.Files.IsEmpty)
        {
            answers.Note("Nothing is changed yet: --apply writes it.");
        }

        var open = learned.After.Open.ToList();
        if (open.Count == 0 && !learned.Edit.Left.IsEmpty)
        {
            answers.Note($"Still denied: {string.Join("; ", learned.Edit.Left.Keys.Take(MaxOpen).Select(d => LearnedText.Text(d).Split("  ")[0]))}{(learned.Edit.Left.Count > MaxOpen ? " …" : "")} (left out).");
            return;
        }

        answers.Note(open.Count == 0 ? $"{(learned.Edit.Files.IsEmpty || isApplied ? "All of it is" : "All of it would be")} allowed, labelled or hidden by {(learned.Edit.Files.IsEmpty ? learned.PolicyName : "the edited policy")}."
            : $"Still denied: {string.Join("; ", open.Take(MaxOpen).Select(d => $"{PlainText.Line(d.Denial.Source)} {LearnedText.Text(d).Split("  ")[0].Split(' ', 2)[^1]} ({LearnedText.Words(d.Answer.Kind)})"))}{(open.Count > MaxOpen ? " …" : "")}.");
    }

    private static int Code(LearnedAnswers learned) =>
        (learned.Log.Denials.IsEmpty && learned.Log.Errors.IsEmpty) || learned.After.Open.Any() || !learned.Edit.Left.IsEmpty ? ExitCode.No : ExitCode.Success;
}
