using TypedPolicy.Evidence.Containers;
using TypedPolicy.Evidence.Sources;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Evidence.Needs;

/// <summary>What a container needs beyond what container-selinux gives to each.</summary>
internal static class ContainerNeeds
{
    // What container-selinux's rules for containers go by; udica's base has the same.
    private static readonly string[] Attributes = ["container_domain", "mcs_constrained_type", "svirt_sandbox_domain"];

    // Engines label what lies there for the container, or it is not theirs to share.
    private static readonly string[] Engines = ["/var/lib/kubelet/", "/var/lib/containers/", "/var/lib/docker/", "/run/containers/", "/var/run/containers/", "/run/secrets", "/proc", "/dev/pts", "/dev/shm", "/dev/mqueue", "/sys/fs/cgroup"];

    private const string Read = "DirPerms.List|FilePerms.ReadSet|LnkFilePerms.ReadSet|FifoFilePerms.ReadSet|SockFilePerms.Getattr|SockFilePerms.Open|SockFilePerms.Read";
    private const string Manage = "DirPerms.Manage|FilePerms.Manage|FilePerms.Map|LnkFilePerms.Manage|FifoFilePerms.Manage|SockFilePerms.Manage";

    // Whole trees of a host, by the attribute or the types that their files have.
    private static readonly (string Path, string[] Types, bool IsAttribute)[] Trees =
    [
        ("/etc", ["configfile"], true),
        ("/var/log", ["logfile"], true),
        ("/tmp", ["tmpfile"], true),
        ("/var/spool", ["spoolfile"], true),
        ("/home", ["home_root_t", "user_home_dir_t", "user_home_t"], false),
    ];

    /// <summary>Reads them.</summary>
    /// <param name="container">The container.</param>
    /// <param name="base">What is known of the base that it runs on.</param>
    /// <param name="labels">What its host labels files.</param>
    public static ServiceNeeds Of(ContainerDescription container, BaseFacts @base, HostLabels labels)
    {
        var needs = new ServiceNeeds(@base) { IsContainer = true, Summary = $"The container {container.Name}." };
        foreach (var note in container.Notes)
        {
            needs.Note(note);
        }

        foreach (var attribute in Attributes)
        {
            needs.Attributes.Add(attribute);
        }

        Common(container.Reason with { Text = "Every container needs it" }, needs);
        Shares(container, needs);
        foreach (var port in container.Ports.DistinctBy(p => (p.Protocol, p.Number)))
        {
            PortReader.Listen(port.Protocol, port.Number, port.Reason, needs);
            needs.Allow(Holder.Service, "http_port_t", port.Reason with { Text = "Not in the file: most containers connect to web servers. Remove it where this one does not" }, "TcpSocketPerms.NameConnect");
        }

        if (container.Capabilities.Count > 0)
        {
            var (reason, names) = (container.Capabilities.First().Value, container.Capabilities.Keys);
            RestrictionReader.Allow([.. names.Where(RestrictionReader.IsCapability)], reason, needs);
            foreach (var name in names.Where(n => !RestrictionReader.IsCapability(n)))
            {
                needs.Note(container.Capabilities[name], name == "all" ? "No rule was made of all capabilities. Name those that it needs." : $"'{name}' is not a capability.");
            }
        }

        foreach (var device in container.Devices)
        {
            Device(device with { Path = Plain(device.Path) }, labels, needs);
        }

        foreach (var mount in container.Mounts)
        {
            Mount(mount with { Path = Plain(mount.Path) }, labels, needs);
        }

        return needs;
    }

    /// <summary>A path without the letter that stands for what differs between instances of a unit.</summary>
    public static string Plain(string path) => path.Replace(Units.UnitSpecifiers.Any, '?');

    private static void Common(Reason reason, ServiceNeeds needs)
    {
        needs.Allow(Holder.Service, AccessTarget.Attribute("proc_type"), reason, "FilePerms.ReadSet");
        needs.Allow(Holder.Service, "cpu_online_t", reason, "FilePerms.ReadSet");
    }

    private static void Shares(ContainerDescription container, ServiceNeeds needs)
    {
        if (container.HostNetwork is not null)
        {
            needs.Attributes.Add("sandbox_net_domain");
        }

        if (container.HostProcesses is { } processes)
        {
            needs.Note(processes, "It sees the processes of the host, and no rule was made of it. Where it is to read of them, allow that by [Allow<IDomain>(DirPerms.List, FilePerms.ReadSet)], with [External(\"domain\")] on IDomain.");
        }

        if (container.HostIpc is { } ipc)
        {
            needs.Note(ipc, "It has the shared memory and queues of the host, and no rule was made of it. Allow those of the domains that it talks to: [Allow<X>(ShmPerms.Rw)].");
        }

        if (container.Privileged is { } privileged)
        {
            needs.Note(privileged, "The engine runs a privileged container as spc_t, which nothing confines, whatever this policy holds. Remove it, and name the devices and capabilities that the container needs.");
        }
    }

    private static void Device(ContainerMount device, HostLabels labels, ServiceNeeds needs)
    {
        if (labels.Of(device.Path, FileKind.CharacterDevice) is { } characters)
        {
            needs.Allow(Holder.Service, characters, device.Reason, device.IsReadOnly ? "ChrFilePerms.ReadSet" : "ChrFilePerms.Rw");
        }
        else if (labels.Of(device.Path, FileKind.BlockDevice) is { } blocks)
        {
            needs.Allow(Holder.Service, blocks, device.Reason, device.IsReadOnly ? "BlkFilePerms.ReadSet" : "BlkFilePerms.Rw");
        }
        else
        {
            needs.Note(device.Reason, $"The type of {device.Path} is not known here, and no rule was made of it. Look it up on the host with matchpathcon, and add [Allow<X>(ChrFilePerms.Rw)].");
        }
    }

    private static void Mount(ContainerMount mount, HostLabels labels, ServiceNeeds needs)
    {
        var path = mount.Path.Length > 1 ? mount.Path.TrimEnd('/') : mount.Path;
        if (path.StartsWith("/dev/", StringComparison.Ordinal) && labels.Of(path, FileKind.CharacterDevice, FileKind.BlockDevice) is not null)
        {
            Device(mount with { Path = path }, labels, needs);
        }
        else if (!path.StartsWith('/') || Array.Exists(Engines, e => path == e.TrimEnd('/') || path.StartsWith(e, StringComparison.Ordinal)))
        {
            return;
        }
        else if (Array.Find(Trees, t => t.Path == path || (t.Path == "/home" && path.StartsWith("/home/", StringComparison.Ordinal))) is { Path: not null } tree)
        {
            foreach (var type in tree.Types)
            {
                Allow(tree.IsAttribute ? AccessTarget.Attribute(type) : type, mount, needs);
            }
        }
        else if (labels.Of(path, FileKind.Directory, FileKind.File, FileKind.Socket) is { } type)
        {
            Allow(type, mount, needs);
            if (type == "container_var_run_t")
            {
                needs.Note(mount.Reason, "Who talks to the engine is as mighty as root on the host, and no rule lets it connect. Where it has to, add [Allow<ContainerRuntime>(UnixStreamSocketPerms.Connectto)], with [External(\"container_runtime_t\")].");
            }
        }
        else
        {
            needs.Own(mount.IsReadOnly ? FileUse.Content : FileUse.Volume, path, isTree: true, mount.Reason);
        }
    }

    private static void Allow(AccessTarget target, ContainerMount mount, ServiceNeeds needs) =>
        needs.Allow(Holder.Service, target, mount.Reason, (mount.IsReadOnly ? Read : Manage).Split('|'));
}
