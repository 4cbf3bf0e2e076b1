using TypedPolicy.Report.Facts;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Report.Collecting;

/// <summary>What a reviewer should know of in what domains may do, each with the author's reason.</summary>
internal sealed class PowerCollector
{
    private readonly IReadOnlyList<NameFact> _names;
    private readonly IReadOnlyList<DangerFact> _dangers;
    private readonly ILookup<(string Rule, string Subject), (int Number, DeclaredNames Module)> _reasons;
    private readonly IReadOnlyList<PowerFact>?[] _known;
    private readonly int[][] _ofPermissions;

    public PowerCollector(IReadOnlyList<NameFact> names, IReadOnlyList<PermissionFact> permissions, IReadOnlyList<DangerFact> dangers, IEnumerable<(JustificationFact Justification, DeclaredNames Module)> justifications)
    {
        (_names, _dangers, _known) = (names, dangers, new IReadOnlyList<PowerFact>?[names.Count]);
        _reasons = justifications.Select((j, i) => (j.Justification, j.Module, Number: i)).DistinctBy(j => (j.Justification.Rule, j.Justification.Subject, j.Module))
            .ToLookup(j => (j.Justification.Rule, j.Justification.Subject), j => (j.Number, j.Module));
        _ofPermissions = [.. permissions.Select(p => Enumerable.Range(0, dangers.Count).Where(d => p.Permissions.Contains(dangers[d].Permission) && (dangers[d].Classes.Count == 0 || dangers[d].Classes.Contains(p.Class))).ToArray())];
    }

    /// <summary>Those of a domain, by its own rules and by those of its attributes.</summary>
    public IReadOnlyList<PowerFact> Of(int domain) =>
    [
        .. _names[domain].Others.Prepend(domain).SelectMany(name => _known[name] ??= OfName(name))
            .Select(p => p with { Justification = Reason(p, domain) })
            .GroupBy(p => p.Danger).OrderBy(g => g.Key)
            .Select(g => g.FirstOrDefault(p => p.Justification is not null) ?? g.First()),
    ];

    private IReadOnlyList<PowerFact> OfName(int name) =>
    [
        .. (from access in _names[name].Access
            from permission in access.Permissions
            from danger in _ofPermissions[permission]
            select new PowerFact(danger, name, access.Condition, null)).DistinctBy(p => p.Danger),
    ];

    // A reason is about the class that it is on; without a name, about all of its module. A module gives no reasons for what another declares.
    private int? Reason(PowerFact power, int domain)
    {
        var (rule, by, name) = (_dangers[power.Danger].Rule, _names[power.By].Name, _names[domain].Name);
        return First("", name) is var all && First(by, by) is var ofBy && First(name, name) is var own && Math.Min(all, Math.Min(ofBy, own)) is var first and not int.MaxValue ? first : null;

        int First(string subject, string declared) => _reasons[(rule, subject)].Where(r => r.Module.Has(declared)).Select(r => r.Number).DefaultIfEmpty(int.MaxValue).First();
    }
}
