using TypedPolicy.Learning.Explaining;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Tool.Finding;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Denials;

/// <summary>A report for people: in comments what is not a missing rule, then C# for what is.</summary>
internal static class LogReportText
{
    public static void Write(LogReport report, FinderIndex index, LogPolicy? policy, bool isVerbose, AnswerWriter answers)
    {
        var isFirst = true;
        foreach (var denial in report.Denials)
        {
            var remarks = Remarks(denial, index, policy).ToList();
            if (remarks.Count == 0 && !isVerbose)
            {
                continue;
            }

            answers.Line($"// {Text(denial.Denial)}");
            remarks.ForEach(r => answers.Line($"//     {r}"));
            if (isVerbose)
            {
                Details(denial, index, answers);
            }

            isFirst = false;
        }

        foreach (var error in report.Errors)
        {
            answers.Line($"// {error.Error.Operation}{(error.Error.Count == 1 ? "" : $" ({error.Error.Count} times)")}");
            answers.Line($"//     {CauseText.Of(error, index)}");
            isFirst = false;
        }

        var code = PolicyCode.Of(report, index);
        if (code.Length > 0)
        {
            answers.Code((isFirst ? "" : "\n") + code);
        }
    }

    /// <summary>What is reported about a denial that no C# names.</summary>
    public static IEnumerable<string> Remarks(DenialReport report, FinderIndex index, LogPolicy? policy)
    {
        foreach (var cause in report.Causes)
        {
            var part = cause.Permissions.Length == report.Denial.Permissions.Length ? "" : $"{string.Join(", ", cause.Permissions)}: ";
            yield return part + CauseText.Of(cause, report.Denial, index, policy!.Name);
        }

        if (report.IsOfTransition)
        {
            yield return "The [DomainTransition] below grants it.";
        }

        if (report.IsTransition && report.Plan is { PrivateType: null, Rest.IsEmpty: false } && report.Guard is null && !IsDeclared(report.Denial.Target, index, policy))
        {
            yield return $"There is no type {report.Denial.Target} in {policy?.Name ?? "the base"}: make {ClassNames.Of(index, report.Denial.Target)} a [Domain] class of yours, or name the policy that has it with --policy.";
        }

        if (report.Denial is { Target: "unlabeled_t" or "default_t", UnknownTargetLabel: null, Class: "file" or "dir" or "lnk_file" or "sock_file" or "fifo_file" })
        {
            yield return $"Files of {report.Denial.Target} lack a label of their own: relabel them (restorecon), or give them a type with [FileContext].";
        }

        if (report.Denial.UnknownTargetLabel is { } label)
        {
            yield return $"The object has the label {label}, which the loaded policy does not know: install the policy that declares it, or relabel (restorecon).";
        }

        if (report.Guard is { } guard)
        {
            yield return $"A neverallow rule of the base allows it only to types in {string.Join(" or ", guard.Exempt)}{(report.Plan?.Interfaces is [var way, ..] ? $". {way.Attribute} adds the domain to it: write that only if the program is meant to have this access" : ". Leave it out")}.";
        }

        foreach (var constraint in report.Constraints)
        {
            yield return $"Once a rule allows it, a constraint forbids it: {CauseText.Of(constraint, report.Denial.Contexts.FirstOrDefault())}";
        }

        if (report.DifferentLevels is { } contexts)
        {
            yield return $"The levels differ ({contexts.Source.Split(':', 4)[3]} and {contexts.Target.Split(':', 4)[3]}): if the types may do this already, a constraint denies it, and no allow rule can change that. Name the base policy with --base to find out.";
        }
    }

    private static bool IsDeclared(string type, FinderIndex index, LogPolicy? policy) => policy?.Kernel.HasType(type) ?? AccessPlanner.IsKnown(index, type);

    /// <summary>A denial and how often, by whom and on what.</summary>
    public static string Text(Denial denial)
    {
        var times = denial.Count == 1 ? "once" : $"{denial.Count} times";
        var command = (denial.Program ?? denial.Command) is { } name ? $", by {name}" : "";
        var path = denial.Path is { } asked ? $", {asked}" : "";
        return $"{Question(denial)}  ({times}{command}{path}{(denial.IsPermissive ? ", permissive" : "")})";
    }

    /// <summary>A denial as an access that one may ask for.</summary>
    public static AccessQuestion Question(Denial denial) => new(denial.Source, denial.Target, denial.Class, denial.Permissions);

    private static void Details(DenialReport report, FinderIndex index, AnswerWriter answers)
    {
        if (!report.OwnPorts.IsEmpty)
        {
            answers.Line($"//   a type of its own for {OwnPorts.Bind}: no access to {report.Denial.Target}, which thousands of ports have");
        }

        if (report.Plan is not { } plan)
        {
            return;
        }

        foreach (var answer in plan.Interfaces)
        {
            answers.Grant(answer, plan.Question, answer.Permissions.Length == plan.Question.Permissions.Length ? "" : $" for {string.Join(", ", answer.Permissions)}", "//   ");
        }

        foreach (var (attribute, on, permissions) in PolicyCode.Attributes(report, index).Skip(plan.Interfaces.Length))
        {
            answers.Line($"//   {attribute} on {ClassNames.Of(index, on)} for {string.Join(", ", permissions)}: no interface grants this without much else");
        }

        if (plan.PrivateType is { } own)
        {
            answers.Line($"//   a type of its own for {own.Purpose}: [{own.Transition.Written}]");
        }

        if (plan.Others.Length > 0)
        {
            answers.Line("//   or:");
            foreach (var answer in plan.Others)
            {
                answers.Grant(answer, plan.Question, "", "//     ");
            }
        }

        if (plan.BroaderCount > 0)
        {
            answers.Line($"//   {plan.BroaderCount} others grant far more, or write access where only reading was denied: 'find --grants' lists them");
        }
    }
}
