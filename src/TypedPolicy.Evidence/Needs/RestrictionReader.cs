using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Evidence.Sources;
using TypedPolicy.Evidence.Units;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Evidence.Needs;

/// <summary>What a unit lets its service do, and what it keeps it from.</summary>
internal static class RestrictionReader
{
    private const string Capability = "CAP_";

    // systemd sets no_new_privs for these where the service lacks CAP_SYS_ADMIN (systemd.exec(5), NoNewPrivileges=).
    private static readonly string[] NeedNoNewPrivileges =
    [
        "SystemCallFilter", "SystemCallArchitectures", "SystemCallLog", "RestrictAddressFamilies", "RestrictNamespaces", "PrivateDevices", "ProtectKernelTunables", "ProtectKernelModules", "ProtectKernelLogs", "ProtectClock",
        "ProtectHostname", "MemoryDenyWriteExecute", "RestrictRealtime", "RestrictSUIDSGID", "LockPersonality",
    ];

    private static readonly (string Directive, string[] Capabilities)[] Protections =
    [
        ("ProtectKernelModules", ["sys_module"]),
        ("ProtectKernelLogs", ["syslog"]),
        ("ProtectClock", ["sys_time", "wake_alarm"]),
        ("PrivateDevices", ["mknod", "sys_rawio"]),
    ];

    // What the base lets a domain do with its own is not here: nobody can forbid that.
    private static readonly (string[] Families, string[] Needs, string[] Forbids)[] Families =
    [
        (["AF_INET", "AF_INET6"], ["TcpSocketPerms.CreateStream", "UdpSocketPerms.CreateSet"], ["TcpSocketPerms.Create", "UdpSocketPerms.Create", "RawipSocketPerms.Create"]),
        (["AF_UNIX"], ["UnixStreamSocketPerms.CreateStream", "UnixDgramSocketPerms.CreateSet"], []),
        (["AF_NETLINK"], ["NetlinkRouteSocketPerms.RNetlink"], ["NetlinkRouteSocketPerms.Create", "NetlinkSocketPerms.Create"]),
        (["AF_PACKET"], ["PacketSocketPerms.CreateSet"], ["PacketSocketPerms.Create"]),
    ];

    /// <summary>Reads them.</summary>
    public static void Read(UnitSettings service, ServiceNeeds needs)
    {
        var isRoot = service.On("DynamicUser") is null && service.Last("User")?.Value is null or "root" or "0";
        needs.NoNewPrivileges = (service.On("NoNewPrivileges") ?? service.On("DynamicUser") ?? (isRoot ? null : NeedNoNewPrivileges.Select(service.Last).FirstOrDefault(e => e is not null && !e.Value.Equals("no", StringComparison.OrdinalIgnoreCase) && !e.Value.Equals("false", StringComparison.OrdinalIgnoreCase))))?.Reason;
        Capabilities(service, isRoot, needs);
        Network(service, needs);
        if (service.On("MemoryDenyWriteExecute") is { } memory)
        {
            needs.Forbid(memory.Reason, "ProcessPerms.Execmem", "ProcessPerms.Execstack", "ProcessPerms.Execheap");
        }

        if ((service.Last("Type") is { Value: "notify" or "notify-reload" } type ? type : service.Last("WatchdogSec") ?? service.Last("NotifyAccess")) is { } notify)
        {
            needs.Allow(Holder.Service, AccessTarget.Self, notify.Reason, "UnixDgramSocketPerms.CreateSet");
            needs.Allow(Holder.Service, "init_t", notify.Reason, "UnixDgramSocketPerms.Sendto");
            needs.Allow(Holder.Service, needs.Base.SystemdRuntime, notify.Reason, "DirPerms.SearchSet", "SockFilePerms.WriteSet");
            needs.Allow(Holder.Service, "var_run_t", notify.Reason, "DirPerms.SearchSet", "LnkFilePerms.ReadSet");
        }

        if (service.Last("SELinuxContext") is { } context)
        {
            needs.Note(context.Reason, "SELinuxContext= takes the service into another context. Remove it: the label of the program brings it into its domain.");
        }

        foreach (var stream in new[] { "StandardInput", "StandardOutput", "StandardError" }.Select(service.Last).OfType<UnitEntry>())
        {
            if (stream.Value.Split(':')[0] is "tty" or "tty-force" or "tty-fail" or "file" or "append" or "truncate" || stream.Value.EndsWith("console", StringComparison.Ordinal))
            {
                needs.Note(stream.Reason, $"No rule was made of {stream.Name}={stream.Value}. Add the access to it that is denied.");
            }
        }
    }

    private static void Capabilities(UnitSettings service, bool isRoot, ServiceNeeds needs)
    {
        var all = new[] { "capability", "capability2" }.SelectMany(c => PermissionEnum.Of(c)!.Permissions).ToList();
        var bound = Set(service, "CapabilityBoundingSet", all, needs);
        var bounding = service.Entries.LastOrDefault(e => e.Name == "CapabilityBoundingSet");
        var ambient = Set(service, "AmbientCapabilities", all, needs);
        if (ambient is { Count: > 0 })
        {
            Allow(ambient, service.Last("AmbientCapabilities")!.Reason, needs);
        }

        // Those that a service of root is left with are those that its author found it to need, unless most are left.
        if (isRoot && bound is { Count: > 0 } && !service.List("CapabilityBoundingSet").Any(e => e.Value.StartsWith('~')))
        {
            Allow(bound, bounding!.Reason, needs);
        }

        if (bound is not null)
        {
            Forbid([.. all.Except(bound)], bounding!.Reason, needs);
        }

        foreach (var (directive, capabilities) in Protections)
        {
            if (service.On(directive) is { } entry)
            {
                Forbid(capabilities, entry.Reason, needs);
            }
        }
    }

    /// <summary>The capabilities of a directive; null if it is not there. Each assignment adds to those before it, one with <c>~</c> takes away, and an empty one leaves none.</summary>
    private static HashSet<string>? Set(UnitSettings service, string directive, List<string> all, ServiceNeeds needs)
    {
        HashSet<string>? set = null;
        foreach (var entry in service.Entries.Where(e => e.Name == directive))
        {
            var isInverted = entry.Value.StartsWith('~');
            var names = new List<string>();
            foreach (var word in UnitWords.Split(entry.Value.TrimStart('~')) ?? [])
            {
                var name = word.StartsWith(Capability, StringComparison.OrdinalIgnoreCase) ? word[Capability.Length..].ToLowerInvariant() : "";
                if (all.Contains(name))
                {
                    names.Add(name);
                }
                else
                {
                    needs.Note(entry.Reason, $"'{word}' is not a capability, and systemd passes over it.");
                }
            }

            set = entry.Value.Length == 0 ? [] : isInverted ? [.. (set ?? [.. all]).Except(names)] : [.. (set ?? []).Union(names)];
        }

        return set;
    }

    /// <summary>Whether a name is one of a capability.</summary>
    public static bool IsCapability(string name) => PermissionEnum.Of("capability")!.Permissions.Contains(name) || PermissionEnum.Of("capability2")!.Permissions.Contains(name);

    /// <summary>Allows capabilities, but for those that neverallow rules of the base keep for a few.</summary>
    public static void Allow(IReadOnlyCollection<string> capabilities, Reason reason, ServiceNeeds needs)
    {
        var (guarded, free) = (capabilities.Where(BaseFacts.IsGuarded).ToList(), capabilities.Where(c => !BaseFacts.IsGuarded(c)).Order(StringComparer.Ordinal).Select(Text).ToList());
        foreach (var capability in guarded)
        {
            needs.Note(reason, $"{Capability}{capability.ToUpperInvariant()} is kept for a few domains by neverallow rules of the base, and no rule was made of it. Where the service needs it, apply the interface of the base that gives it.");
        }

        if (free.Count > 0)
        {
            needs.Allow(Holder.Service, AccessTarget.Self, reason, free);
            needs.Justified.TryAdd("TP5003", reason);
        }
    }

    private static void Forbid(IReadOnlyList<string> capabilities, Reason reason, ServiceNeeds needs)
    {
        if (capabilities.Count > 0)
        {
            needs.Forbid(reason, [.. capabilities.Select(Text)]);
        }
    }

    private static string Text(string capability) => $"{(PermissionEnum.Of("capability")!.Permissions.Contains(capability) ? "CapabilityPerms" : "Capability2Perms")}.{NameOf.Pascal(capability)}";

    private static void Network(UnitSettings service, ServiceNeeds needs)
    {
        var entries = service.List("RestrictAddressFamilies");
        if (entries.Count == 0)
        {
            return;
        }

        // As with system calls the first word decides whether the list is of what is allowed or of what is not.
        var isInverted = entries[0].Value.StartsWith('~');
        static IEnumerable<string> Words(UnitEntry entry) => UnitWords.Split(entry.Value.TrimStart('~')) ?? [];
        var listed = entries.SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        foreach (var (families, allows, forbids) in Families)
        {
            var isListed = families.Any(listed.Contains);
            if (isListed && !isInverted)
            {
                needs.Allow(Holder.Service, AccessTarget.Self, (entries.FirstOrDefault(e => Words(e).Any(families.Contains)) ?? entries[^1]).Reason, allows);
            }
            else if (forbids.Length > 0 && (isInverted ? families.All(listed.Contains) : !isListed))
            {
                needs.Forbid(entries[^1].Reason, forbids);
            }
        }
    }
}
