using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Rules;
using TypedPolicy.Report.Facts;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Differences;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Report.Collecting;

/// <summary>Brings together what a report contains of a policy.</summary>
internal sealed class FactsCollector
{
    // Debian's whole policy has 4,400 names, 700 domains and 2,800 transitions.
    private const int MaxNames = 20_000;
    private const int MaxDomains = 5_000;
    private const int MaxTransitions = 20_000;

    private readonly ReportSource _source;
    private readonly PolicyTables _tables;
    private readonly NameNumbers _names;
    private readonly OwnDeclarations _own;
    private readonly Numbered<SourceMark> _places = new();
    private readonly bool[] _isOwn;

    private FactsCollector(ReportSource source)
    {
        (_source, _tables, _names, _own) = (source, source.Kernel.Tables, new(source.Kernel), new(source.Modules));
        _isOwn = [.. Enumerable.Range(0, _tables.Types.Count + 1).Select(v => v > 0 && _tables.Types.Has(v) && _own.Has(_tables.Types[v]))];
    }

    /// <summary>The facts of a policy.</summary>
    public static PolicyFacts Collect(ReportSource source) => new FactsCollector(source).Collect();

    private PolicyFacts Collect()
    {
        Bounded(_names.Values.Count, MaxNames, "types and attributes");
        var access = new AccessCollector(_source.Kernel, _names, _own.Origins, _places);
        var names = Names(access);
        var permissions = access.Permissions.ToList();
        var found = new DomainCollector(_source.Kernel, _names);
        var domains = found.Find();
        Bounded(domains.Count, MaxDomains, "domains");
        var justifications = _own.Justifications.Select(j => new JustificationFact(j.Justification.Rule, j.Justification.Subject, j.Justification.Reason, j.Justification.Mark is null ? null : _places[j.Justification.Mark])).ToList();
        var dangers = SensitivePermissions.All.SelectMany(s => s.Permissions.Select(p => new DangerFact(s.Rule.Code(), s.Classes, p, s.Why))).ToList();
        return new()
        {
            Title = _source.Title,
            Base = _own.IsWhole ? "" : _source.Base,
            Names = names,
            Permissions = permissions,
            Conditions = [.. access.Conditions],
            Domains = found.Facts(domains, new(names, permissions, dangers, justifications.Zip(_own.Justifications.Select(j => j.Names)), IsWritten)),
            Transitions = Transitions(domains),
            Labels = [.. new LabelCollector(_names, _own, _source.Modules).Of(_source.Labels), .. new KernelFileCollector(_tables, _names, _isOwn).All],
            Ports = [.. Ports()],
            Booleans = [.. _source.Kernel.Defaults.All.Select(b => new BooleanFact(b.Key, b.Value, _own.Has(b.Key), _own.CSharp(b.Key)?.Summary ?? ""))],
            Dangers = dangers,
            Justifications = justifications,
            Changes = _source.Before is { } before ? ChangeCollector.Of(before, (_source.Kernel, _source.Labels), _names) : null,
            Rules = _tables.Rules.Rules.Length,
            Places = [.. _places.All.Select(m => new PlaceFact(m, _source.Line(m)))],
        };
    }

    // Whether a rule of the policy itself gives something; one without C# gives all that its own names have.
    private bool IsWritten(string source, string target, string @class, string permission) => _own.Origins is { } origins
        ? _source.Kernel.FindAllow(source, target, @class, permission).Any(r => origins.Of(r, permission, _source.Kernel).Count > 0)
        : _own.Has(source);

    // The rules of its own names, and of their attributes; of other names those on its own.
    private List<NameFact> Names(AccessCollector access)
    {
        var sources = new bool[_tables.Types.Count + 1];
        foreach (var value in _names.Values.Where(v => _isOwn[v]))
        {
            sources[value] = true;
            foreach (var attribute in _tables.AttributesOf[value])
            {
                sources[attribute] = true;
            }
        }

        return
        [
            .. _names.Values.Select(value =>
            {
                var (name, isAttribute) = (_tables.Types[value], _tables.TypeParts[value] is { IsAttribute: true });
                var csharp = _own.CSharp(name);
                return new NameFact(name, isAttribute, _isOwn[value], [.. (isAttribute ? _tables.MembersOf : _tables.AttributesOf)[value].Select(o => _names[o]).Order()])
                {
                    IsMadeUp = isAttribute && GeneratedNames.Contains(name),
                    CSharp = csharp?.CSharp ?? "",
                    Summary = csharp?.Summary ?? "",
                    Place = csharp?.Mark is { } mark ? _places[mark] : null,
                    Access = access.Of(value, sources[value] ? _ => true : target => _isOwn[target]),
                };
            }),
        ];
    }

    private List<TransitionFact> Transitions(IReadOnlyList<int> domains)
    {
        var transitions = new DomainTransitions(_source.Kernel);
        var all = domains.SelectMany(d => transitions.From(_tables.Types[d]))
            .Where(t => _own.Has(t.Source) || _own.Has(t.Target))
            .Take(MaxTransitions + 1)
            .ToList();
        Bounded(all.Count, MaxTransitions, "transitions from domain to domain");
        return
        [
            .. all.Select(t => new TransitionFact(
                    _names.Find(t.Source)!.Value,
                    _names.Find(t.Target)!.Value,
                    [.. t.Entrypoints.Select(e => new ProgramFact(_names.Find(e.Executable)!.Value, e.IsAutomatic))],
                    t.IsDynamic,
                    _own.Origins is { } origins ? [.. t.Rules.SelectMany(r => r.Permissions.SelectMany(p => origins.Of(r, p, _source.Kernel))).Select(m => _places[m]).Distinct().Order()] : [])),
        ];
    }

    private static void Bounded(int count, int max, string what)
    {
        if (count > max)
        {
            throw new SepolException($"The policy has more than {max:N0} {what}, too many for a report. Name fewer modules.");
        }
    }

    private IEnumerable<PortFact> Ports() =>
        from label in _tables.Labels
        let words = label.Key.Split(' ')
        where words is ["portcon", _, _]
        select new PortFact(_names[label.Context.Type], words[1], words[2]);
}
