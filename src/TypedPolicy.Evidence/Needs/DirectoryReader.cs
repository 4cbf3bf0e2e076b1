using TypedPolicy.Evidence.Sources;
using TypedPolicy.Evidence.Units;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Evidence.Needs;

/// <summary>The directories and files that a unit gives to its service.</summary>
internal static class DirectoryReader
{
    private static readonly (string Directive, string Parent, FileUse Use)[] Directories =
    [
        ("StateDirectory", "/var/lib", FileUse.State),
        ("CacheDirectory", "/var/cache", FileUse.Cache),
        ("LogsDirectory", "/var/log", FileUse.Log),
        ("ConfigurationDirectory", "/etc", FileUse.Conf),
        ("RuntimeDirectory", "/run", FileUse.Runtime),
    ];

    private static readonly (string Parent, FileUse Use)[] Parents =
    [
        ("/var/lib/", FileUse.State), ("/var/cache/", FileUse.Cache), ("/var/log/", FileUse.Log), ("/run/", FileUse.Runtime), ("/var/run/", FileUse.Runtime),
    ];

    /// <summary>Reads them.</summary>
    public static void Read(UnitSettings service, ServiceNeeds needs)
    {
        // A mount of its own for each directory that stays writable.
        var mounts = service.Last("ProtectSystem") is { } protect && (UnitSettings.IsOn(protect) || protect.Value is "full" or "strict") || service.On("DynamicUser") is not null || service.List("ReadWritePaths", "ReadWriteDirectories").Count > 0;
        var isDynamic = service.On("DynamicUser") is not null;
        foreach (var (directive, parent, use) in Directories)
        {
            foreach (var (word, entry) in service.Words(directive))
            {
                Directory(word.Split(':')[0], parent, use, mounts, entry.Reason, isDynamic, needs);
            }
        }

        foreach (var (word, entry) in service.Words("ReadWritePaths", "ReadWriteDirectories"))
        {
            var path = word.TrimStart('-', '+');
            if (needs.UseOf(path) is null && needs.Own(UseOf(path), path, isTree: true, entry.Reason))
            {
                needs.Allow(Holder.Systemd, UseOf(path), entry.Reason, "DirPerms.MountonSet", "FilePerms.Getattr", "FilePerms.Mounton");
            }
        }

        foreach (var (word, entry) in service.Words("EnvironmentFile"))
        {
            if (needs.UseOf(word.TrimStart('-')) is { } use)
            {
                needs.Allow(Holder.Systemd, use, entry.Reason, "DirPerms.SearchSet", "FilePerms.ReadSet");
            }
        }

        if (service.Last("PIDFile") is { } pid)
        {
            PidFile(service.Specifiers.Expand(pid.Value), pid.Reason, needs);
        }

        if ((service.Last("PrivateTmp") is { } temporary && (UnitSettings.IsOn(temporary) || temporary.Value == "disconnected") ? temporary : service.On("DynamicUser")) is { } reason)
        {
            needs.Transitions.Add(("tmp_t", FileUse.Tmp, ["file", "dir", "sock_file", "fifo_file"], null, reason.Reason));
            needs.Allow(Holder.Service, "tmp_t", reason.Reason, "DirPerms.Rw");
        }
    }

    /// <summary>The use of a path that the service writes, by where it lies.</summary>
    public static FileUse UseOf(string path) => Parents.FirstOrDefault(p => path.StartsWith(p.Parent, StringComparison.Ordinal), (Parent: "", Use: FileUse.Data)).Use;

    private static void Directory(string name, string parent, FileUse use, bool mounts, Reason reason, bool isDynamic, ServiceNeeds needs)
    {
        var path = $"{parent}/{name}";
        if (name.Length == 0 || name[0] == '/')
        {
            needs.Note(reason, $"'{name}' is not a path below {parent}, and systemd passes over it.");
            return;
        }

        if (!needs.Own(use, path, isTree: true, reason))
        {
            return;
        }

        // With a user of the moment the directory lies where nobody else comes, and its name is a link.
        var hidden = $"{parent}/private/{name}";
        if (isDynamic && use is FileUse.State or FileUse.Cache or FileUse.Log && needs.Base.Spelled(hidden) != needs.Base.Spelled(path))
        {
            needs.Own(use, hidden, isTree: true, reason);
        }

        needs.Allow(Holder.Systemd, use, reason, mounts ? ["DirPerms.Manage", "DirPerms.Mounton"] : ["DirPerms.Manage"]);
        needs.Allow(Holder.Systemd, use, reason, "FilePerms.Getattr", "FilePerms.Setattr", "LnkFilePerms.Getattr", "LnkFilePerms.Setattr");
        if (isDynamic)
        {
            needs.Allow(Holder.Systemd, use, reason, "LnkFilePerms.Manage");
        }

        // It goes with the service.
        if (use == FileUse.Runtime)
        {
            needs.Allow(Holder.Systemd, use, reason, "FilePerms.Delete", "LnkFilePerms.Delete", "SockFilePerms.Delete", "FifoFilePerms.Delete");
        }
    }

    private static void PidFile(string value, Reason reason, ServiceNeeds needs)
    {
        var path = value.StartsWith('/') ? value : $"/run/{value}";
        if (needs.UseOf(path) is not null || needs.Own(FileUse.Runtime, path, isTree: false, reason, FileKind.File))
        {
            InSharedDirectory(path, FileUse.Runtime, "file", reason, needs);
            needs.Allow(Holder.Systemd, needs.UseOf(path) ?? FileUse.Runtime, reason, "DirPerms.SearchSet", "FilePerms.ReadSet", "FilePerms.Delete");
        }
    }

    /// <summary>What the service makes in a shared directory gets its type as it is made.</summary>
    private static void InSharedDirectory(string path, FileUse use, string @class, Reason reason, ServiceNeeds needs)
    {
        var spelled = needs.Base.Spelled(path);
        var name = spelled[(spelled.LastIndexOf('/') + 1)..];
        if (!needs.Paths.Any(p => p.IsTree && p.Has(spelled)) && needs.Base.DirectoryOf(spelled) is { } directory)
        {
            needs.Allow(Holder.Service, directory, reason, "DirPerms.Rw");
            needs.Transitions.Add((directory, use, [@class], name.Contains(UnitSpecifiers.Any, StringComparison.Ordinal) ? null : name, reason));
        }
    }
}
