using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The unit files of Gravity's services, on the host and inside planet.</summary>
[FileType]
[FileContext("/usr/lib/systemd/system/gravity-agent.service", FileKind.File)]
[FileContext("/usr/lib/systemd/system/gravity-installer.service", FileKind.SymbolicLink)]
[FileContextPattern(@"/usr/lib/systemd/system/gravity__.*\.service", FileKind.File)]    // one for each installed package
[FileContextPattern(Planet.Root + @"/lib/systemd/system/(coredns|docker|etcd|flanneld|serf|registry)\.service", FileKind.File)]
[FileContextPattern(Planet.Root + @"/lib/systemd/system/kube-[^/]+\.service", FileKind.File)]
[FileContextPattern(Planet.Root + @"/lib/systemd/system/planet-agent\.service", FileKind.File)]
public sealed class GravityUnitFile
{
    /// <summary>Makes it a unit file for the base policy of EL and Fedora.</summary>
    [Optional, MemberOf<Systemd.IUnitFile>]
    private static class OnEnterpriseLinux;

    /// <summary>Makes it a unit file for the base policy of Debian.</summary>
    [Optional, MemberOf<Systemd.IUnit>]
    private static class OnDebian;
}
