using System.Globalization;

namespace TypedPolicy.Guest;

/// <summary>What the process of a guest may use. What runs in it may have no end.</summary>
internal static class GuestLimits
{
    /// <summary>The processor time that a guest gets unless <see cref="SecondsVariable"/> sets another. The largest suite of tests takes some minutes.</summary>
    public const int DefaultProcessorSeconds = 3_600;

    /// <summary>The memory that QEMU gets in addition to that of the guest. It takes some 150 MB.</summary>
    public const int MaxExtraMegabytes = 512;

    /// <summary>The environment variable that sets another number of seconds.</summary>
    public const string SecondsVariable = "TYPEDPOLICY_GUEST_SECONDS";

    // A process that a signal ended has 128 and the signal's number for its code; this one is SIGXCPU.
    private const int ProcessorTimeUsed = 128 + 24;

    /// <summary>The seconds of processor time.</summary>
    public static int ProcessorSeconds =>
        int.TryParse(Environment.GetEnvironmentVariable(SecondsVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : DefaultProcessorSeconds;

    /// <summary>What happened to a guest that ended with a code; <paramref name="otherwise"/> where no limit ended it.</summary>
    public static string Explain(int code, string otherwise) =>
        code == ProcessorTimeUsed ? $"The guest used its {ProcessorSeconds} s of processor time. For tests that really take this long, set {SecondsVariable}" : otherwise;
}
