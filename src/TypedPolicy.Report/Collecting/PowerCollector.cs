using TypedPolicy.Report.Facts;

namespace TypedPolicy.Report.Collecting;

/// <summary>What a reviewer should know of in what domains may do, each with the author's reason.</summary>
internal sealed class PowerCollector
{
    private readonly IReadOnlyList<NameFact> _names;
    private readonly IReadOnlyList<DangerFact> _dangers;
    private readonly IReadOnlyList<JustificationFact> _justifications;
    private readonly Func<int, string, bool> _isOfModule;
    private readonly IReadOnlyList<PowerFact>?[] _known;
    private readonly int[][] _ofPermissions;

    public PowerCollector(IReadOnlyList<NameFact> names, IReadOnlyList<PermissionFact> permissions, IReadOnlyList<DangerFact> dangers, IReadOnlyList<JustificationFact> justifications, Func<int, string, bool> isOfModule)
    {
        (_names, _dangers, _justifications, _isOfModule, _known) = (names, dangers, justifications, isOfModule, new IReadOnlyList<PowerFact>?[names.Count]);
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
        .. from access in _names[name].Access
           from permission in access.Permissions
           from danger in _ofPermissions[permission]
           select new PowerFact(danger, name, access.Condition, null),
    ];

    // A reason is about the class that it is on; without a name, about all of its module. A module gives no reasons for what another declares.
    private int? Reason(PowerFact power, int domain)
    {
        for (var i = 0; i < _justifications.Count; i++)
        {
            var justification = _justifications[i];
            if (justification.Rule == _dangers[power.Danger].Rule
                && (justification.Subject.Length == 0 || justification.Subject == _names[power.By].Name || justification.Subject == _names[domain].Name)
                && _isOfModule(i, justification.Subject.Length == 0 ? _names[domain].Name : justification.Subject))
            {
                return i;
            }
        }

        return null;
    }
}
