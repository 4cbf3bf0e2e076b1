namespace Gravitational.Policy;

/// <summary>Where the files of planet, the container that the whole cluster runs in, lie on the host.</summary>
internal static class Planet
{
    /// <summary>
    /// The root of planet's file system, one for each version that is installed. A pattern: it is meant for
    /// <c>FileContextPattern</c>. Among patterns with the same beginning the longer one wins, so the labels of single
    /// programs stand below it without an order of their own.
    /// </summary>
    public const string Root = @"/var/lib/gravity/local/packages/unpacked/gravitational\.io/planet/[^/]+/rootfs";

    /// <summary>What planet's services keep over a restart.</summary>
    public const string State = "/var/lib/gravity/planet";
}
