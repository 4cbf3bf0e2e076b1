using TypedPolicy.Evidence.Sources;
using TypedPolicy.Evidence.Units;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Evidence.Needs;

/// <summary>What a service needs by its unit and by what lies beside it.</summary>
internal static class ServiceReader
{
    private const string NoCommand = "has no ExecStart=, so it starts no program that could run in a domain. Name the unit that does.";

    private static readonly HashSet<string> Read = new(StringComparer.Ordinal)
    {
        "Service.Type", "Service.NotifyAccess", "Service.WatchdogSec", "Service.BusName", "Service.User", "Service.DynamicUser", "Service.SELinuxContext", "Service.StandardInput", "Service.StandardOutput", "Service.StandardError",
        "Service.PIDFile", "Service.EnvironmentFile", "Service.PrivateTmp", "Service.ReadWritePaths", "Service.ReadWriteDirectories", "Service.StateDirectory", "Service.CacheDirectory", "Service.LogsDirectory",
        "Service.ConfigurationDirectory", "Service.RuntimeDirectory", "Service.Environment", "Service.SocketBindAllow", "Service.AmbientCapabilities", "Service.CapabilityBoundingSet", "Service.NoNewPrivileges",
        "Service.MemoryDenyWriteExecute", "Service.RestrictAddressFamilies", "Service.PrivateDevices", "Service.ProtectClock", "Service.ProtectKernelLogs", "Service.ProtectKernelModules",
        "Socket.ListenStream", "Socket.ListenDatagram", "Socket.ListenSequentialPacket", "Socket.ListenFIFO", "Socket.ListenNetlink", "Socket.ListenSpecial", "Socket.ListenMessageQueue", "Socket.ListenUSBFunction", "Socket.Service",
        "Path.PathExists", "Path.PathExistsGlob", "Path.PathChanged", "Path.PathModified", "Path.DirectoryNotEmpty",
    };

    /// <summary>The needs; null if the service starts nothing.</summary>
    /// <param name="units">The service's files.</param>
    /// <param name="target">The target.</param>
    /// <param name="problem">Why there is nothing to write.</param>
    public static ServiceNeeds? Of(ServiceUnits units, Target target, out string? problem)
    {
        var (service, needs) = (units.Service, new ServiceNeeds(new BaseFacts(target)));
        problem = service.List("ExecStart").Count == 0 ? $"{units.Name.Text} {NoCommand}" : null;
        if (problem is not null)
        {
            return null;
        }

        foreach (var note in units.Notes)
        {
            needs.Note(note);
        }

        needs.Summary = units.Service.Specifiers.Expand(service.Last("Description")?.Value ?? "").Replace(UnitSpecifiers.Any, '*');
        needs.StartedBySystemd = new("", service.Entries[0].File, 0);
        DirectoryReader.Read(service, needs);
        TemporaryFileReader.Read(units, needs);
        ProgramReader.Read(service, needs);
        PortReader.Read(service, needs);
        foreach (var socket in units.Others.Where(o => o.Name.Kind == "socket"))
        {
            SocketReader.Read(socket, needs);
        }

        foreach (var path in units.Others.Where(o => o.Name.Kind == "path"))
        {
            Watch(path, needs);
        }

        BusReader.Read(units, needs);
        RestrictionReader.Read(service, needs);
        Rest(units, needs);
        return needs;
    }

    /// <summary>systemd watches the paths of a path unit.</summary>
    private static void Watch(UnitSettings path, ServiceNeeds needs)
    {
        foreach (var (watched, entry) in path.Words("PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty"))
        {
            if (needs.UseOf(watched) is { } use)
            {
                needs.Allow(Holder.Systemd, use, entry.Reason, "DirPerms.List", "DirPerms.Watch", "FilePerms.Getattr", "FilePerms.Watch");
            }
        }
    }

    /// <summary>What no rule is made of is named, unless none is needed.</summary>
    private static void Rest(ServiceUnits units, ServiceNeeds needs)
    {
        foreach (var entry in new[] { units.Service }.Concat(units.Others).SelectMany(u => u.Entries).Where(e => e.Value.Length > 0 && !e.Section.StartsWith("X-", StringComparison.Ordinal) && !e.Name.StartsWith("X-", StringComparison.Ordinal)))
        {
            var name = $"{entry.Section}.{entry.Name}";
            if (Read.Contains(name) || ProgramReader.Commands.Contains(entry.Name))
            {
                continue;
            }

            if (DirectiveTable.Meaning(entry.Section, entry.Name) is not { } meaning)
            {
                needs.Note(new EvidenceNote(entry.Reason.Place, $"{entry.Name}= in [{entry.Section}] is not known, and no rule was made of it.", name));
            }
            else if (meaning.Length > 0)
            {
                needs.Note(entry.Reason, $"{entry.Name}={entry.Value}: {meaning}");
            }
        }
    }
}
