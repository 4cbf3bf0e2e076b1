using TypedPolicy.Report.Facts;
using static TypedPolicy.Report.Writing.MarkdownText;

namespace TypedPolicy.Report.Writing;

/// <summary>The report for a pull request: what an approver must see, as short as a comment has to be.</summary>
internal sealed class MarkdownReport
{
    // A comment has 65,536 characters at most.
    private const int MaxDomains = 60;
    private const int MaxPaths = 12;
    private const int MaxPowers = 100;
    private const int MaxChanges = 100;

    private readonly TextWriter _output;
    private readonly PolicyFacts _facts;
    private readonly Lookup _lookup;

    private MarkdownReport(TextWriter output, PolicyFacts facts) => (_output, _facts, _lookup) = (output, facts, new(facts));

    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter output, PolicyFacts facts) => new MarkdownReport(output, facts).Write();

    private void Write()
    {
        var domains = _lookup.Domains;
        var powers = domains.SelectMany(d => d.Powers.Select(p => (Domain: d, Power: p))).OrderBy(p => !p.Power.LacksReason).ToList();
        var without = powers.Count(p => p.Power.LacksReason);
        Line($"# {Plain(_facts.Title)}");
        Line();
        Line($"{Count(domains.Count, "domain")}, {Count(_facts.Labels.Count(l => l.IsOwn), "path")} labelled, {Count(powers.Count, "dangerous power")}"
            + (_facts.Base.Length == 0 ? "." : $", {without} of them without a reason. Linked with {Plain(_facts.Base)}."));
        Powers(powers);
        Changes();
        Domains(domains);
    }

    private void Powers(List<(DomainFact Domain, PowerFact Power)> powers)
    {
        if (powers.Count == 0)
        {
            return;
        }

        Line();
        Line("## Dangerous powers");
        Line();
        Line("| Domain | Power | The author's reason |");
        Line("|---|---|---|");
        foreach (var (domain, power) in powers.Take(MaxPowers))
        {
            var danger = _facts.Dangers[power.Danger];
            var condition = _facts.Conditions[power.Condition].Text;
            Line($"| {Code(_lookup.Name(domain))} | {Code(danger.Permission)}{(condition.Length == 0 ? "" : $" if {Code(condition)}")} {Plain(danger.Why)} | {(power.Justification is { } j ? Plain(_facts.Justifications[j].Reason) : power.IsOfBase ? "the base gives it" : "**none**")} |");
        }

        Rest(powers.Count, MaxPowers);
    }

    private void Changes()
    {
        if (_facts.Changes is not { } changes)
        {
            return;
        }

        Line();
        Line($"## Changes since the last release: {changes.Count}");
        Line();
        foreach (var change in changes.Take(MaxChanges))
        {
            Line($"* {Code($"{change.Sign} {change.Text}")}");
        }

        Rest(changes.Count, MaxChanges);
    }

    private void Domains(IReadOnlyList<DomainFact> domains)
    {
        Line();
        Line("## Domains");
        foreach (var domain in domains.Take(MaxDomains))
        {
            var name = _facts.Names[domain.Type];
            Line();
            Line($"<details><summary>{Plain(name.Name)}{(name.Summary.Length == 0 ? "" : $" – {Plain(name.Summary)}")}</summary>");
            Line();
            var access = DomainAccess.Of(_facts, domain);
            Item("Started by", [.. _lookup.Into(domain).Select(t => $"{Code(_facts.Names[t.Source].Name)} through {Code(_lookup.Program(t))}")]);
            Item("Starts", [.. _lookup.From(domain).Select(t => $"{Code(_facts.Names[t.Target].Name)} through {Code(_lookup.Program(t))}")]);
            Item("Runs as", [.. domain.Roles.Select(Code)]);
            Item("Listens on", Ports(access, "name_bind"));
            Item("Connects to", Ports(access, "name_connect"));
            Item("Changes", Files(access, Uses.Write | Uses.Create | Uses.Delete));
            Item("Executes", Files(access, Uses.Execute));
            Item("Reads", Files(access, Uses.Read));
            Item("Capabilities", [.. access.SelectMany(a => a.Rules).Where(r => r.Permissions.Class.StartsWith("cap", StringComparison.Ordinal)).SelectMany(r => r.Permissions.Permissions).Distinct().Order(StringComparer.Ordinal).Select(Code)]);
            Item("Booleans", [.. access.SelectMany(a => a.Rules).SelectMany(r => r.Condition.Booleans).Distinct().Order(StringComparer.Ordinal).Select(Code)]);
            Item("Information reaches", [.. domain.Reaches.Select(r => Code(_lookup.Name(_facts.Domains[r])))]);
            Line();
            Line("</details>");
        }

        Rest(domains.Count, MaxDomains);
    }

    private List<string> Ports(IReadOnlyList<DomainAccess> access, string permission) =>
    [
        .. from target in access
           let protocols = target.Rules.Where(r => r.Permissions.Permissions.Contains(permission)).Select(r => r.Permissions.Class.Replace("_socket", "", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal)
           where protocols.Count > 0
           from port in _lookup.Ports(target.Target).ToList() is { Count: > 0 } ports ? ports.Where(p => protocols.Contains(p[(p.IndexOf('/', StringComparison.Ordinal) + 1)..])) : [target.Target.Name]
           group port by port into distinct
           select Code(distinct.Key),
    ];

    private List<string> Files(IReadOnlyList<DomainAccess> access, Uses uses) =>
    [
        .. access.Where(a => a.Rules.Any(r => r.Permissions.IsOfFiles && (r.Permissions.Uses & uses) != 0))
            .SelectMany(a => _lookup.Paths(a.Target).DefaultIfEmpty(a.Target.Name)).Distinct().Select(Code),
    ];

    private void Item(string title, List<string> what)
    {
        if (what.Count > 0)
        {
            Line($"* **{title}** {string.Join(", ", what.Take(MaxPaths))}{(what.Count > MaxPaths ? $" and {what.Count - MaxPaths} more" : "")}");
        }
    }

    private void Rest(int count, int shown)
    {
        if (count > shown)
        {
            Line();
            Line($"And {count - shown} more, which the page has.");
        }
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    private void Line(string text = "") => _output.Write(text + "\n");
}
