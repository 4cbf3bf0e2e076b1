using System.Collections.Immutable;
using TypedPolicy.Learning.Answers;
using TypedPolicy.Learning.Editing;
using TypedPolicy.Model.Languages;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Tool.Finding;

namespace TypedPolicy.Tool.Learning;

/// <summary>Answers for programs: all of them.</summary>
internal static class LearnedJson
{
    /// <summary>Writes the answers.</summary>
    /// <param name="learned">What was learned.</param>
    /// <param name="log">The log.</param>
    /// <param name="answers">Where they go.</param>
    public static void Write(LearnedAnswers learned, AuditLogReader log, AnswerWriter answers) => answers.Json(new
    {
        policy = learned.PolicyName,
        denials = learned.Log.Denials.Select(d => new
        {
            d.Denial.Source,
            d.Denial.Target,
            d.Denial.Class,
            d.Permissions,
            times = d.Denial.Count,
            first = d.Denial.First,
            last = d.Denial.Last,
            hosts = d.Denial.Hosts,
            program = Text(d.Denial.Program ?? d.Denial.Command),
            commandLine = Text(d.Denial.CommandLine),
            systemCall = Text(d.Denial.SystemCall),
            paths = d.Denial.Paths.Select(PlainText.Line),
            d.Denial.IsPermissive,
            answer = Answer(d.Answer),
            others = d.Others.Select(Answer),
            notWritten = Text(learned.Edit.Left.GetValueOrDefault(d)),
        }),
        errors = learned.Log.Errors.Select(e => new { e.Report.Error.Operation, times = e.Report.Error.Count, answer = Answer(e.Answer) }),
        foreign = learned.Log.Foreign.Select(d => new { d.Source, d.Target, d.Class, d.Permissions, times = d.Count }),
        files = learned.Edit.Files.Select(f => PlainText.Line(learned.NameOf(f))),
        diff = PlainText.Lines(learned.Diff),
        open = learned.After.Open.Select(d => new { d.Denial.Source, d.Denial.Target, d.Denial.Class, d.Permissions, reason = PlainText.Line(d.Answer.Reason) }),
        isWritten = learned.IsWritten,
        unreadable = log.Unreadable,
        isCut = log.IsCut,
    });

    private static object Answer(Answer answer) => new
    {
        kind = answer.Kind,
        reason = PlainText.Line(answer.Reason),
        command = Text(answer.Command),
        edits = answer.Edits.Select(Edit),
    };

    private static object Edit(PolicyEdit edit) => edit switch
    {
        AccessEdit e => new { kind = e.Word, e.On, e.Target, e.Class, e.Permissions },
        IoctlEdit e => new { kind = "AllowIoctl", e.On, e.Target, e.Class, e.Requests },
        InterfaceEdit e => new { kind = "Interface", e.On, e.Name },
        TransitionEdit e => new { kind = "DomainTransition", e.On, e.Target, e.NoNewPrivileges },
        TypeTransitionEdit e => new { kind = "TypeTransition", e.On, e.Directory, e.Result, e.Classes, e.Interface },
        OwnTypeEdit e => new { kind = "FileType", e.On, e.Name, e.Paths, e.Class, e.Permissions, e.Mark },
        OwnPortEdit e => new { kind = "PortType", e.On, e.Class, e.Ports },
        _ => new { kind = edit.GetType().Name, edit.On },
    };

    private static string? Text(string? text) => text is { Length: > 0 } ? PlainText.Line(text) : null;
}
