using TypedPolicy.Files;
using TypedPolicy.Learning.Explaining;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Denials;

/// <summary><c>find --log FILE</c>: why each denial of a log was denied, and what to write for it.</summary>
internal static class LogAnswers
{
    private const int Usual = 3;
    private const int MaxOfJson = 20;
    private const string StandardInput = "-";

    /// <summary>Answers a log.</summary>
    /// <param name="file">The log; <c>-</c> for standard input.</param>
    /// <param name="answers">Where answers go.</param>
    /// <param name="isVerbose">Whether each denial is written with what was chosen and what else there is.</param>
    /// <param name="read">Reads the interfaces.</param>
    /// <param name="readPolicy">Reads the policy that decides causes; it gives <see langword="null"/> if there is none.</param>
    /// <param name="readNames">Reads the C# names of the author's own types.</param>
    public static int Find(string file, AnswerWriter answers, bool isVerbose, Func<FinderIndex> read, Func<LogPolicy?> readPolicy, Func<IReadOnlyDictionary<string, string>> readNames)
    {
        var log = Read(file);
        if (log.Denials.IsEmpty && log.Errors.IsEmpty)
        {
            return Empty(log, answers);
        }

        var (index, policy) = (read().With(readNames()), readPolicy());
        var report = LogReport.Of(log, index, policy?.Kernel, answers.IsJson ? answers.Most(MaxOfJson) : isVerbose ? answers.Most(Usual) : 0);
        index = index.With(report.NestedNames(index));
        if (answers.IsJson)
        {
            LogReportJson.Write(report, log, index, policy, answers);
            return ExitCode.Success;
        }

        LogReportText.Write(report, index, policy, isVerbose, answers);
        if (log.Unreadable > 0)
        {
            answers.Note($"note: {log.Unreadable} record{(log.Unreadable == 1 ? "" : "s")} of the log cannot be read.");
        }

        if (log.IsCut)
        {
            answers.Note($"note: The log has more than {AuditLogReader.MaxDenials} different denials; the rest was left out.");
        }

        if (policy is null)
        {
            answers.Note("note: No policy was found, so missing rules cannot be told from constraints, booleans and what is already allowed. Name the base policy with --base.");
        }

        return ExitCode.Success;
    }

    private static int Empty(AuditLogReader log, AnswerWriter answers)
    {
        if (answers.IsJson)
        {
            answers.Json(new { denials = Array.Empty<object>(), errors = Array.Empty<object>(), unreadable = log.Unreadable, isCut = false });
            return ExitCode.No;
        }

        return answers.Nothing(log.Unreadable == 0 ? "The log has no denials." : $"No denial in the log can be read; {log.Unreadable} records look like one.", []);
    }

    private static AuditLogReader Read(string file)
    {
        var log = new AuditLogReader();
        if (file == StandardInput)
        {
            using var input = StandardStreams.Input();
            BoundedLines.Read(input, AuditLogReader.MaxLineLength, log.Read);
        }
        else
        {
            using var reader = new StreamReader(RegularFile.OpenStream(file));
            BoundedLines.Read(reader, AuditLogReader.MaxLineLength, log.Read);
        }

        return log;
    }
}
