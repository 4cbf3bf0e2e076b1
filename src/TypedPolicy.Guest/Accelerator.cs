namespace TypedPolicy.Guest;

/// <summary>How QEMU runs the guest's instructions: by the processor's help (KVM) where that works, else by translating them.</summary>
internal static class Accelerator
{
    private const string Device = "/dev/kvm";

    private static volatile bool IsBroken;

    /// <summary>How long a guest with KVM may take to its first word. One without needs half a second for it.</summary>
    public static TimeSpan FirstWord { get; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether KVM is worth a try.</summary>
    public static bool MayUseKvm => !IsBroken && CanOpen();

    /// <summary>A guest did not come up with KVM: the rest of this process does without.</summary>
    public static void GiveUp() => IsBroken = true;

    /// <summary>What QEMU is told.</summary>
    public static string[] Arguments(bool kvm) => kvm
        ? ["-accel", "kvm", "-cpu", "host"]
        : ["-accel", "tcg,tb-size=64", "-cpu", "max"];

    private static bool CanOpen()
    {
        try
        {
            using (new FileStream(Device, FileMode.Open, FileAccess.ReadWrite))
            {
                return true;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }
}
