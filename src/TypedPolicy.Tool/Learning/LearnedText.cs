using System.Globalization;
using TypedPolicy.Learning.Answers;
using TypedPolicy.Learning.Explaining;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Tool.Denials;
using TypedPolicy.Tool.Finding;

namespace TypedPolicy.Tool.Learning;

/// <summary>Answers for people.</summary>
internal static class LearnedText
{
    private const int MaxForeign = 5;

    /// <summary>Writes the answers.</summary>
    /// <param name="log">The answers.</param>
    /// <param name="isAll">Whether what is settled is written too, and what else could be done.</param>
    /// <param name="answers">Where they go.</param>
    public static void Write(LearnedLog log, bool isAll, AnswerWriter answers)
    {
        foreach (var denial in log.Denials.Where(d => isAll || d.Answer.Kind != AnswerKind.Settled))
        {
            Write(denial, isAll, answers);
        }

        foreach (var error in log.Errors.Where(e => isAll || e.Answer.Kind != AnswerKind.Settled))
        {
            answers.Line($"{error.Report.Error.Operation}{(error.Report.Error.Count == 1 ? "" : $" ({error.Report.Error.Count} times)")}");
            Write(error.Answer, "    ", answers);
        }

        var foreign = log.Foreign.Select(d => d.Source).Distinct(StringComparer.Ordinal).ToList();
        if (foreign.Count > 0)
        {
            answers.Note($"note: {log.Foreign.Length} denial{(log.Foreign.Length == 1 ? " is" : "s are")} of domains that the project does not declare: {string.Join(", ", foreign.Take(MaxForeign))}{(foreign.Count > MaxForeign ? " …" : "")}.");
        }
    }

    /// <summary>What an answer is called.</summary>
    public static string Words(AnswerKind kind) => kind switch
    {
        AnswerKind.Settled => "nothing to do",
        AnswerKind.Label => "label",
        AnswerKind.Domain => "domain",
        AnswerKind.Boolean => "boolean",
        AnswerKind.Interface => "interface",
        AnswerKind.OwnType => "own type",
        AnswerKind.Rule => "rule",
        AnswerKind.DontAudit => "noise",
        _ => "not allowed",
    };

    /// <summary>A denial as one line.</summary>
    public static string Text(LearnedDenial denial) => LogReportText.Text(denial.Denial with { Permissions = denial.Permissions });

    private static void Write(LearnedDenial denial, bool isAll, AnswerWriter answers)
    {
        answers.Line(Text(denial));
        if (isAll && Circumstances(denial.Denial) is { Length: > 0 } circumstances)
        {
            answers.Line($"    {circumstances}");
        }

        Write(denial.Answer, "    ", answers);
        foreach (var other in isAll ? denial.Others : [])
        {
            Write(other, "    or ", answers);
        }
    }

    /// <summary>When, where and by what it was denied.</summary>
    private static string Circumstances(Denial denial)
    {
        static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var times = denial is { First: { } first, Last: { } last } ? first == last ? $"at {Time(first)} UTC" : $"from {Time(first)} to {Time(last)} UTC" : "";
        return string.Join(", ", new[]
        {
            times,
            denial.Hosts.IsEmpty ? "" : $"on {string.Join(", ", denial.Hosts)}",
            denial.SystemCall is { } call ? $"system call {call}" : "",
            denial.CommandLine is { } line ? $"by {line}" : "",
        }.Where(p => p.Length > 0));
    }

    private static void Write(Answer answer, string indent, AnswerWriter answers)
    {
        answers.Line($"{indent}{Words(answer.Kind)}: {answer.Reason}");
        if (answer.Command is { } command)
        {
            answers.Line($"        {command}");
        }
    }
}
