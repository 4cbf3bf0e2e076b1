using TypedPolicy.Report.Facts;

namespace TypedPolicy.Report.Collecting;

/// <summary>What each permission amounts to.</summary>
internal static class PermissionUses
{
    /// <summary>What a permission of a class amounts to.</summary>
    public static Uses Of(string @class, string permission) => (@class, permission) switch
    {
        (_, "relabelfrom" or "relabelto") => Uses.Relabel,
        (_, "mounton") => Uses.Mount,
        ("filesystem", "mount" or "remount" or "unmount") => Uses.Mount,
        ("dir", _) => Directory(permission),
        _ when PermissionFact.AreFiles(@class) => File(permission),
        (_, "name_bind") => Uses.Listen,
        (_, "name_connect" or "connectto" or "sendto" or "send_msg") => Uses.Connect,
        ("process", "transition" or "dyntransition") => Uses.Control,
        ("process", "sigkill" or "signal" or "signull" or "sigstop" or "sigchld") => Uses.Signal,
        ("process", "ptrace") => Uses.Read | Uses.Write,
        ("service" or "system", "start" or "stop" or "reload" or "enable" or "disable" or "halt" or "reboot") => Uses.Control,
        _ => Uses.Use,
    };

    private static Uses Directory(string permission) => permission switch
    {
        "read" => Uses.Read,
        "write" or "add_name" or "remove_name" or "reparent" or "setattr" => Uses.Write,
        "create" => Uses.Create,
        "rmdir" or "rename" or "unlink" => Uses.Delete,
        _ => Uses.Look,
    };

    private static Uses File(string permission) => permission switch
    {
        "read" => Uses.Read,
        "write" or "append" or "setattr" => Uses.Write,
        "create" or "link" => Uses.Create,
        "unlink" or "rename" => Uses.Delete,
        "execute" or "execute_no_trans" or "entrypoint" => Uses.Execute,
        _ => Uses.Look,
    };
}
