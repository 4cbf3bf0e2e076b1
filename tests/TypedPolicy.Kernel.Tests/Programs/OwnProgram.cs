using System.Diagnostics;
using TypedPolicy.Guest;
using TypedPolicy.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Kernel.Tests.Programs;

/// <summary>A program that is none of the guest's own, with shared libraries, and the policy that it runs under.</summary>
internal static class OwnProgram
{
    public const string Path = "/usr/bin/own-server";
    public const int Port = 7081;

    public static Policy Policy { get; } = Policy.Of(
        [("Policy.cs",
            """
            using TypedPolicy;
            [assembly: PolicyModule("own", Version = "1.0")]
            namespace Own;
            [External("init_t")] public sealed class InitT;
            [External("node_t")] public sealed class AnyAddress;
            [RulesFor<InitT>, DomainTransition<OwnServer>(NoNewPrivileges = true)] public static class Started;
            [External("initrc_t")] public sealed class InitrcT;
            [RulesFor<InitrcT>, DomainTransition<OwnServer>] public static class StartedByAScript;
            [PortType, Port(Protocol.Tcp, 7081)] public sealed class OwnPort;
            [Domain, Role<SystemR>, Allow<Self>(TcpSocketPerms.CreateStream), Allow<OwnPort>(TcpSocketPerms.NameBind), Allow<AnyAddress>(TcpSocketPerms.NodeBind)]
            public sealed class OwnServer { [Entrypoint, FileContext("/usr/bin/own-server", FileKind.File)] public sealed class Exec; }
            """)],
        new() { ["TypedPolicyTargets"] = "debian12" });

    /// <summary>Compiles it, and boots a guest that has it, with its libraries.</summary>
    public static KernelGuest BootWith(KernelImage image, GuestContent content)
    {
        var folder = Directory.CreateTempSubdirectory("typedpolicy-");
        try
        {
            var program = System.IO.Path.Combine(folder.FullName, "server");
            using var compiler = Process.Start("gcc", ["-O2", "-o", program, System.IO.Path.Combine(Repository.Root, "tests", "TypedPolicy.Kernel.Tests", "Programs", "server.c")]);
            compiler.WaitForExit();
            return KernelGuest.Boot(image, content.WithProgram(program, Path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
