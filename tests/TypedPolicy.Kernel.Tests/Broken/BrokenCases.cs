using TypedPolicy.Guest;
using TypedPolicy.Testing.Kernel;
using TypedPolicy.Tests.Support;

namespace TypedPolicy.Kernel.Tests.Broken;

/// <summary>Policies that build, and do not work.</summary>
internal static class BrokenCases
{
    private const string Init = "system_u:system_r:init_t:s0";

    private const string Program = """ { [Entrypoint, FileContext("/usr/bin/%", FileKind.File)] public sealed class Exec; }""";

    public static IReadOnlyList<BrokenCase> All { get; } = [.. Starting, .. Files, .. Network, .. Processes];

    /// <summary>All cases as one module.</summary>
    public static Policy Policy { get; } = Policy.Of(
        [BrokenCase.Base, ("Module.cs", "[assembly: TypedPolicy.PolicyModule(\"broken\", Version = \"1.0\")]"), .. All.Select(c => c.File)],
        new() { ["TypedPolicyTargets"] = "debian12" });

    private static IEnumerable<BrokenCase> Starting =>
    [
        new("NoTransition",
            $$"""
            [Domain, Role<SystemR>]
            public sealed class @{{Program}} //!
            """,
            Starts(Init)),
        new("NoEntrypoint",
            """
            [FileType, FileContext("/usr/bin/%", FileKind.File)] public sealed class @Program;
            [RulesFor<InitT>, TypeTransition<@Program, @>(typeof(ProcessPerms)), Allow<@>(ProcessPerms.Transition), Allow<@Program>(FilePerms.Exec)] public static class @Starter;
            [Domain, Role<SystemR>]
            public sealed class @; //!
            """,
            Starts(Init)),
        new("WrongLabel",
            """
            [RulesFor<InitT>, DomainTransition<@>] public static class @Starter;
            [Domain, Role<SystemR>]
            public sealed class @
            {
                [Entrypoint]
                [FileContext("/usr/bin/%d", FileKind.File)] //!
                public sealed class Exec;
            }
            """,
            Starts(Init)),
        new("NoNnp",
            $$"""
            [RulesFor<InitT>]
            [DomainTransition<@>] //!
            public static class @Starter;
            [Domain, Role<SystemR>] public sealed class @{{Program}}
            """,
            (kernel, name) => kernel.In(Init).NoNewPrivileges().Exec($"/usr/bin/{name}").IsIn($"{name}_t")),
        new("WrongRange",
            $$"""
            [RulesFor<InitT>, DomainTransition<@>]
            [RangeTransition<@.Exec>("s0:c1")] //!
            public static class @Starter;
            [Domain, Role<SystemR>] public sealed class @{{Program}}
            """,
            (kernel, name) => kernel.In(Init).Exec($"/usr/bin/{name}").HasContext($"system_u:system_r:{name}_t:s0:c1,c2")),
        new("NoRole",
            $$"""
            [RulesFor<InitT>, DomainTransition<@>] public static class @Starter;
            [Domain]
            public sealed class @{{Program}} //!
            """,
            Starts(Init)),
        new("NotExecutable",
            $$"""
            [RulesFor<InitT>, DomainTransition<@>] public static class @Starter;
            [Domain, Role<SystemR>] public sealed class @Helper { [Entrypoint, FileContext("/usr/bin/%-helper", FileKind.File)] public sealed class Exec; }
            [Domain, Role<SystemR>, Allow<Bin>(DirPerms.SearchSet)]
            [Allow<@Helper.Exec>(FilePerms.ReadSet)] //!
            public sealed class @{{Program}}
            """,
            (kernel, name) => kernel.In(Init).Through($"/usr/bin/{name}").Exec($"/usr/bin/{name}-helper").Succeeds()),
    ];

    private static IEnumerable<BrokenCase> Files =>
    [
        new("ReadsOnly",
            """
            [FileType] public sealed class @Data;
            [Domain, Role<SystemR>]
            [Allow<@Data>(FilePerms.ReadSet)] //!
            public sealed class @;
            """,
            (kernel, name) => kernel.In(Domain(name)).Write(kernel.FileOf($"{name}_data_t")).Succeeds()),
        new("NoSearch",
            """
            [FileType, FileContextTree("/srv/%")] public sealed class @Data;
            [Domain, Role<SystemR>, Allow<Var>(DirPerms.SearchSet), Allow<@Data>(FilePerms.ReadSet)]
            public sealed class @; //!
            """,
            (kernel, name) => kernel.In(Domain(name)).Read($"/srv/{name}/file").Succeeds()),
        new("Hidden",
            """
            [FileType] public sealed class @Secret;
            [Domain, Role<SystemR>]
            [DontAudit<@Secret>(FilePerms.ReadSet)] //!
            public sealed class @;
            """,
            (kernel, name) => kernel.In(Domain(name)).Read(kernel.FileOf($"{name}_secret_t")).Succeeds()),
        new("WrongClass",
            """
            [FileType] public sealed class @Folder;
            [FileType] public sealed class @Data;
            [Domain, Role<SystemR>, Allow<@Folder>(DirPerms.Rw, FilePerms.Manage), Allow<@Data>(FilePerms.Manage)]
            [TypeTransition<@Folder, @Data>(typeof(DirPerms))] //!
            public sealed class @;
            """,
            (kernel, name) => kernel.In(Domain(name)).Create($"{kernel.DirectoryOf($"{name}_folder_t")}/file").IsOfType($"{name}_data_t")),
        new("WrongRequest",
            """
            [FileType] public sealed class @Device;
            [Domain, Role<SystemR>, Allow<@Device>(ChrFilePerms.Rw)]
            [AllowIoctl<@Device, ChrFilePerms>("0x54f0")] //!
            public sealed class @;
            """,
            (kernel, name) => kernel.In(Domain(name)).Ioctl(kernel.DeviceOf($"{name}_device_t"), 0x54f1).Succeeds()),
        new("BeyondBounds",
            """
            [FileType] public sealed class @Data;
            [Domain, Allow<@Data>(FilePerms.ReadSet)] public sealed class @Parent;
            [Domain, Role<SystemR>, Bounds<@Parent>, Allow<@Data>(FilePerms.ReadSet)]
            [RawCil("(allow %_t %_data_t (file (write)))")] //!
            public sealed class @;
            """,
            (kernel, name) => kernel.In(Domain(name)).Write(kernel.FileOf($"{name}_data_t")).Succeeds()),
        new("OtherLevel",
            """
            [FileType, FileContext("/srv/%", FileKind.File, Level = "s0:c6")] public sealed class @Data;
            [Domain, Role<SystemR>, Allow<Var>(DirPerms.SearchSet), MemberOf<IConstrained>]
            [Allow<@Data>(FilePerms.ReadSet)] //!
            public sealed class @;
            """,
            (kernel, name) => kernel.In(Domain(name)).Read($"/srv/{name}").Succeeds()),
    ];

    private static IEnumerable<BrokenCase> Network =>
    [
        new("BooleanOff",
            """
            [PolicyBoolean] public sealed class @May;
            [PortType, Port(Protocol.Tcp, 61201)] public sealed class @Port;
            [Domain, Role<SystemR>, Allow<Self>(TcpSocketPerms.CreateStream)]
            public sealed class @
            {
                [If<@May>, Allow<@Port>(TcpSocketPerms.NameConnect)] private static class When; //!
            }
            """,
            (kernel, name) => kernel.In(Domain(name)).Connect(Protocol.Tcp, 61201).Succeeds()),
        new("NoAddress",
            """
            [PortType, Port(Protocol.Tcp, 61202)] public sealed class @Port;
            [Domain, Role<SystemR>, Allow<Self>(TcpSocketPerms.CreateStream), Allow<@Port>(TcpSocketPerms.NameBind)]
            public sealed class @; //!
            """,
            (kernel, name) => kernel.In(Domain(name)).Bind(Protocol.Tcp, 61202).Succeeds()),
        new("OtherPort",
            """
            [PortType, Port(Protocol.Tcp, 61203)] public sealed class @Port;
            [Domain, Role<SystemR>, Allow<Self>(TcpSocketPerms.CreateStream), Allow<AnyAddress>(TcpSocketPerms.NodeBind)]
            [Allow<@Port>(TcpSocketPerms.NameBind)] //!
            public sealed class @;
            """,
            (kernel, name) => kernel.In(Domain(name)).Bind(Protocol.Tcp, 61204).Succeeds()),
        new("NoCapability",
            """
            [PortType, Port(Protocol.Tcp, 74)] public sealed class @Port;
            [Domain, Role<SystemR>, Allow<Self>(TcpSocketPerms.CreateStream), Allow<AnyAddress>(TcpSocketPerms.NodeBind), Allow<@Port>(TcpSocketPerms.NameBind)]
            public sealed class @; //!
            """,
            (kernel, name) => kernel.In(Domain(name)).Bind(Protocol.Tcp, 74).Succeeds()),
    ];

    private static IEnumerable<BrokenCase> Processes =>
    [
        new("NoConnectto",
            """
            [FileType] public sealed class @Folder;
            [Domain, Role<SystemR>, Allow<Self>(UnixStreamSocketPerms.CreateStream), Allow<@Folder>(DirPerms.Rw, SockFilePerms.Manage)] public sealed class @Server;
            [Domain, Role<SystemR>, Allow<Self>(UnixStreamSocketPerms.CreateStream), Allow<@Folder>(DirPerms.SearchSet, SockFilePerms.Write)]
            public sealed class @; //!
            """,
            (kernel, name) =>
            {
                var folder = kernel.DirectoryOf($"{name}_folder_t");
                using var server = kernel.In(Domain(name + "_server")).Listen($"{folder}/socket");
                kernel.In(Domain(name)).ConnectTo($"{folder}/socket").Succeeds();
            }),
        new("NoSignal",
            """
            [Domain, Role<SystemR>] public sealed class @Other;
            [Domain, Role<SystemR>]
            [Allow<@Other>(ProcessPerms.Signull)] //!
            public sealed class @;
            """,
            (kernel, name) =>
            {
                using var other = kernel.In(Domain(name + "_other")).Wait();
                kernel.In(Domain(name)).Signal(other, 15).Succeeds();
            }),
        new("NoDyntransition",
            """
            [Domain, Role<SystemR>] public sealed class @Other;
            [Domain, Role<SystemR>, Allow<Self>(ProcessPerms.Setcurrent)]
            public sealed class @; //!
            """,
            (kernel, name) => kernel.In(Domain(name)).Do(Step.SetCurrent(Domain(name + "_other"))).Succeeds()),
    ];

    private static Action<KernelUnderTest, string> Starts(string from) => (kernel, name) => kernel.In(from).Exec($"/usr/bin/{name}").IsIn($"{name}_t");

    private static string Domain(string name) => $"system_u:system_r:{name}_t:s0";
}
