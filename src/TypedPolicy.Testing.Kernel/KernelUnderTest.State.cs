using TypedPolicy.Guest;

namespace TypedPolicy.Testing.Kernel;

/// <content>Booleans, enforcing, what was denied, and another policy.</content>
public sealed partial class KernelUnderTest
{
    /// <summary>Whether the kernel enforces, and does not only log.</summary>
    public bool Enforcing
    {
        get => Guest.Run(null, Step.Read("/sys/fs/selinux/enforce")).Text == "1";
        set => Must(Guest.Run(null, Step.Write("/sys/fs/selinux/enforce", value ? "1" : "0")), "Enforcing cannot be set");
    }

    /// <summary>Everything that was denied since the machine booted, or since <see cref="ForgetDenials"/>, also what a permissive domain did all the same.</summary>
    public IReadOnlyList<KernelDenial> Denials
    {
        get
        {
            // What a program did that goes on may not have been told yet.
            Guest.Run(null, Step.Stat("/"));
            lock (_gate)
            {
                return [.. _denials.Select(_explanation.Of)];
            }
        }
    }

    /// <summary>Begins to count denials anew.</summary>
    public void ForgetDenials()
    {
        Guest.Run(null, Step.Stat("/"));
        lock (_gate)
        {
            _denials.Clear();
        }
    }

    /// <summary>Nothing was denied.</summary>
    /// <exception cref="PolicyAssertionException">Something was; the message explains each, and names the C# line that would have to change.</exception>
    public void AssertNoDenials()
    {
        var denials = Denials;
        if (denials.Count > 0)
        {
            throw new PolicyAssertionException($"The kernel denied {denials.Count}:\n{string.Join('\n', denials.Select(d => d.Explanation).Distinct())}");
        }
    }

    /// <summary>Sets a boolean.</summary>
    /// <returns>What sets it back when it is disposed of.</returns>
    public IDisposable SetBoolean<TBoolean>(bool value)
    {
        var name = PolicyNameOf.Of(typeof(TBoolean));
        var before = Policy.Booleans[name];
        Switch(name, value);
        return new Restoring(() => Switch(name, before));
    }

    /// <summary>Has the kernel load the policy of other assemblies, linked with the same base. Labels of files stay as they are.</summary>
    /// <exception cref="GuestException">The kernel does not accept it.</exception>
    public void Load(params System.Reflection.Assembly[] assemblies)
    {
        var (policy, binary) = Link(_options with { Assemblies = assemblies });
        Guest.Load(binary);
        lock (_gate)
        {
            (_policy, _explanation) = (policy, new(policy));
        }
    }

    private void Switch(string boolean, bool value)
    {
        Must(
            Guest.Run(null, Step.Write($"/sys/fs/selinux/booleans/{boolean}", value ? "1" : "0"), Step.Write("/sys/fs/selinux/commit_pending_bools", "1")),
            $"The boolean {boolean} cannot be set");
        lock (_gate)
        {
            _policy = _policy.With(_policy.Booleans.With(boolean, value));
            _explanation = new(_policy, _explanation);
        }
    }

    private static void Must(Outcome outcome, string what)
    {
        if (outcome.Error != 0)
        {
            throw new GuestException($"{what}: {ErrorNames.Of(outcome.Error)}.");
        }
    }

    private sealed class Restoring(Action restore) : IDisposable
    {
        public void Dispose() => restore();
    }
}
