namespace TypedPolicy.Tests.Support;

/// <summary>A policy that says something with most words.</summary>
internal static class Sample
{
    public const string Source =
        """
        using TypedPolicy;

        [assembly: PolicyModule("sample", Version = "1.0")]
        [assembly: ContainerContexts(Process = typeof(Sample.Web), File = typeof(Sample.Web.State))]
        [assembly: RawCil("(policycap open_perms)")]

        namespace Sample;

        /// <summary>What every service may do.</summary>
        [TypeAttribute]
        [Allow<Self>(ProcessPerms.Signal, FifoFilePerms.Rw)]
        public interface IService : IDomain;

        /// <summary>A service with a binary, state and a socket.</summary>
        [Template]
        [Allow<ServiceTemplate<Self>.State>(DirPerms.Manage, FilePerms.Manage)]
        [TypeTransition<VarRun, ServiceTemplate<Self>.State>(typeof(SockFilePerms), Name = "service.sock")]
        public abstract class ServiceTemplate<TSelf> : IService
        {
            [Entrypoint] public sealed class Exec;

            [FileType, AllowFrom<Owner>(LnkFilePerms.Read)] public sealed class State;

            [Optional, Talk<Docker>(UnixStreamSocketPerms.Connectto)]
            static class WithDocker;
        }

        [External("var_run_t")] public sealed class VarRun;

        [External("docker_t")] public sealed class Docker;

        /// <summary>Lets the subject talk to another domain.</summary>
        [PolicyInterface, Allow<Arg1>(Param1.Value)]
        public sealed class TalkAttribute<TPeer>(params object[] permissions) : PolicyInterfaceAttribute
        {
            public object[] Permissions { get; } = permissions;
        }

        [Domain, Role<SystemR>, Talk<Mail>(FdPerms.Use)]
        [FileContext<Web.Exec>("/usr/bin/web", FileKind.File)]
        [FileContextTree<Web.State>("/var/run/web"), FileContextPattern<Web.State>("/var/lib/web-[0-9]+")]
        public sealed class Web : ServiceTemplate<Web>
        {
            [If<WebCanConnect>, Allow<WebPort>(TcpSocketPerms.NameConnect)]
            static class WhenConnect
            {
                [IfNot<Strict>, Talk<Mail>(UnixStreamSocketPerms.Connectto)] static class AndNotStrict;
            }
        }

        [Domain, DomainTransition<Web>, AllowIoctl<Self, ChrFilePerms>("0x5400-0x5410")]
        public sealed class Mail : ServiceTemplate<Mail>;

        [PolicyBoolean(Default = true)] public sealed class WebCanConnect;

        [Tunable] public sealed class Strict;

        [PortType, Port(Protocol.Tcp, 8080, 8090, Level = "s0:c1")] public sealed class WebPort;

        [User(typeof(SystemR), Range = "s0-s0:c0.c1023")] public sealed class WebU;

        """;
}
