using System.Globalization;
using TypedPolicy.Evidence.Sources;
using TypedPolicy.Evidence.Units;

namespace TypedPolicy.Evidence.Needs;

/// <summary>The ports that a service listens on.</summary>
internal static class PortReader
{
    private static readonly string[] UrlVariables = ["ASPNETCORE_URLS", "DOTNET_URLS", "URLS"];
    private static readonly string[] PortVariables = ["ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS", "DOTNET_HTTP_PORTS", "DOTNET_HTTPS_PORTS"];

    /// <summary>Reads those that the unit names: in variables and arguments of ASP.NET Core, in <c>--port</c>, and in <c>SocketBindAllow=</c>.</summary>
    public static void Read(UnitSettings service, ServiceNeeds needs)
    {
        foreach (var (word, entry) in service.Words("Environment"))
        {
            var (name, value) = word.Split('=', 2) is [var left, var right] ? (left, right) : (word, "");
            var ports = UrlVariables.Contains(name) ? value.Split(';').Select(PortOfUrl) : PortVariables.Contains(name) ? value.Split(';').Select(Number) : [];
            foreach (var port in ports)
            {
                Listen("tcp", port, entry.Reason, needs);
            }
        }

        foreach (var entry in service.List("ExecStart"))
        {
            foreach (var command in UnitCommand.Read(entry.Value, service.Specifiers) ?? [])
            {
                foreach (var port in InArguments(command.Arguments))
                {
                    Listen("tcp", port, entry.Reason, needs);
                }
            }
        }

        foreach (var (word, entry) in service.Words("SocketBindAllow"))
        {
            var parts = word.Split(':');
            foreach (var protocol in parts.Where(p => p is "tcp" or "udp").DefaultIfEmpty("tcp"))
            {
                if (Number(parts[^1]) is { } port)
                {
                    Listen(protocol, port, entry.Reason, needs);
                }
                else if (parts[^1] != "any")
                {
                    needs.Note(entry.Reason, $"No rule was made of {word}. Name the port alone.");
                }
            }
        }
    }

    /// <summary>Adds a port, and what listening there takes.</summary>
    /// <param name="protocol"><c>tcp</c> or <c>udp</c>.</param>
    /// <param name="port">Its number; null adds nothing.</param>
    /// <param name="reason">Where it is declared.</param>
    /// <param name="needs">The needs.</param>
    /// <param name="isSystemds">Whether systemd binds it, in the name of the service.</param>
    public static void Listen(string protocol, int? port, Reason reason, ServiceNeeds needs, bool isSystemds = false)
    {
        if (port is not { } number)
        {
            return;
        }

        var perms = protocol == "tcp" ? "TcpSocketPerms" : "UdpSocketPerms";
        var ofBase = needs.Base.PortType(protocol, number);
        if (ofBase is null && !needs.OwnPort(protocol, number, reason))
        {
            return;
        }

        needs.Allow(Holder.Service, AccessTarget.Self, reason, protocol == "tcp" ? "TcpSocketPerms.CreateStream" : "UdpSocketPerms.CreateSet");
        needs.Allow(Holder.Service, ofBase is null ? AccessTarget.OwnPort : ofBase, reason, $"{perms}.NameBind");
        needs.Allow(Holder.Service, "node_t", reason, $"{perms}.NodeBind");
        if (isSystemds)
        {
            needs.Allow(Holder.Systemd, AccessTarget.Self, reason, protocol == "tcp" ? "TcpSocketPerms.CreateStream" : "UdpSocketPerms.CreateSet");
        }

        if (number < 1024 && isSystemds)
        {
            needs.Justified.TryAdd("TP6005", reason);
        }
        else if (number < 1024)
        {
            needs.Allow(Holder.Service, AccessTarget.Self, reason, "CapabilityPerms.NetBindService");
        }
    }

    /// <summary>A number of a port; null if it is not one.</summary>
    public static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;

    private static IEnumerable<int?> InArguments(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, value) = arguments[i].Split('=', 2) is [var left, var right] ? (left, right) : (arguments[i], i + 1 < arguments.Count ? arguments[i + 1] : "");
            foreach (var port in name is "--urls" ? value.Split(';').Select(PortOfUrl) : name is "--port" or "--listen-port" or "--http-port" or "--https-port" ? [Number(value)] : [])
            {
                yield return port;
            }
        }
    }

    /// <summary>The port of an address; null if it has none.</summary>
    // The host may be '*' or '+', which Uri does not read.
    public static int? PortOfUrl(string url)
    {
        var (scheme, rest) = url.Trim().Split("://", 2) is [var left, var right] ? (left, right.Split('/')[0]) : ("", "");
        var colon = rest.LastIndexOf(':');
        return colon > rest.LastIndexOf(']') ? Number(rest[(colon + 1)..])
            : rest.Length == 0 ? null
            : scheme == "https" ? 443
            : scheme == "http" ? 80
            : null;
    }
}
