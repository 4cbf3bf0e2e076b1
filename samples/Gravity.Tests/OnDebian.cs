using System.Reflection;
using ContainerTypes.Policy;
using TypedPolicy.Sepol.Bases;

namespace Gravitational.Policy.Tests;

/// <summary>Gravity on a Debian node, whose policy lacks the container types, so that their package comes along.</summary>
public sealed class OnDebian : PolicyFixture<Gravity>
{
    /// <inheritdoc/>
    protected override PolicyBase Base => PolicyBase.Debian;

    /// <inheritdoc/>
    protected override string Target => "debian12";

    /// <inheritdoc/>
    protected override IEnumerable<Assembly> Assemblies => [typeof(ContainerT).Assembly, typeof(Gravity).Assembly];
}

/// <summary>The password hashes of the host.</summary>
[External("shadow_t")]
public sealed class Shadow;

/// <summary>Domains that may do anything.</summary>
[External("unconfined_domain_type")]
public interface IUnconfinedDomain;

/// <summary>A port that Gravity has no business with.</summary>
[External("smtp_port_t")]
public sealed class MailPort;
