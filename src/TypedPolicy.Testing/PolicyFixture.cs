using System.Collections.Concurrent;
using System.Reflection;
using TypedPolicy.Sepol.Bases;

namespace TypedPolicy.Testing;

/// <summary>
/// A policy for the tests of a class or collection: <c>class MyTests(PolicyFixture&lt;Gravity&gt; fixture) : IClassFixture&lt;PolicyFixture&lt;Gravity&gt;&gt;</c>. It is linked once in
/// a test run, however many fixtures ask for it. Derive from it for another base or target.
/// </summary>
/// <typeparam name="TAnyPolicyClass">Any class of the policy.</typeparam>
public class PolicyFixture<TAnyPolicyClass>
{
    private static readonly ConcurrentDictionary<string, Lazy<PolicyUnderTest>> Linked = new();

    /// <summary>The policy.</summary>
    public PolicyUnderTest Policy => Linked.GetOrAdd(
        $"{Target} {Base} {string.Join(' ', Assemblies.Select(a => a.FullName))}",
        _ => new Lazy<PolicyUnderTest>(() => PolicyUnderTest.Of(Assemblies, Base, Target))).Value;

    /// <summary>What it is linked with: the embedded base, where a fixture says nothing else.</summary>
    protected virtual PolicyBase Base => PolicyBase.Embedded;

    /// <summary>The target: <c>el9</c>, where a fixture says nothing else.</summary>
    protected virtual string? Target => null;

    /// <summary>The assemblies whose policy is under test, besides those that they reference.</summary>
    protected virtual IEnumerable<Assembly> Assemblies => [typeof(TAnyPolicyClass).Assembly];
}
