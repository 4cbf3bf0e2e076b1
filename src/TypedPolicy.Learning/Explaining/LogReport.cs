using System.Collections.Immutable;
using TypedPolicy.Model.Index;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Targets;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Learning.Explaining;

/// <summary>What a log comes to.</summary>
/// <param name="Denials">Its denials, in its order.</param>
/// <param name="Errors">What the security server refused by itself, and what the policy says about it.</param>
internal sealed record LogReport(ImmutableArray<DenialReport> Denials, ImmutableArray<ErrorReport> Errors)
{
    /// <summary>Explains a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="index">The interfaces of the base policy.</param>
    /// <param name="policy">The policy that decides causes; <see langword="null"/> if none is at hand: then every denial counts as a missing rule.</param>
    /// <param name="others">How many other interfaces to list for each denial.</param>
    public static LogReport Of(AuditLogReader log, FinderIndex index, KernelPolicy? policy, int others)
    {
        var entered = log.Denials.Where(d => d.Class == "process" && d.Permissions.Contains("transition")).Select(d => d.Source).ToHashSet(StringComparer.Ordinal);
        var reports = log.Denials.Select(d => WithOwnPorts(WithoutWhatFollows(Causes(d, index, policy), entered, index), index)).ToList();
        var questions = reports.Where(r => !r.Missing.IsEmpty).Select(r => new AccessQuestion(r.Report.Denial.Source, r.Report.Denial.Target, r.Report.Denial.Class, r.Missing)).ToList();
        var plans = new Queue<AccessPlan>(AccessPlanner.Plan(index, questions, others));
        return new(
            [.. reports.Select(r => r.Missing.IsEmpty ? r.Report : r.Report with { Plan = plans.Dequeue() })],
            [.. log.Errors.Select(e => ErrorReport.Of(e, policy))]);
    }

    /// <summary>The C# names of the types that the answers declare in the classes of domains, by the names that they get.</summary>
    public IEnumerable<KeyValuePair<string, string>> NestedNames(FinderIndex index) =>
        from report in Denials
        from nested in new[] { report.Plan?.PrivateType?.Name, report.OwnPorts.IsEmpty ? null : Explaining.OwnPorts.ClassName }
        where nested is not null
        let source = report.Denial.Source
        select KeyValuePair.Create(NameOf.Of(nested, EntityKind.Type, NameOf.Stem(source, EntityKind.Type)), $"{ClassNames.Of(index, source)}.{nested}");

    private static (DenialReport Report, ImmutableArray<string> Missing) WithOwnPorts((DenialReport Report, ImmutableArray<string> Missing) causes, FinderIndex index) =>
        causes.Missing.Contains(OwnPorts.Bind) && OwnPorts.Of(causes.Report.Denial, index) is { IsEmpty: false } ports
            ? (causes.Report with { OwnPorts = ports }, causes.Missing.Remove(OwnPorts.Bind))
            : causes;

    /// <summary>Nothing is missing for an object whose label is the mistake, nor to run an executable of one's own where a transition into a domain is missing: that gives it.</summary>
    private static (DenialReport Report, ImmutableArray<string> Missing) WithoutWhatFollows((DenialReport Report, ImmutableArray<string> Missing) causes, HashSet<string> entered, FinderIndex index)
    {
        var (report, missing) = causes;
        var denial = report.Denial;
        if (denial.UnknownTargetLabel is not null)
        {
            return (report, []);
        }

        var isOfTransition = denial.Class == "file" && missing.Contains("execute") && missing.All(p => p is "execute" or "read" or "open" or "getattr" or "map") && entered.Contains(denial.Source)
            && !AccessPlanner.IsKnown(index, denial.Target);
        return isOfTransition ? (report with { IsOfTransition = true }, []) : causes;
    }

    /// <summary>The causes of a denial, and the permissions that a rule is missing for.</summary>
    private static (DenialReport Report, ImmutableArray<string> Missing) Causes(Denial denial, FinderIndex index, KernelPolicy? policy)
    {
        if (policy is null)
        {
            return (new DenialReport(denial, [], null) { Guard = Guard(denial, denial.Permissions, index, null), DifferentLevels = denial.Contexts.FirstOrDefault(HasDifferentLevels) }, denial.Permissions);
        }

        var causes = denial.Contexts
            .SelectMany(c => policy.ExplainDenial(c.Source, c.Target, denial.Class, c.Permissions, denial.IoctlCommands))
            .GroupBy(c => (c.Kind, Constraints: string.Join('\n', c.Constraints.Select(f => f.Text)), IsHidden: c.DontAudit is not null))
            .Select(g => g.First() with { Permissions = [.. g.SelectMany(c => c.Permissions).Distinct().Order(StringComparer.Ordinal)] })
            .ToList();

        // What one pair of contexts was denied for want of a rule, all were.
        var missing = causes.Where(IsMissingRule).SelectMany(c => c.Permissions)
            .Concat(denial.Permissions.Except(causes.SelectMany(c => c.Permissions))).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        return (
            new DenialReport(denial, [.. causes.Where(c => !IsMissingRule(c))], null)
            {
                Guard = Guard(denial, missing, index, policy),
                Constraints = [.. causes.Where(IsMissingRule).SelectMany(c => c.Constraints).DistinctBy(c => c.Text)],
            },
            missing);
    }

    private static bool IsMissingRule(DenialCause cause) => cause is { Kind: DenialCauseKind.NoRule, DontAudit: null };

    private static IndexedGuard? Guard(Denial denial, ImmutableArray<string> missing, FinderIndex index, KernelPolicy? policy)
    {
        var isSelf = denial.Source == denial.Target;
        return SmallBase.Index.Guards.FirstOrDefault(g => g.Class == denial.Class && (g.Target == denial.Target || (isSelf && g.Target == "self")) && missing.Any(g.Permissions.Contains) && !g.Exempt.Any(IsIn));

        bool IsIn(string attribute) => policy?.HasType(denial.Source) == true ? policy.AttributesOf(denial.Source).Contains(attribute) : index.AttributesOf(denial.Source).Contains(attribute);
    }

    /// <summary>Whether the levels differ and the target has categories: by types alone nothing can be said then.</summary>
    private static bool HasDifferentLevels(DeniedContexts contexts)
    {
        var (source, target) = (contexts.Source.Split(':', 4), contexts.Target.Split(':', 4));
        return source.Length == 4 && target.Length == 4 && target[3].Contains(':', StringComparison.Ordinal) && source[3] != target[3];
    }
}
