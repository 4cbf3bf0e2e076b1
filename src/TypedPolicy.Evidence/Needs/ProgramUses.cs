using TypedPolicy.Evidence.Programs;
using TypedPolicy.Evidence.Sources;
using TypedPolicy.Model.Paths;

namespace TypedPolicy.Evidence.Needs;

/// <summary>What a program needs by what its file shows of it.</summary>
internal static class ProgramUses
{
    /// <summary>The needs of a service of which only its program is known.</summary>
    /// <param name="program">The program.</param>
    /// <param name="named">Paths and ports that a person names.</param>
    /// <param name="base">What is known of the base that it runs on.</param>
    public static ServiceNeeds Of(ProgramFacts program, NamedEvidence named, BaseFacts @base)
    {
        var needs = new ServiceNeeds(@base) { Summary = $"The program {program.Path}." };
        var reason = new Reason(program.Path, program.Kind switch { ProgramFileKind.DotNet => "an assembly of .NET", ProgramFileKind.Script => "a script", _ => "machine code" }, 0);
        needs.StartedBySystemd = reason;
        needs.Own(FileUse.Exec, program.Path, isTree: false, reason, FileKind.File);
        if (program.Kind == ProgramFileKind.Script)
        {
            needs.Allow(Holder.Service, "bin_t", reason with { Text = $"#!{program.Interpreter}" }, "DirPerms.SearchSet", "FilePerms.MmapExec", "LnkFilePerms.ReadSet");
        }

        if (program.Kind == ProgramFileKind.DotNet)
        {
            ProgramReader.Content(reason, needs);
        }

        named.AddTo(needs);
        Read(program, needs);
        return needs;
    }

    /// <summary>Adds what a program needs.</summary>
    public static void Read(ProgramFacts program, ServiceNeeds needs)
    {
        foreach (var note in program.Notes)
        {
            needs.Note(note);
        }

        if (program.Kind == ProgramFileKind.DotNet)
        {
            needs.Note(new EvidenceNote(program.Path, "The .NET runtime needs more than its program shows: code that it writes into memory, and files of /proc and /sys. docs/dotnet.md of TypedPolicy has the rules, with what each is for."));
        }

        foreach (var (url, reason) in program.Urls)
        {
            PortReader.Listen("tcp", PortReader.PortOfUrl(url), reason, needs);
        }

        foreach (var (path, reason) in program.Paths.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            Path(ContainerNeeds.Plain(path), reason, needs);
        }

        foreach (var (need, use) in UseTable.Of(program))
        {
            Add(need, new($"{(program.Kind == ProgramFileKind.DotNet ? "uses" : "imports")} {use}", program.Uses[use], 0), needs);
        }
    }

    // A path in the text of a program is evidence of a file, not of who owns it: only directories of services are taken.
    private static void Path(string path, Reason reason, ServiceNeeds needs)
    {
        var use = DirectoryReader.UseOf(path);
        var parts = path.Split('/');
        if (needs.UseOf(path) is null && PathTexts.IsPossible(path) && use != FileUse.Data && parts.Length > 3)
        {
            var depth = path.StartsWith("/run/", StringComparison.Ordinal) ? 3 : 4;
            needs.Own(use, string.Join('/', parts.Take(depth)), isTree: true, reason);
        }
        else if (needs.UseOf(path) is null)
        {
            needs.Note(reason, $"It uses {path}, and no rule was made of it. Where that is its own, label it: [FileType, FileContext(…)].");
        }
    }

    private static void Add(string need, Reason reason, ServiceNeeds needs)
    {
        void Allow(AccessTarget target, params IReadOnlyList<string> permissions) => needs.Allow(Holder.Service, target, reason, permissions);
        var isDebian = needs.Base.Target.IsOfDebianLine;
        switch (need)
        {
            case "syslog":
                Allow(AccessTarget.Self, "UnixDgramSocketPerms.CreateSet");
                Allow("devlog_t", "SockFilePerms.WriteSet", "LnkFilePerms.ReadSet");
                Allow("syslogd_t", "UnixDgramSocketPerms.Sendto");
                Allow(needs.Base.SystemdRuntime, "DirPerms.SearchSet");
                Allow(isDebian ? "syslogd_runtime_t" : "syslogd_var_run_t", "DirPerms.SearchSet");
                Allow("var_run_t", "DirPerms.SearchSet", "LnkFilePerms.ReadSet");
                break;
            case "dns":
                Allow(AccessTarget.Self, "UdpSocketPerms.CreateSet", "TcpSocketPerms.CreateSet", "NetlinkRouteSocketPerms.RNetlink");
                Allow("net_conf_t", "DirPerms.List", "FilePerms.ReadSet", "LnkFilePerms.ReadSet");
                Allow("dns_port_t", "TcpSocketPerms.NameConnect");
                break;
            case "connect":
                Allow(AccessTarget.Self, "TcpSocketPerms.CreateSet");
                needs.Note(reason, "It connects to others. Name the ports that it may connect to: [Allow<HttpPort>(TcpSocketPerms.NameConnect)], with [External(\"http_port_t\")].");
                break;
            case "tcp-server":
                if (!needs.Access.Any(a => a.Permissions.Contains("TcpSocketPerms.NameBind")))
                {
                    needs.Note(reason, "It listens. Name its port: --port tcp/7070.");
                }

                break;
            case "udp":
                Allow(AccessTarget.Self, "UdpSocketPerms.CreateSet");
                break;
            case "unix":
                Allow(AccessTarget.Self, "UnixStreamSocketPerms.CreateStream");
                break;
            case "certificates":
                Allow("cert_t", "DirPerms.List", "FilePerms.ReadSet", "LnkFilePerms.ReadSet");
                break;
            case "kerberos":
                Allow("krb5_conf_t", "DirPerms.SearchSet", "FilePerms.ReadSet");
                needs.Note(reason, "It uses Kerberos: its keytab and its cache of tickets have types of the base, and no rule was made of them.");
                break;
            case "users" when !isDebian:
                Allow("passwd_file_t", "FilePerms.ReadSet");
                break;
            case "bus":
                needs.Note(reason, "It talks over the system's bus: give the unit's BusName= by --unit, or apply [Dbus.SystemBusClient] of the base.");
                break;
            case "pam":
                needs.Note(reason, "It authenticates people, which few domains may. Apply the interface of the base: [Authlogin.UsePam].");
                break;
            case "exec":
                Allow("bin_t", "DirPerms.SearchSet", "FilePerms.Exec", "LnkFilePerms.ReadSet");
                break;
            case "shell":
                Allow("bin_t", "DirPerms.SearchSet", "FilePerms.Exec", "LnkFilePerms.ReadSet");
                Allow("shell_exec_t", "FilePerms.Exec");
                break;
            case "temporary":
                needs.Transitions.Add(("tmp_t", FileUse.Tmp, ["file", "dir", "sock_file", "fifo_file"], null, reason));
                Allow("tmp_t", "DirPerms.Rw");
                break;
            case "setsched" or "setpgid" or "setrlimit":
                Allow(AccessTarget.Self, $"ProcessPerms.{char.ToUpperInvariant(need[0])}{need[1..]}");
                break;
            case "ptrace" or "setexec" or "setfscreate":
                needs.Note(reason, $"It may need process {need}, and no rule was made of it. Add [Allow<…>(ProcessPerms.{char.ToUpperInvariant(need[0])}{need[1..]})] where the log shows that.");
                break;
            default:
                if (need.StartsWith("cap-", StringComparison.Ordinal))
                {
                    RestrictionReader.Allow([need["cap-".Length..]], reason, needs);
                }

                break;
        }
    }
}
