using TypedPolicy;

[assembly: PolicyModule("MODULE-NAME", Version = "1.0.0")]

namespace Example.Policy;

/// <summary>The user: name it for a login by <c>semanage login -a -s greeter_u NAME</c>.</summary>
[User(typeof(GreeterR))]
public sealed class GreeterU;

/// <summary>Its role.</summary>
[Role]
public sealed class GreeterR;

/// <summary>Its session: a shell, ordinary programs, and the files of its home.</summary>
[Domain, Role<GreeterR>]
#if (permissive)
[Permissive]
#endif
[Justified("TP3007", "A session begins with a shell; programs of the login choose the domain by the user.")]
[Entrypoint<Shell>]
[Allow<Shell>(FilePerms.Exec), Allow<Bin>(DirPerms.List, FilePerms.Exec, LnkFilePerms.ReadSet), Allow<Lib>(DirPerms.List, FilePerms.MmapExec, LnkFilePerms.ReadSet), Allow<Usr>(DirPerms.List, FilePerms.ReadSet, LnkFilePerms.ReadSet)]
[Allow<Self>(ProcessPerms.Fork | ProcessPerms.SignalSet | ProcessPerms.Getsched | ProcessPerms.Setpgid, FifoFilePerms.Rw, UnixStreamSocketPerms.CreateStream)]
[Allow<UserTerminal>(ChrFilePerms.RwTerm)]
[Allow<Homes>(DirPerms.SearchSet), Allow<UserHome>(DirPerms.Manage), Allow<UserFiles>(DirPerms.Manage, FilePerms.Manage, LnkFilePerms.Manage)]
public sealed class Greeter;
