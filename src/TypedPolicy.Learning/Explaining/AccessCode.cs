using TypedPolicy.Conversion.Permissions;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Learning.Explaining;

/// <summary>Permissions as C#.</summary>
internal static class AccessCode
{
    private const string Ending = "Perms";

    /// <summary>
    /// <c>FilePerms.ReadSet</c>: the named set that has the permissions and otherwise only what one of them is no use without, or else each by its name. A class or permission that the
    /// library does not have gets the name that the rule for names gives.
    /// </summary>
    public static string Of(string @class, IReadOnlyCollection<string> permissions)
    {
        var unknown = new List<string>();
        var known = PermissionEnum.Of(@class);
        var text = known?.Covering(permissions, p => MayAdd(@class, permissions, p)) ?? (known is null ? null : PermissionText.OfLibrary.Render(@class, permissions, unknown));
        return text is not null && unknown.Count == 0 ? text : string.Join(" | ", permissions.Select(p => $"{EnumOf(@class)}.{NameOf.Pascal(p)}"));
    }

    /// <summary>What whoever makes an object may do with it: all that managing takes, and what was denied.</summary>
    public static string OfOwner(string @class, IReadOnlyCollection<string> permissions)
    {
        string[] managing = @class switch
        {
            "dir" => ["add_name", "create", "getattr", "ioctl", "link", "lock", "open", "read", "remove_name", "rename", "reparent", "rmdir", "search", "setattr", "unlink", "write"],
            "lnk_file" => ["create", "getattr", "link", "lock", "ioctl", "read", "rename", "setattr", "unlink", "write"],
            _ => ["append", "create", "getattr", "ioctl", "link", "lock", "open", "read", "rename", "setattr", "unlink", "write"],
        };
        var needed = permissions.Any(p => p is "create" or "unlink" or "add_name" or "remove_name" or "rename") ? PermissionEnum.Of(@class)?.Covering(managing, _ => false) : null;
        var rest = permissions.Except(managing).ToList();
        return needed is null ? Of(@class, permissions) : rest.Count == 0 ? needed : $"{needed} | {Of(@class, rest)}";
    }

    /// <summary>The C# name of an object class: <c>FilePerms</c>.</summary>
    public static string EnumOf(string @class) => PermissionEnum.Of(@class)?.Name ?? NameOf.Pascal(@class) + Ending;

    private static bool MayAdd(string @class, IReadOnlyCollection<string> permissions, string permission) => permissions.Count > 1 && permission switch
    {
        "getattr" or "lock" or "ioctl" => true,
        "open" => permissions.Contains("open") || @class is "lnk_file" or "sock_file",
        "append" => permissions.Contains("write"),
        "search" => permissions.Contains("read"),
        _ => false,
    };
}
