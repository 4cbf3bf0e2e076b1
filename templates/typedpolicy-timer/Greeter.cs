using TypedPolicy;

[assembly: PolicyModule("MODULE-NAME", Version = "1.0.0")]

namespace Example.Policy;

/// <summary>The job.</summary>
[Domain, Role<SystemR>]
#if (permissive)
[Permissive]
#endif
[Allow<Var>(DirPerms.SearchSet), Allow<VarLib>(DirPerms.SearchSet)]
public sealed class Greeter : IDaemon
{
    /// <summary>Its program.</summary>
    [Entrypoint, FileContext("/usr/libexec/greeter", FileKind.File)]
    public sealed class Exec;

    /// <summary>Its settings.</summary>
    [FileType, FileContextTree("/etc/greeter")]
    [AllowFrom<Owner>(DirPerms.List, FilePerms.ReadSet)]
    public sealed class Conf : IConfiguration;

    /// <summary>What it keeps from one time to the next.</summary>
    [FileType, FileContextTree("/var/lib/greeter")]
    [AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)]
    public sealed class State;
}

/// <summary>The timer has systemd start it, also under NoNewPrivileges=.</summary>
[RulesFor<InitT>, DomainTransition<Greeter>(NoNewPrivileges = true)]
[Allow<Greeter.State>(DirPerms.Manage)]
public static class StartedBySystemd;
