using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>A domain inside planet, with an executable of its own that its processes run and never change.</summary>
/// <typeparam name="TSelf">The domain itself.</typeparam>
[Template]
[Allow<GravityContainerDomainTemplate<Self>.Exec>(DirPerms.List, FilePerms.Exec, LnkFilePerms.ReadSet)]
public abstract class GravityContainerDomainTemplate<TSelf> : IGravityContainerDomain
{
    /// <summary>The programs that the domain is entered through.</summary>
    [Entrypoint]
    public sealed class Exec : IGravityExecutable;
}
