using POLICY-NAMESPACE;
using TypedPolicy;
using TypedPolicy.Testing;
using Xunit;

namespace Example.Tests;

/// <summary>What the domain may do, and what it may not.</summary>
public sealed class GreeterTests(PolicyFixture<Greeter> fixture) : IClassFixture<PolicyFixture<Greeter>>
{
    [Fact]
    public void It_takes_no_memory_that_is_writable_and_executable() => fixture.Policy.NeverAllows<Greeter, Greeter>(ProcessPerms.Execmem);

    [Fact]
    public void It_changes_no_other_process() => fixture.Policy.NeverAllows<Greeter, Greeter>(ProcessPerms.Ptrace);
}
