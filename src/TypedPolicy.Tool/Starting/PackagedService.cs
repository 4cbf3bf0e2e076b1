namespace TypedPolicy.Tool.Starting;

/// <summary>What an installed package has of a service.</summary>
/// <param name="Units">Its services of systemd.</param>
/// <param name="Paths">The directories that are its own; each ends in a slash.</param>
internal sealed record PackagedService(IReadOnlyList<string> Units, IReadOnlyList<string> Paths)
{
    private static readonly string[] UnitFolders = ["/lib/systemd/system/", "/usr/lib/systemd/system/", "/etc/systemd/system/"];
    private static readonly string[] Parents = ["/etc/", "/var/lib/", "/var/log/", "/var/cache/", "/var/spool/", "/srv/", "/opt/"];

    /// <summary>Finds them among the files of a package.</summary>
    /// <param name="files">The files, and the directories.</param>
    /// <param name="isDirectory">Whether a path is a directory.</param>
    public static PackagedService Of(IReadOnlyList<string> files, Func<string, bool> isDirectory)
    {
        // A directory that other packages have too, such as /etc/init.d or /etc/default, is nobody's.
        var shared = new HashSet<string>(StringComparer.Ordinal)
        {
            "/etc/alternatives", "/etc/apparmor.d", "/etc/bash_completion.d", "/etc/cron.d", "/etc/cron.daily", "/etc/cron.hourly", "/etc/cron.monthly", "/etc/cron.weekly", "/etc/dbus-1", "/etc/default", "/etc/init.d", "/etc/ld.so.conf.d",
            "/etc/logrotate.d", "/etc/modprobe.d", "/etc/modules-load.d", "/etc/NetworkManager", "/etc/pam.d", "/etc/pki", "/etc/polkit-1", "/etc/profile.d", "/etc/rc.d", "/etc/security", "/etc/selinux", "/etc/ssl", "/etc/sudoers.d",
            "/etc/sysconfig", "/etc/sysctl.d", "/etc/systemd", "/etc/tmpfiles.d", "/etc/ufw", "/etc/udev", "/etc/X11", "/etc/xdg", "/etc/yum.repos.d", "/var/lib/systemd",
        };
        return new(
            [.. files.Where(f => f.EndsWith(".service", StringComparison.Ordinal) && Array.Exists(UnitFolders, u => f.StartsWith(u, StringComparison.Ordinal) && !f[u.Length..].Contains('/', StringComparison.Ordinal))).Order(StringComparer.Ordinal)],
            [.. files.Where(f => Array.Exists(Parents, p => f.StartsWith(p, StringComparison.Ordinal) && f.Length > p.Length && !f[p.Length..].Contains('/', StringComparison.Ordinal)) && !shared.Contains(f) && isDirectory(f)).Select(f => f + "/").Order(StringComparer.Ordinal)]);
    }
}
