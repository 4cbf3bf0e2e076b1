namespace TypedPolicy.Evidence.Needs;

/// <summary>What many services share: a label on it would be a label for all of them.</summary>
internal static class SharedPrograms
{
    private static readonly HashSet<string> Interpreters = new(StringComparer.Ordinal)
    {
        "dotnet", "mono", "java", "node", "nodejs", "deno", "bun", "ruby", "php", "lua", "tclsh", "gawk", "awk", "guile", "erl", "escript", "Rscript", "julia", "gjs",
    };

    private static readonly HashSet<string> Shells = new(StringComparer.Ordinal) { "sh", "bash", "dash", "ash", "ksh", "zsh", "fish", "busybox", "rbash", "csh", "tcsh" };

    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal)
    {
        "env", "nice", "ionice", "chrt", "taskset", "nohup", "setsid", "stdbuf", "timeout", "setpriv", "runuser", "su", "sudo", "chroot", "unshare", "nsenter", "flock", "prlimit", "numactl", "start-stop-daemon",
        "daemon", "systemd-cat", "systemd-run", "systemd-inhibit", "dbus-run-session", "xvfb-run", "catchsegv", "exec", "pkexec",
    };

    private static readonly HashSet<string> Tools = new(StringComparer.Ordinal)
    {
        "true", "false", "test", "[", "echo", "printf", "cat", "cp", "mv", "rm", "ln", "mkdir", "rmdir", "mknod", "mkfifo", "install", "touch", "truncate", "chown", "chgrp", "chmod", "chcon", "restorecon", "sleep", "kill", "killall",
        "pkill", "pgrep", "find", "xargs", "grep", "sed", "cut", "head", "tail", "tee", "sort", "date", "logger", "systemctl", "systemd-tmpfiles", "systemd-sysusers", "systemd-notify", "systemd-ask-password", "udevadm", "modprobe",
        "rmmod", "insmod", "mount", "umount", "mountpoint", "swapon", "swapoff", "ip", "sysctl", "iptables", "ip6tables", "nft", "tc", "ethtool", "setfacl", "getent", "id", "hostname", "dbus-send", "gdbus", "busctl", "loginctl",
        "journalctl", "run-parts", "tar", "gzip", "bzip2", "xz", "curl", "wget", "openssl", "which", "readlink", "realpath", "dirname", "basename", "stat", "sync", "dd", "uname", "tput", "stty", "setfont", "loadkeys", "plymouth",
        "chvt", "agetty", "login", "ldconfig", "depmod", "lsmod", "mkswap", "fsck", "flock", "invoke-rc.d", "service", "savelog", "logrotate", "dpkg", "apt-get", "rpm", "dnf",
    };

    /// <summary>What a program is to the services that run it.</summary>
    public static ProgramKind KindOf(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var unversioned = name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-');
        return Shells.Contains(name) ? ProgramKind.Shell
            : Interpreters.Contains(name) || Interpreters.Contains(unversioned) || unversioned is "python" or "pypy" or "perl" ? ProgramKind.Interpreter
            : Wrappers.Contains(name) ? ProgramKind.Wrapper
            : Tools.Contains(name) ? ProgramKind.Tool
            : ProgramKind.Own;
    }
}

/// <summary>What a program is to the services that run it.</summary>
internal enum ProgramKind
{
    /// <summary>It is the service's own.</summary>
    Own,

    /// <summary>A tool of the system, which stays in the domain that the base has for those.</summary>
    Tool,

    /// <summary>It runs another program.</summary>
    Wrapper,

    /// <summary>It runs the command in a text.</summary>
    Shell,

    /// <summary>It runs the program that is its argument.</summary>
    Interpreter,
}
