using TypedPolicy.Report.Facts;

namespace TypedPolicy.Report.Writing;

/// <summary>Questions to the facts that several writers ask.</summary>
internal sealed class Lookup
{
    private readonly PolicyFacts _facts;
    private readonly ILookup<int?, LabelFact> _labels;
    private readonly ILookup<int, PortFact> _ports;
    private readonly Dictionary<string, int> _numbers;

    public Lookup(PolicyFacts facts)
    {
        _facts = facts;
        _labels = facts.Labels.ToLookup(l => l.Type);
        _ports = facts.Ports.ToLookup(p => p.Type);
        _numbers = facts.Names.Select((n, i) => (n.Name, i)).ToDictionary(p => p.Name, p => p.i, StringComparer.Ordinal);
        Domains = [.. facts.Domains.Where(d => facts.Names[d.Type].IsOwn)];
    }

    /// <summary>The domains of the policy itself.</summary>
    public IReadOnlyList<DomainFact> Domains { get; }

    /// <summary>The name of a domain.</summary>
    public string Name(DomainFact domain) => _facts.Names[domain.Type].Name;

    /// <summary>The patterns of the paths of a type, or of an attribute's types.</summary>
    public IEnumerable<string> Paths(NameFact name) => Types(name).SelectMany(t => _labels[t]).Select(l => l.Pattern);

    /// <summary>The ports of a type, or of an attribute's types.</summary>
    public IEnumerable<string> Ports(NameFact name) => Types(name).SelectMany(t => _ports[t]).Select(p => $"{p.Range}/{p.Protocol}");

    /// <summary>The transitions into a domain.</summary>
    public IEnumerable<TransitionFact> Into(DomainFact domain) => _facts.Transitions.Where(t => t.Target == domain.Type);

    /// <summary>The transitions out of a domain.</summary>
    public IEnumerable<TransitionFact> From(DomainFact domain) => _facts.Transitions.Where(t => t.Source == domain.Type);

    /// <summary>The programs of a transition: by path, of a type that has many by its name.</summary>
    public string Program(TransitionFact transition)
    {
        const int Few = 12;
        var programs = transition.Programs.Any(p => p.IsAutomatic) ? transition.Programs.Where(p => p.IsAutomatic).ToList() : transition.Programs;
        if (programs.Count == 0)
        {
            return transition.IsDynamic ? "without a program" : "";
        }

        var paths = programs.SelectMany(p => _labels[p.Type]).Select(l => l.Pattern).Take(Few + 1).ToList();
        var (first, more) = paths.Count is 0 or > Few ? (_facts.Names[programs[0].Type].Name, programs.Count - 1) : (paths[0], paths.Count - 1);
        return more == 0 ? first : $"{first} and {more} more";
    }

    private IEnumerable<int> Types(NameFact name) => name.IsAttribute ? name.Others : [_numbers[name.Name]];
}
