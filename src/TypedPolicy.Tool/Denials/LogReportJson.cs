using TypedPolicy.Learning.Explaining;
using TypedPolicy.Model.Languages;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Denials;

/// <summary>A report for programs: all of it.</summary>
internal static class LogReportJson
{
    public static void Write(LogReport report, AuditLogReader log, FinderIndex index, LogPolicy? policy, AnswerWriter answers) => answers.Json(new
    {
        knowsAttributes = index.KnowsBase,
        policy = policy?.Name,
        denials = report.Denials.Select(d => Denial(d, index, policy)),
        errors = report.Errors.Select(e => Error(e, index)),
        csharp = PlainText.Lines(PolicyCode.Of(report, index)),
        unreadable = log.Unreadable,
        isCut = log.IsCut,
    });

    private static object Denial(DenialReport report, FinderIndex index, LogPolicy? policy)
    {
        var (denial, plan) = (report.Denial, report.Plan);
        var own = plan?.PrivateType;
        var code = PolicyCode.Attributes(report, index).ToList();
        return new
        {
            denial.Source,
            denial.Target,
            denial.Class,
            denial.Permissions,
            times = denial.Count,
            command = Text(denial.Command),
            program = Text(denial.Program),
            path = Text(denial.Path),
            paths = denial.Paths.Select(PlainText.Line),
            denial.IsPermissive,
            contexts = denial.Contexts.Select(c => new { c.Source, c.Target, c.Permissions }),
            port = denial.Port,
            ownPorts = report.OwnPorts,
            ioctlCommands = denial.IoctlCommands,
            unknownTargetLabel = Text(denial.UnknownTargetLabel),
            causes = report.Causes.Select(c => new
            {
                kind = c.DontAudit is null ? c.Kind.ToString() is var kind ? char.ToLowerInvariant(kind[0]) + kind[1..] : "" : "dontAudit",
                c.Permissions,
                explanation = CauseText.Of(c, denial, index, policy!.Name),
                rules = c.Rules.Select(r => r.ToString()),
                booleans = c.Booleans.Select(b => b.Select(change => new { change.Name, change.Value })),
                constraints = c.Constraints.Select(f => new { f.Text, f.Conflicts, f.Exempting, f.Binding }),
                bounds = c.Bounds.Length > 0 ? c.Bounds : null,
                roles = c.Roles.From is { } from ? new { from, c.Roles.To } : null,
                dontAudit = c.DontAudit?.ToString(),
            }),
            remarks = LogReportText.Remarks(report, index, policy).Select(PlainText.Line),
            guardedBy = report.Guard?.Exempt,
            answer = code.Select(c => new { csharp = PlainText.Line(c.Attribute), on = ClassNames.Of(index, c.On), c.Permissions }),
            privateType = own is null ? null : new { own.Directory, own.Name, transition = own.Transition.CSharp, mark = own.Mark?.CSharp },
            count = plan is null ? 0 : plan.Interfaces.Length + plan.Others.Length + plan.BroaderCount,
            found = plan is null ? [] : plan.Interfaces.Concat(plan.Others).Select(a => AnswerWriter.Json(a, GrantAnswers.On(index, plan.Question, a))),
            raw = plan is { Rest.IsEmpty: false } && code.Count > plan.Interfaces.Length ? new { csharp = PlainText.Line(code[^1].Attribute), on = ClassNames.Of(index, code[^1].On) } : null,
        };
    }

    private static object Error(ErrorReport report, FinderIndex index) => new
    {
        report.Error.Kind,
        operation = report.Error.Operation,
        source = Text(report.Error.Source),
        target = Text(report.Error.Target),
        @class = report.Error.Class.Length > 0 ? report.Error.Class : null,
        context = Text(report.Error.Context),
        permissions = report.Error.Permissions,
        times = report.Error.Count,
        explanation = PlainText.Line(CauseText.Of(report, index)),
    };

    private static string? Text(string? text) => text is { Length: > 0 } ? PlainText.Line(text) : null;
}
