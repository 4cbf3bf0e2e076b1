using TypedPolicy.Evidence.Sources;
using TypedPolicy.Evidence.Units;

namespace TypedPolicy.Evidence.Needs;

/// <summary>A name on the system's message bus.</summary>
internal static class BusReader
{
    private const string Bus = "system_dbusd_t";

    /// <summary>Reads <c>BusName=</c>, or the D-Bus service file that starts the unit.</summary>
    public static void Read(ServiceUnits units, ServiceNeeds needs)
    {
        var reason = units.Service.Last("BusName")?.Reason ?? units.BusServices.Where(b => b.Last("SystemdService")?.Value == units.Name.Text).Select(b => b.Last("Name")?.Reason).FirstOrDefault(r => r is not null);
        if (reason is null)
        {
            return;
        }

        needs.Allow(Holder.Service, AccessTarget.Self, reason, "UnixStreamSocketPerms.CreateSet", "DbusPerms.SendMsg");
        needs.Allow(Holder.Service, Bus, reason, "UnixStreamSocketPerms.Connectto", "DbusPerms.AcquireSvc", "DbusPerms.SendMsg");
        needs.Allow(Holder.Service, needs.Base.BusSocket, reason, "DirPerms.SearchSet", "SockFilePerms.WriteSet");
        needs.Allow(Holder.Service, "var_run_t", reason, "DirPerms.SearchSet", "LnkFilePerms.ReadSet");
        needs.Note(reason, "Who calls the service by D-Bus needs send_msg to its domain, and it needs send_msg to them: [AllowFrom<Caller>(DbusPerms.SendMsg)] and [Allow<Caller>(DbusPerms.SendMsg)].");
    }
}
