using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// A domain of the gravity binary: with an executable and temporary files of its own. One binary, several domains:
/// which one a process gets is a matter of the label of the file that was started.
/// </summary>
/// <typeparam name="TSelf">The domain itself.</typeparam>
[Template]
[Allow<GravityDomainTemplate<Self>.Exec>(FilePerms.Exec)]               // gravity starts itself for its subcommands
[NeverAllow<GravityDomainTemplate<Self>.Exec>(FilePerms.Write | FilePerms.Append | FilePerms.Setattr | FilePerms.Relabelfrom)]
[ManageTree<GravityDomainTemplate<Self>.Tmp>]
[Allow<Files.Tmp>(DirPerms.Rw)]
[TypeTransition<Files.Tmp, GravityDomainTemplate<Self>.Tmp>(typeof(FilePerms), typeof(DirPerms), typeof(SockFilePerms))]
public abstract class GravityDomainTemplate<TSelf> : IGravityDomain
{
    /// <summary>The program that the domain is entered through.</summary>
    [Entrypoint]
    public sealed class Exec : IGravityExecutable;

    /// <summary>The domain's temporary files: no other domain of Gravity shares them.</summary>
    [FileType]
    public sealed class Tmp : Files.ITemporary;
}
