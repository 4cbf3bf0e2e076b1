using System.Collections.Immutable;
using System.Globalization;
using TypedPolicy.Refpolicy.Denials;
using TypedPolicy.Refpolicy.Finding;

namespace TypedPolicy.Learning.Explaining;

/// <summary>Ports that a domain of the author's own binds and that are nobody's in particular. They want a type of their own: access to the type that they have is access to thousands of others.</summary>
internal sealed class OwnPorts
{
    /// <summary>The permission that is asked of a port's type.</summary>
    public const string Bind = "name_bind";

    /// <summary>What the class of the ports is called in that of the domain: <c>orchard_port_t</c>.</summary>
    public const string ClassName = "Port";

    private static readonly string[] Nobodys = ["unreserved_port_t", "ephemeral_port_t", "port_t"];

    private static readonly Dictionary<string, string> Protocols = new(StringComparer.Ordinal) { ["tcp_socket"] = "Tcp", ["udp_socket"] = "Udp", ["dccp_socket"] = "Dccp", ["sctp_socket"] = "Sctp" };

    private readonly SortedDictionary<string, (SortedSet<int> Ports, List<string> Uses)> _byClass = new(StringComparer.Ordinal);

    /// <summary>The ports of a denial that want a type; none where others own them, or where so many are bound that the program takes any.</summary>
    public static ImmutableArray<int> Of(Denial denial, FinderIndex index) =>
        Protocols.ContainsKey(denial.Class) && Nobodys.Contains(denial.Target) && denial.BoundPorts.Length < AuditLogReader.MaxPorts && !AccessPlanner.IsKnown(index, denial.Source) ? denial.BoundPorts : [];

    /// <summary>Takes ports of a denial.</summary>
    public void Add(Denial denial, ImmutableArray<int> ports, string use)
    {
        if (!_byClass.TryGetValue(denial.Class, out var known))
        {
            _byClass[denial.Class] = known = ([], []);
        }

        known.Ports.UnionWith(ports);
        known.Uses.Add(use);
    }

    /// <summary>The rules that let the domain bind them, each with what it is for.</summary>
    /// <param name="owner">The class of the domain.</param>
    public IEnumerable<(string Text, List<string> Uses)> Rules(string owner) =>
        _byClass.Select(c => ($"[Allow<{owner}.{ClassName}>({AccessCode.Of(c.Key, [Bind])})]", c.Value.Uses));

    /// <summary>The arguments of the labels of some ports: <c>Protocol.Tcp, 7070</c>.</summary>
    public static IEnumerable<string> Labels(string @class, IEnumerable<int> ports) => Ranges([.. ports]).Select(r => $"Protocol.{Protocols[@class]}, {r}");

    /// <summary>The class of the type; empty where there are no ports.</summary>
    public string Declaration()
    {
        var labels = _byClass.SelectMany(c => Labels(c.Key, c.Value.Ports).Select(l => $"Port({l})")).ToList();
        return labels.Count == 0 ? "" : $"    /// <summary>Where it listens.</summary>\n    [PortType, {string.Join(", ", labels)}]\n    public sealed class {ClassName};\n";
    }

    private static IEnumerable<string> Ranges(SortedSet<int> ports)
    {
        foreach (var range in ports.Select((port, i) => (port, i)).GroupBy(p => p.port - p.i).Select(g => (Low: g.First().port, High: g.Last().port)))
        {
            yield return range.Low == range.High ? range.Low.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{range.Low}, {range.High}");
        }
    }
}
