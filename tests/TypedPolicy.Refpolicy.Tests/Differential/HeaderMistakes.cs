namespace TypedPolicy.Refpolicy.Tests.Differential;

/// <summary>The interfaces of Debian 12's headers that no module can call, each with its mistake.</summary>
internal static class HeaderMistakes
{
    public static IReadOnlyDictionary<string, (string Message, bool IsUndefinedMacro)> All { get; } = new Dictionary<string, (string, bool)>(StringComparer.Ordinal)
    {
        // They use a class that they do not require. Classes of the kernel are required by policy_module; these are of user space.
        ["dpkg_dbus_chat"] = ("unknown class dbus", false),
        ["init_restart_units"] = ("unknown class service", false),

        // It gives a type an attribute that it does not require.
        ["cron_common_crontab_template"] = ("attribute cron_spool_type is not declared", false),

        // They call files_search_pids and mta_base_role, which are no longer there.
        ["cockpit_admin"] = ("syntax error", true),
        ["mta_user_role"] = ("syntax error", true),
        ["mta_admin_role"] = ("syntax error", true),
    };
}
