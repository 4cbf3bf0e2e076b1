namespace TypedPolicy.Kernel.Tests.Samples;

/// <summary>Where the samples' programs and files lie in the guest.</summary>
internal static class Planet
{
    public const string Root = "/var/lib/gravity/local/packages/unpacked/gravitational.io/planet/7.0.1/rootfs";
    public const string Gravity = "/usr/bin/gravity";
    public const string Installer = "/usr/local/share/gravity/gravity";
    public const string Runtime = Root + "/usr/bin/planet";
    public const string Init = Root + "/lib/systemd/systemd";
    public const string Kubelet = Root + "/usr/bin/kubelet";
    public const string Etcd = Root + "/usr/bin/etcd";
    public const string GravityInside = Root + "/usr/bin/gravity";
    public const string Systemctl = Root + "/bin/systemctl";
    public const string Shell = Root + "/bin/bash";
    public const string Logger = Root + "/usr/bin/logrange";
    public const string Plugin = "/var/lib/gravity/planet/kubelet/plugins/driver";
    public const string Volume = "/var/lib/kubelet/pods/5b1d644c/volumes/tool";
    public const string ImageStore = "/var/lib/containers/storage/tool";
    public const string Inventory = "/opt/inventory/bin/inventoryd";
    public const string InventoryBackup = "/opt/inventory/bin/inventory-backup";

    /// <summary>Programs of the samples, and those of the system that they start.</summary>
    public static string[] Programs =>
    [
        Gravity, Installer, Runtime, Init, Kubelet, Etcd, GravityInside, Systemctl, Shell, Logger, Plugin, Volume, ImageStore, Inventory, InventoryBackup,
        Root + "/usr/bin/systemd-run", Root + "/bin/systemd-tty-ask-password-agent",
        "/usr/bin/mount", "/usr/sbin/iptables", "/usr/bin/ip", "/usr/bin/kmod", "/usr/bin/ping", "/usr/sbin/restorecon",
        "/usr/sbin/semodule", "/usr/sbin/load_policy", "/usr/sbin/useradd", "/usr/sbin/groupadd", "/usr/bin/bash",
    ];

    /// <summary>Directories of the samples.</summary>
    public static string[] Directories =>
    [
        "/var/lib/gravity/secrets", "/var/lib/gravity/planet/etcd", "/var/lib/gravity/planet/kubelet/plugins", "/var/lib/gravity/logrange", "/var/log", "/var/tmp/gravity",
        "/srv/inventory/import", "/srv/inventory-backup", "/home/ada", "/run/planet", Root + "/run", Root + "/var/tmp", "/usr/lib/systemd/system", "/usr/local/bin", "/run/systemd", "/etc/modules-load.d",
    ];

    /// <summary>Files of the samples.</summary>
    public static (string Path, string Text)[] Files =>
    [
        ("/var/lib/gravity/secrets/root.key", "key"), ("/var/lib/gravity/site.db", "state"), ("/home/ada/notes", "notes"),
        (Root + "/etc/passwd", "root"), (Root + "/lib/x86_64-linux-gnu/libc.so.6", "library"),
        (Root + "/lib/systemd/system/etcd.service", "[Unit]"), ("/srv/inventory/items.db", "items"), ("/etc/inventory/inventory.yaml", "a: b"),
        ("/srv/inventory-backup/monday", "items"), ("/etc/passwd", "root"), ("/etc/selinux/config", "SELINUX=enforcing"),
        ("/etc/selinux/default/contexts/files/file_contexts", "/ x"), ("/usr/lib/modules/modules.dep", "x"), ("/var/lib/gravity/planet/kubelet/plugins/state", "x"),
    ];
}
