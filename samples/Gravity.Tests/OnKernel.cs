using System.Reflection;
using ContainerTypes.Policy;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Testing.Kernel;

namespace Gravitational.Policy.Tests;

/// <summary>Gravity on a Debian node whose kernel enforces it: a virtual machine, booted once for all tests that ask it.</summary>
public sealed class OnKernel : KernelFixture<Gravity>
{
    /// <inheritdoc/>
    protected override PolicyBase Base => PolicyBase.Debian;

    /// <inheritdoc/>
    protected override string Target => "debian12";

    /// <inheritdoc/>
    protected override IEnumerable<Assembly> Assemblies => [typeof(ContainerT).Assembly, typeof(Gravity).Assembly];
}

/// <summary>The tests that share the kernel.</summary>
[CollectionDefinition(nameof(OnKernel))]
public sealed class KernelCollection : ICollectionFixture<OnKernel>;
