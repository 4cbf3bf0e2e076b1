namespace TypedPolicy.Learning.Tests;

/// <summary>A small policy that is learned for.</summary>
internal static class Greeter
{
    public const string Source = """
        using TypedPolicy;

        [assembly: PolicyModule("greeter", Version = "1.0.0")]

        namespace Example.Policy;

        /// <summary>The greeter.</summary>
        [Domain, Role<SystemR>]
        [Allow<Self>(TcpSocketPerms.Create)] // its connections
        [Allow<Var>(DirPerms.Search)]
        public sealed class Greeter // greeter_t
        {
            /// <summary>Its program.</summary>
            [Entrypoint, FileContext("/usr/bin/greeter", FileKind.File)]
            public sealed class Exec;

            /// <summary>Its notes.</summary>
            [FileType, FileContextTree("/var/lib/greeter/notes")]
            public sealed class Notes;
        }

        // Types of the base.
        [External("var_t")] public sealed class Var;
        [External("init_t")] public sealed class InitT;

        """;
}
