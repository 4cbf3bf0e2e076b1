using TypedPolicy;

[assembly: PolicyModule("MODULE-NAME", Version = "1.0.0")]

namespace Example.Policy;

/// <summary>The program: it reads the request from the web server, and answers to it.</summary>
[Domain, Role<SystemR>]
#if (permissive)
[Permissive]
#endif
[Allow<Httpd>(UnixStreamSocketPerms.Read | UnixStreamSocketPerms.Write | UnixStreamSocketPerms.Getattr)]
[Allow<Var>(DirPerms.SearchSet), Allow<VarLib>(DirPerms.SearchSet)]
public sealed class Greeter
{
    /// <summary>Its program.</summary>
    [Entrypoint, FileContext("/usr/libexec/greeter.cgi", FileKind.File)]
    public sealed class Exec;

    /// <summary>What it reads to answer.</summary>
    [FileType, FileContextTree("/var/lib/greeter")]
    [AllowFrom<Owner>(DirPerms.List, FilePerms.ReadSet)]
    public sealed class Content;
}

/// <summary>The web server runs it.</summary>
[RulesFor<Httpd>, DomainTransition<Greeter>]
public static class StartedByWebServer;
