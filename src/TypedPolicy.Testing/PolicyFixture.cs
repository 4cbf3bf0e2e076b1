using System.Reflection;
using TypedPolicy.Sepol.Bases;

namespace TypedPolicy.Testing;

/// <summary>
/// A policy for the tests of a class or collection: <c>class MyTests(PolicyFixture&lt;Gravity&gt; fixture) : IClassFixture&lt;PolicyFixture&lt;Gravity&gt;&gt;</c>. It is linked once in
/// a process, whichever of its classes and however many fixtures ask for it. Derive from it for another base or target.
/// </summary>
/// <typeparam name="TAnyPolicyClass">Any class of the policy.</typeparam>
public class PolicyFixture<TAnyPolicyClass>
{
    /// <summary>The policy.</summary>
    public PolicyUnderTest Policy => FixturePolicies.Get(Assemblies, Base, Target);

    /// <summary>What it is linked with (default: the embedded base).</summary>
    protected virtual PolicyBase Base => PolicyBase.Embedded;

    /// <summary>The target (default: <c>el9</c>).</summary>
    protected virtual string? Target => null;

    /// <summary>The assemblies whose policy is under test, besides those that they reference.</summary>
    protected virtual IEnumerable<Assembly> Assemblies => [typeof(TAnyPolicyClass).Assembly];
}
