using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Checks.Base;

/// <summary>
/// TP6004: a domain that may bind a port and no address: the kernel checks <c>name_bind</c> on the port and <c>node_bind</c> on the address (selinux_socket_bind).
/// TP6005: one that may bind a port below 1024 and lacks the capability that the kernel asks for there (inet_bind).
/// </summary>
internal static class BoundAddresses
{
    /// <summary>The first port that needs no capability, as net.ipv4.ip_unprivileged_port_start is by default.</summary>
    private const int FirstUnprivileged = 1024;

    private const string Ports = "port_type";

    /// <summary>The attributes that a base puts the types of ports below 1024 into.</summary>
    private static readonly string[] PrivilegedPorts = ["reserved_port_type", "rpc_port_type"];

    private const string Capability = "net_bind_service";

    private static readonly Dictionary<string, string> Protocols = new(StringComparer.Ordinal)
    {
        ["tcp_socket"] = "tcp",
        ["udp_socket"] = "udp",
        ["dccp_socket"] = "dccp",
        ["sctp_socket"] = "sctp",
    };

    public static IEnumerable<Finding> Run(ReviewedPolicy policy)
    {
        var reported = new HashSet<(DiagnosticId, string Domain, string Class)>();
        var ports = policy.Rules.Select(v => v.Rule).OfType<PortLabel>().ToLookup(p => p.Context.Type.Name, StringComparer.Ordinal);
        foreach (var (visit, access) in policy.Allowed)
        {
            var @class = access.Permissions.Class.Name;
            if (!Protocols.TryGetValue(@class, out var protocol) || !KnownAccess.Holds(access.Permissions, "name_bind"))
            {
                continue;
            }

            var place = ReviewedPolicy.Place(visit);
            var canStand = AccessProposal.CanStandBeside(access, visit, policy);
            foreach (var domain in policy.Types.Of(access.Source).Where(type => policy.Types.Type(type) is not null).OrderBy(type => type, StringComparer.Ordinal))
            {
                if (!reported.Contains((DiagnosticId.PortWithoutAddress, domain, @class)) && policy.Effective.FirstOrDefault(e => e.Access.AllowsSomewhere(domain, @class, "node_bind", target => IsNoAddress(target, e.Base, policy)) == false).Base is { } lacking)
                {
                    reported.Add((DiagnosticId.PortWithoutAddress, domain, @class));
                    var proposal = Node(@class, policy);
                    yield return new Finding(
                        RuleCatalogue.PortWithoutAddress.NoAddress.With(domain, access.Target.Name, policy.On(lacking), @class, proposal.Text),
                        place)
                    {
                        Remedy = new AddAccess(proposal.Missing, proposal.Interface, AccessProposal.ClassOf(canStand, domain, policy)),
                    };
                }

                if (policy.Effective.Select(e => (e.Base, e.Access, Port: Privileged(access.Target, protocol, ports, e.Base, policy)))
                        .FirstOrDefault(e => e.Port is not null && e.Access.Allows(domain, domain, "capability", Capability) == false && e.Access.Allows(domain, domain, "cap_userns", Capability) != true) is { Port: { } port } privileged
                    && reported.Add((DiagnosticId.LowPortWithoutCapability, domain, @class)))
                {
                    yield return new Finding(
                        RuleCatalogue.LowPortWithoutCapability.NoCapability.With(domain, port, policy.On(privileged.Base), Capability, FirstUnprivileged),
                        place)
                    {
                        Remedy = new AddAccess(EquatableArray.Of(new MissingAccess(EntityRef.Self.Name, null, "capability", Capability)), Interface: null, AccessProposal.ClassOf(canStand, domain, policy)),
                    };
                }
            }
        }
    }

    /// <summary>The interface for the addresses of a base that has no node types but its own; without one, all addresses, which every base has an attribute for.</summary>
    private static AccessProposal Node(string @class, ReviewedPolicy policy) =>
        AccessProposal.For("node_t", @class, "node_bind", policy) is { Interface: not null } generic ? generic : AccessProposal.For("node_type", @class, "node_bind", policy) with { Interface = null };

    /// <summary>Whether a rule on a name is about no address: one for all permissions on a port has node_bind too, and gives nothing by it.</summary>
    private static bool IsNoAddress(EntityRef target, TargetBase @base, ReviewedPolicy policy) =>
        target.Kind == EntityKind.Self || target.Name == Ports
        || policy.Types.Type(target.Name) is { Kind: not (TypeKind.Node or TypeKind.Policy) }
        || @base.Find(target.Name)?.Attributes.Contains(Ports) == true;

    /// <summary>What of ports below 1024 a rule on a type or an attribute is for; null if it may be for others alone.</summary>
    private static string? Privileged(EntityRef target, string protocol, ILookup<string, PortLabel> own, TargetBase @base, ReviewedPolicy policy)
    {
        if (target.Kind == EntityKind.TypeAttribute && PrivilegedPorts.Contains(target.Name))
        {
            return $"ports of {target.Name}";
        }

        var types = policy.Types.Of(target);
        var first = (types.Count == 0 && target.Kind == EntityKind.Type ? [target.Name] : types).Select(type => Lowest(type, protocol, own, @base)).ToArray();
        return first.Length > 0 && first.All(port => port is not null) ? $"{protocol} port {first.Min()}" : null;
    }

    /// <summary>A port below 1024 that binding a type takes: one that this policy labels, or, of a type of the base, one of those that all lie there.</summary>
    private static int? Lowest(string type, string protocol, ILookup<string, PortLabel> own, TargetBase @base)
    {
        var labelled = own[type].Where(p => p.Protocol == protocol).Select(p => p.Low).ToArray();
        if (labelled.Length > 0)
        {
            return labelled.Where(low => low < FirstUnprivileged).Select(low => (int?)low).FirstOrDefault();
        }

        var known = @base.Ports.Where(p => p.Protocol == protocol && p.Type == type).ToArray();
        return known.Length > 0 && known.All(p => p.High < FirstUnprivileged) ? known.Min(p => p.Low) : null;
    }
}
