using TypedPolicy.Guest;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Testing.Kernel;

/// <summary>
/// A Linux kernel that enforces a policy, in a virtual machine, as a test asks it: by the C# classes of the policy. What is asked is done, by real processes in real domains, and the
/// answer is what the kernel did and logged. Any number of threads may ask; it answers one after the other.
/// </summary>
public sealed partial class KernelUnderTest : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<AuditRecord> _denials = [];
    private readonly KernelOptions _options;
    private PolicyUnderTest _policy;
    private DenialExplanation _explanation;
    private int _objects;

    private KernelUnderTest(KernelOptions options, PolicyUnderTest policy, KernelGuest guest)
    {
        (_options, _policy, Guest) = (options, policy, guest);
        _explanation = new(policy);
        guest.Recorded += record =>
        {
            lock (_gate)
            {
                if (record.IsDenial)
                {
                    _denials.Add(record);
                }
            }
        };
    }

    /// <summary>The machine, for questions by SELinux names.</summary>
    public KernelGuest Guest { get; }

    /// <summary>The same policy, as the library answers for it; with the booleans as they are in the kernel.</summary>
    public PolicyUnderTest Policy
    {
        get
        {
            lock (_gate)
            {
                return _policy;
            }
        }
    }

    internal DenialExplanation Explanation
    {
        get
        {
            lock (_gate)
            {
                return _explanation;
            }
        }
    }

    /// <summary>A guest that was booted with a policy already; it is still its owner's.</summary>
    internal static KernelUnderTest Over(KernelGuest guest, PolicyUnderTest policy) => new(new() { Assemblies = [] }, policy, guest);

    /// <summary>Links the policy and boots a kernel with it.</summary>
    /// <exception cref="GuestException">Something is missing on this machine, or the guest does not come up: the message has its console.</exception>
    /// <exception cref="SepolException">libsepol is not installed, or the policy does not link.</exception>
    public static KernelUnderTest Boot(KernelOptions options)
    {
        // What is missing is told before anything takes time.
        var image = options.Image ?? KernelImage.Find();
        var (policy, binary) = Link(options);
        var content = new GuestContent(binary, policy.Labels, policy.Target.Equivalences) { Megabytes = options.Megabytes };
        options.Prepare?.Invoke(content);
        return new(options, policy, KernelGuest.Boot(image, content));
    }

    /// <summary>Boots a kernel with the policy of the assembly that declares a class, linked with the policy that is installed on this machine.</summary>
    /// <inheritdoc cref="Boot(KernelOptions)"/>
    public static KernelUnderTest Boot<TAnyPolicyClass>() => Boot(new KernelOptions { Assemblies = [typeof(TAnyPolicyClass).Assembly] });

    /// <summary>A domain, whose processes do what is asked next.</summary>
    /// <param name="user">The SELinux user; the first that may be in the domain if not given, <c>system_u</c> before others.</param>
    /// <param name="role">The role; likewise, <c>system_r</c> before others.</param>
    /// <param name="level">The level or range.</param>
    /// <exception cref="ArgumentException">The policy allows no such context.</exception>
    public DomainUnderTest In<TDomain>(string? user = null, string? role = null, string level = "s0") => new(this, ContextOf(PolicyNameOf.Of(typeof(TDomain)), user, role, level));

    /// <summary>A domain by its whole context, such as that of a user's shell.</summary>
    public DomainUnderTest In(string context) => new(this, context);

    /// <summary>The type of the label that the real setfiles gave a path. What is not there is made first: a file, or a folder where the path ends in a slash.</summary>
    /// <exception cref="GuestException">It cannot be made.</exception>
    public PolicyAnswer LabelOf(string path)
    {
        var kind = path.EndsWith('/') ? PlacedKind.Folder : PlacedKind.File;
        path = path.Length > 1 ? path.TrimEnd('/') : path;
        Guest.Place(kind, path);
        var outcome = Guest.Run(null, Step.GetLabel(path));
        return outcome.Error == 0
            ? new(outcome.Text.Split(':')[2], $"{path} is labelled {outcome.Text}{Explanation.LabelLine(outcome.Text.Split(':')[2], path)}")
            : throw new GuestException($"The label of '{path}' cannot be read: {ErrorNames.Of(outcome.Error)}.");
    }

    /// <summary>Stops the machine.</summary>
    public void Dispose() => Guest.Dispose();

    internal string ContextOf(string type, string? user, string? role, string level) =>
        DomainContext.Find(Policy.Kernel, type, user, role, level) ?? throw new ArgumentException(Explanation.NoContext(type, user, role, level));

    private static (PolicyUnderTest Policy, byte[] Binary) Link(KernelOptions options)
    {
        var policyBase = options.Base ?? InstalledBase.Find();
        byte[] binary = [];
        var policy = PolicyUnderTest.OfAssemblies(options.Assemblies, policyBase, options.Target ?? InstalledBase.TargetOf(policyBase), modules =>
        {
            (binary, var labels) = LinkedForKernel.Get(modules, policyBase, options.ShowHidden);
            return (binary, labels);
        });
        return (policy, binary);
    }
}
