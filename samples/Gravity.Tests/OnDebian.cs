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

/// <summary>The domain of passwd.</summary>
[External("passwd_t")]
public sealed class Passwd;

/// <summary>Keeps chosen files in memory, the passwords among them.</summary>
[External("memlockd_t")]
public sealed class Memlockd;

/// <summary>Domains that Debian lets write the passwords.</summary>
[External("can_write_shadow_passwords")]
public interface IMayWritePasswords;

/// <summary>Domains that Debian lets relabel the passwords.</summary>
[External("can_relabelto_shadow_passwords")]
public interface IMayRelabelPasswords;

/// <summary>A port that Gravity has no business with.</summary>
[External("smtp_port_t")]
public sealed class MailPort;
