using TypedPolicy.Report.Facts;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Report.Collecting;

/// <summary>What a reviewer should know of in what domains may do, each with the author's reason.</summary>
internal sealed class PowerCollector
{
    private readonly IReadOnlyList<NameFact> _names;
    private readonly IReadOnlyList<PermissionFact> _permissions;
    private readonly IReadOnlyList<DangerFact> _dangers;
    private readonly Func<string, string, string, string, bool> _isWritten;
    private readonly ILookup<(string Rule, string Subject), (int Number, DeclaredNames Module)> _reasons;
    private readonly IReadOnlyList<PowerFact>?[] _known;
    private readonly int[][] _ofPermissions;

    public PowerCollector(IReadOnlyList<NameFact> names, IReadOnlyList<PermissionFact> permissions, IReadOnlyList<DangerFact> dangers, IEnumerable<(JustificationFact Justification, DeclaredNames Module)> justifications, Func<string, string, string, string, bool> isWritten)
    {
        (_names, _permissions, _dangers, _isWritten, _known) = (names, permissions, dangers, isWritten, new IReadOnlyList<PowerFact>?[names.Count]);
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
            .Select(g => g.OrderBy(p => p.Justification is null).ThenBy(p => p.IsOfBase).First()),
    ];

    private IReadOnlyList<PowerFact> OfName(int name) =>
    [
        .. (from access in _names[name].Access
            from permission in access.Permissions
            from danger in _ofPermissions[permission]
            select new PowerFact(danger, name, access.Condition, null, IsOfBase(name, access, permission, danger))).OrderBy(p => p.IsOfBase).DistinctBy(p => p.Danger),
    ];

    // Linking makes rules of each member of an attribute out of one on the attribute itself, as all those on capabilities are: then only the sources tell whose it was.
    private bool IsOfBase(int name, AccessFact access, int permission, int danger) => _names[name].IsAttribute || _names[access.Target].IsAttribute
        ? !_names[name].IsOwn && access.Places.Count == 0
        : !_isWritten(_names[name].Name, _names[access.Target].Name, _permissions[permission].Class, _dangers[danger].Permission);

    // A reason is about the class that it is on; without a name, about all of its module. A module gives no reasons for what another declares.
    private int? Reason(PowerFact power, int domain)
    {
        var (rule, by, name) = (_dangers[power.Danger].Rule, _names[power.By].Name, _names[domain].Name);
        return First("", name) is var all && First(by, by) is var ofBy && First(name, name) is var own && Math.Min(all, Math.Min(ofBy, own)) is var first and not int.MaxValue ? first : null;

        int First(string subject, string declared) => _reasons[(rule, subject)].Where(r => r.Module.Has(declared)).Select(r => r.Number).DefaultIfEmpty(int.MaxValue).First();
    }
}
