using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Everything else inside planet: shells, scripts, tools, jobs. It may look at the cluster, and run gravity and systemctl.</summary>
[Domain, Role<SystemR>]
[FileContextPattern<GravityContainer.Exec>(Planet.Root + "/bin/.*")]
[FileContextPattern<GravityContainer.Exec>(Planet.Root + "/sbin/.*")]
[FileContextPattern<GravityContainer.Exec>(Planet.Root + "/usr/bin/.*")]
[FileContextPattern<GravityContainer.Exec>(Planet.Root + "/usr/sbin/.*")]
[FileContextPattern<GravityContainer.Exec>(Planet.Root + "/usr/local/bin/.*")]
[DomainTransition<Gravity>]
[DomainTransition<GravityContainerSystemctl>]

// Programs of images and volumes are run.
[Allow<Containers.File>(DirPerms.List, FilePerms.Exec | FilePerms.Lock, LnkFilePerms.ReadSet)]

[Allow<Network.HttpPort>(TcpSocketPerms.NameConnect)]
[Allow<Network.RegistryPort>(TcpSocketPerms.NameConnect)]
[Allow<IGravityContainerDomain>(ProcessPerms.Signal | ProcessPerms.Signull)]
[Allow<Self>(ProcessPerms.Setfscreate)]
public sealed class GravityContainer : GravityContainerDomainTemplate<GravityContainer>
{
    /// <summary>docker and crictl ask the runtime.</summary>
    [Optional]
    [DomainTransition<Containers.RuntimeExecutable, Containers.Runtime>]
    private static class WithContainerPolicy;
}
