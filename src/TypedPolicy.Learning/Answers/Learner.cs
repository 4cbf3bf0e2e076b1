using System.Collections.Immutable;
using TypedPolicy.Learning.Editing;
using TypedPolicy.Learning.Explaining;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Learning.Answers;

/// <summary>Answers the denials of a log as a careful author would: the label first, then the domain, a boolean, what the base offers, a new type, a rule, and nothing at all where that is right.</summary>
internal sealed class Learner
{
    private const int MaxOthers = 3;
    private const int MaxAsked = 40;

    private readonly LearningFacts _facts;

    private Learner(LearningFacts facts) => _facts = facts;

    /// <summary>Answers a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="facts">What answers are made from.</param>
    public static LearnedLog Learn(AuditLogReader log, LearningFacts facts)
    {
        var learner = new Learner(facts);
        var report = LogReport.Of(log, facts.Index, facts.Policy, MaxOthers);
        var (own, foreign) = (report.Denials.Where(d => facts.IsOwnDomain(d.Denial.Source)), report.Denials.Where(d => !facts.IsOwnDomain(d.Denial.Source)).ToList());
        var learned = own.SelectMany(learner.Of).ToList();
        var left = ImmutableArray.CreateBuilder<Denial>();
        foreach (var denial in foreign.Select(r => r.Denial))
        {
            if (DomainAnswers.OfForeign(denial, facts) is { } answer)
            {
                learned.Add(new(denial, denial.Permissions, answer, []));
            }
            else
            {
                left.Add(denial);
            }
        }

        return new([.. learned], [.. report.Errors.Select(e => new LearnedError(e, DomainAnswers.OfError(e, facts)))], left.ToImmutable());
    }

    private IEnumerable<LearnedDenial> Of(DenialReport report)
    {
        var denial = report.Denial;
        foreach (var cause in report.Causes)
        {
            yield return cause.Kind == DenialCauseKind.Boolean ? Boolean(report, cause) : new(denial, cause.Permissions, OfCause(report, cause), []);
        }

        var missing = denial.Permissions.Except(report.Causes.SelectMany(c => c.Permissions)).ToImmutableArray();
        if (missing.IsEmpty)
        {
            yield break;
        }

        if (!report.OwnPorts.IsEmpty && missing.Contains(OwnPorts.Bind))
        {
            var ports = report.OwnPorts.Where(p => _facts.PortType(denial.Class, p) is null || _facts.PortType(denial.Class, p) == denial.Target).ToImmutableArray();
            yield return ports.IsEmpty
                ? new(denial, [OwnPorts.Bind], new(AnswerKind.Settled, $"The ports have a type of their own now, {_facts.PortType(denial.Class, report.OwnPorts[0])}."), [])
                : new(denial, [OwnPorts.Bind], OwnTypeAnswers.OfPorts(denial, ports), []);
            missing = missing.Remove(OwnPorts.Bind);
        }

        if (!missing.IsEmpty)
        {
            yield return Missing(report, missing);
        }
    }

    private Answer OfCause(DenialReport report, DenialCause cause)
    {
        var denial = report.Denial;
        var text = CauseText.Of(cause, denial, _facts.Index, _facts.PolicyName);
        return cause.Kind switch
        {
            DenialCauseKind.Allowed => new(AnswerKind.Settled, text),
            DenialCauseKind.NoRule => new(AnswerKind.Settled, text),
            DenialCauseKind.IoctlCommand => new(AnswerKind.Rule, text) { Edits = [new IoctlEdit(denial.Source, Target(denial), denial.Class, denial.IoctlCommands)] },
            _ => new(AnswerKind.Refuse, text),
        };
    }

    /// <summary>What a boolean would allow: the boolean, unless it opens the same to every domain there is.</summary>
    private LearnedDenial Boolean(DenialReport report, DenialCause cause)
    {
        var (denial, text) = (report.Denial, CauseText.Of(cause, report.Denial, _facts.Index, _facts.PolicyName));
        var answer = cause.Booleans.IsEmpty ? new Answer(AnswerKind.Boolean, text)
            : new(AnswerKind.Boolean, text) { Command = $"setsebool -P {string.Join(' ', cause.Booleans[0].Select(b => $"{b.Name}={(b.Value ? "on" : "off")}"))}" };
        var plan = AccessPlanner.Plan(_facts.Index, [new AccessQuestion(denial.Source, denial.Target, denial.Class, cause.Permissions)], MaxOthers)[0];
        var access = Access(report with { Plan = plan }, cause.Permissions);
        return !IsForAll(denial, cause) || Dangerous(denial.Class, cause.Permissions) is not null
            ? new(denial, cause.Permissions, answer, [access])
            : new(denial, cause.Permissions, access with { Reason = $"{access.Reason} The boolean {cause.Booleans[0][0].Name} would allow it to all domains." }, [answer]);
    }

    /// <summary>Whether the boolean opens the same to domains that have nothing to do with this one.</summary>
    private bool IsForAll(Denial denial, DenialCause cause)
    {
        if (cause.Booleans.IsEmpty || !_facts.Policy.Attributes.Contains("domain"))
        {
            return false;
        }

        // Of those that do not have it anyway.
        var others = _facts.Policy.MembersOf("domain").Where(d => !_facts.OwnTypes.ContainsKey(d))
            .Select(d => _facts.Policy.ExplainDenial($"system_u:system_r:{d}", $"system_u:object_r:{denial.Target}", denial.Class, cause.Permissions))
            .Where(causes => causes.Any(c => c.Kind != DenialCauseKind.Allowed)).Take(MaxAsked).ToList();
        return others.Count(causes => causes.Any(c => c.Kind == DenialCauseKind.Boolean && c.Booleans.Any(b => b.SequenceEqual(cause.Booleans[0])))) > others.Count / 2;
    }

    /// <summary>What to do where no rule allows it.</summary>
    private LearnedDenial Missing(DenialReport report, ImmutableArray<string> missing)
    {
        var denial = report.Denial;
        var access = Access(report, missing);
        LearnedDenial With(Answer answer, params Answer[] others) => new(denial, missing, answer, [.. others.Concat(Others(report)).Take(MaxOthers)]);

        if (LabelAnswers.Program(denial, missing, _facts) is { } program)
        {
            return new(denial, missing, new(AnswerKind.Refuse, $"It would let the program change {program}, which it is started from: write to a file with another label."), []);
        }

        if (LabelAnswers.Of(denial, missing, _facts) is { } label)
        {
            return label.Kind == AnswerKind.Settled ? new(denial, missing, label, []) : With(label, access);
        }

        if (DomainAnswers.OfTransition(report, missing, _facts) is { } transition)
        {
            return new(denial, missing, transition, []);
        }

        if (report.Guard is { } guard)
        {
            return With(new(AnswerKind.Refuse, $"A neverallow rule of the base allows it only to types in {string.Join(" or ", guard.Exempt)}: leave it out, or apply the interface that adds the domain to one of them, if the program is meant to have this access."));
        }

        if (report.Constraints is [var constraint, ..])
        {
            return With(new(AnswerKind.Refuse, $"Once a rule allows it, a constraint forbids it: {CauseText.Of(constraint, denial.Contexts.FirstOrDefault())}"), access);
        }

        if (!_facts.HasType(denial.Target))
        {
            return new(denial, missing, new(AnswerKind.Refuse, $"There is no type {denial.Target} in {_facts.PolicyName}: the log is of another policy, or a module is missing here. Name the base that the host has with --base."), []);
        }

        if (KnownNoise.Of(denial.Source, denial.Target, denial.Class, missing, _facts) is { } noise && !missing.Any(_facts.Accepted.Contains))
        {
            return With(new(AnswerKind.DontAudit, noise.ToString()) { Edits = [new AccessEdit(denial.Source, "DontAudit", Target(denial), denial.Class, missing)] }, access);
        }

        if (CapabilityAnswers.Of(denial, missing, _facts) is { } capability)
        {
            return With(capability, access);
        }

        if (Dangerous(denial.Class, missing) is { } danger)
        {
            return With(new(AnswerKind.Refuse, $"{danger}. If the program cannot do without, write it with --accept {string.Join(" --accept ", missing.Where(p => Dangerous(denial.Class, [p]) is not null))}."), access);
        }

        return OwnTypeAnswers.OfFiles(denial, missing, report.Plan?.PrivateType, _facts) is { } own ? With(own, access) : With(access, access.Kind == AnswerKind.Interface ? [Rule(denial, missing, "A rule grants this and nothing else.")] : []);
    }

    /// <summary>What gives the access: the interfaces that the plan has and the project can write, and a rule for the rest.</summary>
    private Answer Access(DenialReport report, ImmutableArray<string> missing)
    {
        var (denial, plan) = (report.Denial, report.Plan);
        var interfaces = plan is null ? [] : plan.Interfaces.Where(i => i.Carrier == AnswerCarrier.Source && _facts.HasBinding(i.Interface.CSharp, 0)).ToList();
        var without = plan?.Interfaces.Where(i => !interfaces.Contains(i)).Select(i => i.Attribute).ToList() ?? [];
        var rest = missing.Except(interfaces.SelectMany(i => i.Permissions)).ToImmutableArray();
        if (interfaces.Count == 0)
        {
            return Rule(denial, missing, without.Count > 0 ? $"{string.Join(" and ", without)} of the base would grant it: add the base's headers to the project (<PolicyHeaders Include=\"PATH\" />)." : Why(denial));
        }

        var edits = interfaces.Select(i => (PolicyEdit)new InterfaceEdit(denial.Source, i.Interface.CSharp)).ToImmutableArray();
        return new(AnswerKind.Interface, $"{string.Join(" ", interfaces.Select(i => $"{i.Attribute} {i.Interface.Summary}".TrimEnd(' ', '.') + "."))}{(rest.IsEmpty ? "" : $" No interface grants {string.Join(", ", rest)} without much else.")}".Trim())
        {
            Edits = rest.IsEmpty ? edits : edits.AddRange(Rule(denial, rest, "").Edits),
        };
    }

    private string Why(Denial denial) => denial.Source == denial.Target ? "The source and the target are the same domain."
        : _facts.OwnTypes.ContainsKey(denial.Target) ? $"Both are types of this project."
        : "No interface grants this without much else.";

    private IEnumerable<Answer> Others(DenialReport report) => (report.Plan?.Others ?? []).Where(i => i.Carrier == AnswerCarrier.Source && i.Argument == 0)
        .Select(i => new Answer(AnswerKind.Interface, $"{i.Attribute}: {(i.Interface.Summary.Length > 0 ? i.Interface.Summary.TrimEnd('.') + ". " : "")}It grants {i.ExtraCount} more permissions."));

    private static Answer Rule(Denial denial, ImmutableArray<string> permissions, string reason)
    {
        var edits = ImmutableArray.Create<PolicyEdit>(new AccessEdit(denial.Source, "Allow", Target(denial), denial.Class, permissions));
        return new(AnswerKind.Rule, reason)
        {
            Edits = permissions.Contains("ioctl") && !denial.IoctlCommands.IsEmpty ? edits.Add(new IoctlEdit(denial.Source, Target(denial), denial.Class, denial.IoctlCommands)) : edits,
        };
    }

    private static string Target(Denial denial) => denial.Source == denial.Target ? "self" : denial.Target;

    private string? Dangerous(string @class, IEnumerable<string> permissions) => (
        from permission in permissions
        where !_facts.Accepted.Contains(permission)
        from sensitive in SensitivePermissions.All
        where (sensitive.Classes.IsEmpty || sensitive.Classes.Contains(@class)) && sensitive.Permissions.Contains(permission)
        select $"{permission} {sensitive.Why}").FirstOrDefault();
}
