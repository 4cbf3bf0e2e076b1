namespace TypedPolicy.Refpolicy.Finding;

/// <summary>
/// What an interface is for, by its name. Interfaces often give what they take to get at something, and someone who needs that alone is better served by one that is
/// named for it.
/// </summary>
internal static class InterfaceVerbs
{
    private const long Little = 20;
    private const long Map = 60;
    private const long Much = 250;

    /// <summary>What it weighs that an interface is named for something else than what was asked; 0 if it is not.</summary>
    public static long Misfit(string name, AskedAccess asked)
    {
        var misfit = 0L;
        foreach (var word in name.Split('_'))
        {
            misfit += word switch
            {
                "getattr" when !asked.IsOnly("getattr") => Little,
                "symlinks" or "symlink" when asked.ClassName != "lnk_file" => Little,
                "all" or "any" => Little / 2,
                "mmap" or "map" when !asked.Has("map") => Map,
                "watch" when !asked.Has("watch", "watch_reads", "watch_with_perm", "watch_mount", "watch_sb") => Little,
                "create" when !asked.Has("create", "add_name") => Much,
                "manage" or "delete" or "admin" when !asked.Has("create", "unlink", "rename", "add_name", "remove_name", "rmdir", "setattr", "link") => Much,
                "relabel" or "relabelfrom" or "relabelto" when !asked.Has("relabelfrom", "relabelto") => Much,
                "domtrans" or "run" or "transition" when !asked.Has("transition") => Much,
                "unconfined" or "admin" => Much,
                _ => 0,
            };
        }

        return misfit;
    }
}
