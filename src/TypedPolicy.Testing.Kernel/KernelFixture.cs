using System.Reflection;
using TypedPolicy.Guest;
using TypedPolicy.Sepol.Bases;

namespace TypedPolicy.Testing.Kernel;

/// <summary>
/// A kernel for the tests of a class, a collection or an assembly: <c>class MyTests(KernelFixture&lt;Gravity&gt; node) : IClassFixture&lt;KernelFixture&lt;Gravity&gt;&gt;</c>. It boots once for
/// each fixture, when a test asks for it first. Derive from it for another base or target, or for what lies in the guest.
/// </summary>
/// <typeparam name="TAnyPolicyClass">Any class of the policy.</typeparam>
public class KernelFixture<TAnyPolicyClass> : IDisposable
{
    private readonly Lazy<KernelUnderTest> _kernel;

    /// <summary>Initializes a new instance.</summary>
    public KernelFixture() => _kernel = new(() => KernelUnderTest.Boot(new KernelOptions
    {
        Assemblies = [.. Assemblies],
        Base = Base,
        Target = Target,
        Prepare = Prepare,
        ShowHidden = ShowHidden,
        Megabytes = Megabytes,
    }));

    /// <summary>The kernel, which enforces the policy.</summary>
    /// <exception cref="GuestException">It cannot be booted: the message names what is missing, or has the guest's console.</exception>
    public KernelUnderTest Kernel => _kernel.Value;

    /// <summary>What the policy is linked with (default: the policy that is installed on this machine).</summary>
    protected virtual PolicyBase? Base => null;

    /// <summary>The target (default: that of the base).</summary>
    protected virtual string? Target => null;

    /// <summary>The assemblies whose policy is under test, besides those that they reference.</summary>
    protected virtual IEnumerable<Assembly> Assemblies => [typeof(TAnyPolicyClass).Assembly];

    /// <summary>Whether denials that <c>dontaudit</c> rules hide are logged all the same.</summary>
    protected virtual bool ShowHidden => false;

    /// <summary>The memory of the guest; what is copied into it needs more.</summary>
    protected virtual int Megabytes => KernelOptions.UsualMegabytes;

    /// <summary>Adds what lies in the guest from the start, such as the output of a project. Programs and files that a test names come by themselves.</summary>
    protected virtual void Prepare(GuestContent content)
    {
    }

    /// <summary>Stops the machine.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops the machine.</summary>
    /// <param name="disposing">Whether it is disposed of, and not finalized.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _kernel.IsValueCreated)
        {
            _kernel.Value.Dispose();
        }
    }
}
