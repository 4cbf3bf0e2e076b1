using TypedPolicy.Evidence.Sources;
using TypedPolicy.Evidence.Units;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Evidence.Needs;

/// <summary>The sockets that systemd makes for a service: it gives them the type of the service's domain.</summary>
internal static class SocketReader
{
    private static readonly Dictionary<string, string> Netlink = new(StringComparer.Ordinal)
    {
        ["audit"] = "NetlinkAuditSocketPerms",
        ["kobject-uevent"] = "NetlinkKobjectUeventSocketPerms",
        ["route"] = "NetlinkRouteSocketPerms",
    };

    /// <summary>Reads a socket unit.</summary>
    public static void Read(UnitSettings socket, ServiceNeeds needs)
    {
        foreach (var entry in socket.List("ListenStream", "ListenDatagram", "ListenSequentialPacket"))
        {
            Listen(socket.Specifiers.Expand(entry.Value), entry, socket, needs);
        }

        foreach (var entry in socket.List("ListenFIFO"))
        {
            if (File(socket.Specifiers.Expand(entry.Value), FileKind.Pipe, entry.Reason, needs) is { } use)
            {
                needs.Allow(Holder.Systemd, use, entry.Reason, "FifoFilePerms.Manage");
                needs.Allow(Holder.Service, use, entry.Reason, "FifoFilePerms.Rw");
            }
        }

        foreach (var entry in socket.List("ListenNetlink"))
        {
            if (Netlink.TryGetValue(entry.Value.Split(' ')[0], out var perms))
            {
                needs.Allow(Holder.Service, AccessTarget.Self, entry.Reason, $"{perms}.Rw");
                needs.Allow(Holder.Systemd, AccessTarget.Self, entry.Reason, $"{perms}.CreateSet");
            }
            else
            {
                Unread(entry, needs);
            }
        }

        foreach (var entry in socket.List("ListenSpecial", "ListenMessageQueue", "ListenUSBFunction"))
        {
            Unread(entry, needs);
        }
    }

    private static void Listen(string address, UnitEntry entry, UnitSettings socket, ServiceNeeds needs)
    {
        var isStream = entry.Name != "ListenDatagram";
        if (address is ['/' or '@', ..])
        {
            var perms = isStream ? "UnixStreamSocketPerms" : "UnixDgramSocketPerms";
            needs.Allow(Holder.Service, AccessTarget.Self, entry.Reason, isStream ? $"{perms}.RwStream" : $"{perms}.Rw");
            needs.Allow(Holder.Systemd, AccessTarget.Self, entry.Reason, isStream ? $"{perms}.CreateStream" : $"{perms}.CreateSet");
            if (address[0] == '/' && File(address, FileKind.Socket, entry.Reason, needs) is { } use)
            {
                needs.Allow(Holder.Systemd, use, entry.Reason, "SockFilePerms.Manage");
            }

            return;
        }

        var port = address.Split('%')[0];
        port = port.LastIndexOf(':') is var colon && colon > port.LastIndexOf(']') ? port[(colon + 1)..] : port;
        if (!address.StartsWith("vsock:", StringComparison.Ordinal) && entry.Name != "ListenSequentialPacket" && PortReader.Number(port) is { } number && socket.Last("SocketProtocol") is null)
        {
            PortReader.Listen(isStream ? "tcp" : "udp", number, entry.Reason, needs, isSystemds: true);
        }
        else
        {
            Unread(entry, needs);
        }
    }

    /// <summary>The use of a socket's or pipe's file, which gets a label unless it lies in a directory of the service.</summary>
    private static FileUse? File(string path, FileKind kind, Reason reason, ServiceNeeds needs)
    {
        if (needs.UseOf(path) is not { } known)
        {
            return needs.Own(FileUse.Runtime, path, isTree: false, reason, kind) ? FileUse.Runtime : null;
        }

        needs.Allow(Holder.Systemd, known, reason, "DirPerms.Rw");
        return known;
    }

    private static void Unread(UnitEntry entry, ServiceNeeds needs) => needs.Note(entry.Reason, $"No rule was made of {entry.Name}={entry.Value}. Add what is denied.");
}
