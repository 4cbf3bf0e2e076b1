using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// The maintenance domain: the agent of a running cluster and the command line tool. It starts planet. What the installer
/// may do beyond that is closed to it, and a rule elsewhere that opens it fails the build.
/// </summary>
[Domain, Role<SystemR>]
[FileContext<Gravity.Exec>("/usr/bin/gravity", FileKind.File)]
[FileContext<Gravity.Exec>("/usr/local/bin/gravity", FileKind.File)]
[FileContextPattern<Gravity.Exec>(Planet.Root + "/usr/bin/gravity", FileKind.File)]
[FileContextTree<Gravity.Tmp>("/var/tmp/gravity")]
[DomainTransition<GravityContainerRuntime>]
[Allow<GravityContainerRuntime>(ProcessPerms.SignalSet)]
[Allow<GravityPort>(TcpSocketPerms.NameBind)]
[NeverAllow<SELinux.Security>(SecurityPerms.LoadPolicy | SecurityPerms.Setenforce | SecurityPerms.Setbool)]
[NeverAllow<Homes.UserContent>(FilePerms.Read | FilePerms.Write | FilePerms.Append)]
public sealed partial class Gravity : GravityDomainTemplate<Gravity>
{
    /// <summary>Connects to registries and proxies wherever they are.</summary>
    [If<GravityConnectAny>, Allow<IPortType>(TcpSocketPerms.NameConnect)]
    private static class WhenConnectAny;
}
