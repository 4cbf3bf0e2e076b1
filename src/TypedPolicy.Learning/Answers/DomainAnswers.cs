using System.Collections.Immutable;
using TypedPolicy.Learning.Editing;
using TypedPolicy.Learning.Explaining;
using TypedPolicy.Model.Paths;
using TypedPolicy.Refpolicy.Denials;

namespace TypedPolicy.Learning.Answers;

/// <summary>Denials whose cause is the domain: a transition is missing, or the program runs in a domain that is not its own.</summary>
internal static class DomainAnswers
{
    private const string Manager = "init_t";

    private static readonly ImmutableArray<string> Usual = ["unconfined_service_t", "init_t", "initrc_t", "unconfined_t", "kernel_t"];
    private static readonly ImmutableArray<string> Containers = ["container_t", "spc_t", "container_init_t"];

    /// <summary>A denial of one of the project's domains that a domain transition answers; null if none does.</summary>
    public static Answer? OfTransition(DenialReport report, ImmutableArray<string> missing, LearningFacts facts)
    {
        var denial = report.Denial;
        if (report.IsOfTransition)
        {
            return new(AnswerKind.Settled, "The transition into a domain, which is denied too, grants it.");
        }

        if (!report.IsTransition && !report.IsRestrictedTransition)
        {
            return null;
        }

        return facts.HasType(denial.Target) && facts.OwnTypes.ContainsKey(denial.Target)
            ? new(AnswerKind.Domain, report.IsRestrictedTransition ? "The process runs with no_new_privs, or the program is on a nosuid mount." : $"{denial.Source} runs a program of {denial.Target}.") { Edits = [new TransitionEdit(denial.Source, denial.Target, report.IsRestrictedTransition)] }
            : report.IsTransition && missing.Length == 1 ? new(AnswerKind.Domain, $"{denial.Source} runs a program of {denial.Target}, a domain of the base: apply the interface of the base that grants the transition (typedpolicy find domtrans).") : null;
    }

    /// <summary>A denial of a domain of others, where its program should have been one of the project's; null if it should not.</summary>
    public static Answer? OfForeign(Denial denial, LearningFacts facts)
    {
        if (facts.IsOwnDomain(denial.Target) && denial.Class is "process" or "process2" && facts.HasType(denial.Source) && denial.Permissions.Any(p => p is "transition" or "nnp_transition" or "nosuid_transition"))
        {
            return facts.Allows(denial.Source, denial.Target, denial.Class, denial.Permissions)
                ? new(AnswerKind.Settled, $"The transition from {denial.Source} to {denial.Target} is allowed now.")
                : new(AnswerKind.Domain, $"{denial.Source} starts the program of {denial.Target}.") { Edits = [new TransitionEdit(denial.Source, denial.Target, denial.Class == "process2")] };
        }

        if (denial.Source == Manager && facts.OwnTypes.ContainsKey(denial.Target) && facts.HasType(Manager) && facts.Has(denial.Class, denial.Permissions))
        {
            return facts.Allows(Manager, denial.Target, denial.Class, denial.Permissions)
                ? new(AnswerKind.Settled, $"{Manager} may do so now.")
                : new(AnswerKind.Rule, "The service manager does this for the service.") { Edits = [new AccessEdit(Manager, "Allow", denial.Target, denial.Class, denial.Permissions)] };
        }

        if (denial.Program is not { } program || !LoggedPath.IsPlain(program) || (!Usual.Contains(denial.Source) && !Containers.Contains(denial.Source)))
        {
            return null;
        }

        if (Domain(facts.LabelOf(program, FileKind.File), facts) is not { } domain)
        {
            return null;
        }

        if (Containers.Contains(denial.Source))
        {
            return new(AnswerKind.Domain, $"{program} runs in {denial.Source}: start the container with the label option type:{domain}.");
        }

        var from = denial.Source is "unconfined_t" or "kernel_t" ? denial.Source : Manager;
        var entered = facts.NewType(from, facts.LabelOf(program, FileKind.File)!, "process", null);
        return entered == domain
            ? new(AnswerKind.Domain, $"{program} runs in {denial.Source} and should run in {domain}: it was started before the policy was loaded, or it is not labelled. Relabel it and start it again.") { Command = $"restorecon -v {program}" }
            : new(AnswerKind.Domain, $"{program} runs in {denial.Source}: no transition leads from {from} to {domain}.") { Edits = facts.HasType(from) ? [new TransitionEdit(from, domain, false)] : [] };
    }

    /// <summary>What to do about an error of the security server.</summary>
    public static Answer OfError(ErrorReport report, LearningFacts facts)
    {
        var text = CauseText.Of(report, facts.Index);
        if (report.Error.Kind is PolicyErrorKind.BoundedTransition or PolicyErrorKind.NoNewPrivileges or PolicyErrorKind.NoSetUserId
            && Sepol.Labels.FileContext.TypeOf(report.Error.Source) is { } source && Sepol.Labels.FileContext.TypeOf(report.Error.Target) is { } target
            && facts.IsOwnDomain(target) && facts.HasType(source))
        {
            return facts.Allows(source, target, "process2", ["nnp_transition"])
                ? new(AnswerKind.Settled, $"The transition from {source} to {target} may happen with no_new_privs now.")
                : new(AnswerKind.Domain, text) { Edits = [new TransitionEdit(source, target, true)] };
        }

        return new(report.IsValidNow ? AnswerKind.Settled : AnswerKind.Refuse, text);
    }

    /// <summary>The project's domain that a program is the entrypoint of.</summary>
    private static string? Domain(string? executable, LearningFacts facts) =>
        executable is null ? null : facts.OwnTypes.Where(t => t.Value && facts.Allows(t.Key, executable, "file", ["entrypoint"])).Select(t => t.Key).Order(StringComparer.Ordinal).FirstOrDefault();
}
