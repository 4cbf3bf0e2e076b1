using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Finding;

/// <summary><c>find --log FILE</c>: what to write for each denial of an audit log.</summary>
internal static class LogAnswers
{
    private const int Usual = 3;
    private const int MostOfJson = 20;
    private const string StandardInput = "-";

    public static int Find(string file, AnswerWriter answers, Func<FinderIndex> read)
    {
        var log = Read(file);
        if (log.Denials.IsEmpty)
        {
            return Empty(log, answers);
        }

        var index = read();
        if (answers.IsJson)
        {
            answers.Json(new
            {
                knowsAttributes = index.KnowsBase,
                denials = log.Denials.Select(d => Json(index, d, answers.Most(MostOfJson))),
                unreadable = log.Unreadable,
                isCut = log.IsCut,
            });
            return ExitCode.Success;
        }

        foreach (var denial in log.Denials)
        {
            Write(index, denial, answers);
        }

        if (log.Unreadable > 0)
        {
            answers.Note($"note: {log.Unreadable} line{(log.Unreadable == 1 ? "" : "s")} of the log cannot be read as a denial.");
        }

        if (log.IsCut)
        {
            answers.Note($"note: The log has more than {AuditLogReader.MaxDenials} different denials; the rest was left out.");
        }

        GrantAnswers.WithoutBase(index, answers);
        return ExitCode.Success;
    }

    private static int Empty(AuditLogReader log, AnswerWriter answers)
    {
        if (answers.IsJson)
        {
            answers.Json(new { denials = Array.Empty<object>(), unreadable = log.Unreadable, isCut = false });
            return ExitCode.No;
        }

        return answers.Nothing(log.Unreadable == 0 ? "The log has no denials." : $"The log has no denial that can be read; {log.Unreadable} lines look like one.", []);
    }

    private static AuditLogReader Read(string file)
    {
        var log = new AuditLogReader();
        if (file == StandardInput)
        {
            BoundedLines.Read(Console.In, AuditLogReader.LongestLine, log.Read);
        }
        else
        {
            using var reader = new StreamReader(file);
            BoundedLines.Read(reader, AuditLogReader.LongestLine, log.Read);
        }

        return log;
    }

    private static void Write(FinderIndex index, Denial denial, AnswerWriter answers)
    {
        var question = Question(denial);
        var found = GrantSearch.Find(index, question);
        var times = denial.Count == 1 ? "once" : $"{denial.Count} times";
        var command = denial.Command is { } name ? $", by {name}" : "";
        var path = denial.Path is { } asked ? $", {asked}" : "";
        answers.Line($"{question}  ({times}{command}{path}{(denial.IsPermissive ? ", permissive: it went through" : "")})");
        if (found.IsEmpty || IsOwn(denial))
        {
            answers.Line($"    {Raw(index, denial)} on {Carrier(index, denial.Source)}: {(IsOwn(denial) ? "what a type does with itself is its own to say" : "no interface gives all of this")}");
        }

        foreach (var answer in found.Take(answers.Most(Usual)))
        {
            answers.Grant(answer, question, $" on {Carrier(index, answer.Carrier == AnswerCarrier.Source ? denial.Source : denial.Target)}", "    ");
        }

        if (found.Length > answers.Most(Usual))
        {
            answers.Line($"    and {found.Length - answers.Most(Usual)} more interfaces");
        }

        answers.Line();
    }

    private static object Json(FinderIndex index, Denial denial, int most)
    {
        var question = Question(denial);
        var found = GrantSearch.Find(index, question);
        return new
        {
            denial.Source,
            denial.Target,
            denial.Class,
            denial.Permissions,
            times = denial.Count,
            command = denial.Command is { } command ? PlainText.Line(command) : null,
            path = denial.Path is { } path ? PlainText.Line(path) : null,
            denial.IsPermissive,
            count = found.Length,
            found = found.Take(most).Select(a => AnswerWriter.Json(a, GrantAnswers.On(index, question, a))),
            raw = found.IsEmpty || IsOwn(denial) ? new { csharp = Raw(index, denial), on = GrantAnswers.ClassOf(index, denial.Source) } : null,
        };
    }

    private static bool IsOwn(Denial denial) => denial.Source == denial.Target;

    private static AccessQuestion Question(Denial denial) => new(denial.Source, denial.Target, denial.Class, denial.Permissions);

    /// <summary>The class to write it on: a type of the base has no class of the author's, and gets rules through one that stands for it.</summary>
    private static string Carrier(FinderIndex index, string type) =>
        index.CSharpOf(type) is { } known ? $"a static class with [RulesFor<{known}>]" : $"the class of {type} ({GrantAnswers.ClassOf(index, type)})";

    /// <summary>The rule as C# writes it where no interface gives it.</summary>
    private static string Raw(FinderIndex index, Denial denial)
    {
        var @class = NameOf.Pascal(denial.Class) + "Perms";
        var permissions = string.Join(" | ", denial.Permissions.Select(p => $"{@class}.{NameOf.Pascal(p)}"));
        return $"[Allow<{(IsOwn(denial) ? "Self" : GrantAnswers.ClassOf(index, denial.Target))}>({permissions})]";
    }
}
