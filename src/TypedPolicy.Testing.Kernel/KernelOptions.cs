using System.Reflection;
using TypedPolicy.Guest;
using TypedPolicy.Sepol.Bases;

namespace TypedPolicy.Testing.Kernel;

/// <summary>What a kernel under test boots with.</summary>
public sealed record KernelOptions
{
    /// <summary>The memory of a guest that nothing large is copied into.</summary>
    public const int UsualMegabytes = 176;

    /// <summary>The assemblies whose policy is under test, besides those that they reference.</summary>
    public required IReadOnlyList<Assembly> Assemblies { get; init; }

    /// <summary>What it is linked with; null for the policy that is installed on this machine.</summary>
    public PolicyBase? Base { get; init; }

    /// <summary>The target, such as <c>debian12</c>; null for that of the base.</summary>
    public string? Target { get; init; }

    /// <summary>The kernel; null for the one that <see cref="KernelImage.Find"/> finds.</summary>
    public KernelImage? Image { get; init; }

    /// <summary>Adds what lies in the guest from the start.</summary>
    public Action<GuestContent>? Prepare { get; init; }

    /// <summary>Whether denials that <c>dontaudit</c> rules hide are logged all the same.</summary>
    public bool ShowHidden { get; init; }

    /// <summary>The memory of the guest, in megabytes.</summary>
    public int Megabytes { get; init; } = UsualMegabytes;
}
