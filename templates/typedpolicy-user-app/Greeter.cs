using TypedPolicy;

[assembly: PolicyModule("MODULE-NAME", Version = "1.0.0")]

namespace Example.Policy;

/// <summary>The program.</summary>
[Domain, Role<UserR>, Role<StaffR>, Role<UnconfinedR>]
#if (permissive)
[Permissive]
#endif
[Allow<UserTerminal>(ChrFilePerms.RwTerm)]
[Allow<Homes>(DirPerms.SearchSet), Allow<UserHome>(DirPerms.Rw)]
[TypeTransition<UserHome, Files>(typeof(DirPerms), Name = ".greeter")]
public sealed class Greeter
{
    /// <summary>Its program.</summary>
    [Entrypoint, FileContext("/usr/bin/greeter", FileKind.File)]
    public sealed class Exec;

    /// <summary>Its files in the homes of its users.</summary>
    [FileType, FileContextTree("HOME_DIR/.greeter")]
    [AllowFrom<Owner>(DirPerms.Manage, FilePerms.Manage)]
    public sealed class Files;
}

/// <summary>People with an ordinary session.</summary>
[RulesFor<UserT>, DomainTransition<Greeter>, Allow<Greeter>(ProcessPerms.SignalSet), Allow<Greeter.Files>(DirPerms.Manage, FilePerms.Manage)]
public static class StartedByUsers;

/// <summary>Those who may become administrators.</summary>
[RulesFor<StaffT>, DomainTransition<Greeter>, Allow<Greeter>(ProcessPerms.SignalSet), Allow<Greeter.Files>(DirPerms.Manage, FilePerms.Manage)]
public static class StartedByStaff;

/// <summary>Those whom nothing confines.</summary>
[RulesFor<UnconfinedT>, DomainTransition<Greeter>]
public static class StartedByUnconfined;
