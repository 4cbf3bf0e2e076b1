using System.Collections.Immutable;

namespace TypedPolicy.Model.Index;

/// <summary>The permissions of which an index has all access: those without which others amount to nothing.</summary>
public static class DecidedPermissions
{
    private static readonly ImmutableArray<string> NodeBind = ["node_bind"];

    /// <summary>They, by class.</summary>
    public static ImmutableArray<IndexedDecision> All { get; } =
    [
        new("capability", ["net_bind_service", "sys_admin"]),
        new("capability2", ["syslog"]),
        new("dccp_socket", NodeBind),
        new("dir", ["add_name", "remove_name", "search", "write"]),
        new("sctp_socket", NodeBind),
        new("system", ["syslog_console", "syslog_mod", "syslog_read"]),
        new("tcp_socket", NodeBind),
        new("udp_socket", NodeBind),
    ];

    /// <summary>Those of a class; none for most.</summary>
    public static ImmutableArray<string> Of(string @class)
    {
        foreach (var decision in All)
        {
            if (decision.Class == @class)
            {
                return decision.Permissions;
            }
        }

        return [];
    }
}
