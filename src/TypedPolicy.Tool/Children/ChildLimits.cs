using System.Globalization;

namespace TypedPolicy.Tool.Children;

/// <summary>What a process that links may use. Policy can be written so that linking it never ends, or takes all memory.</summary>
/// <param name="ProcessorSeconds">Its processor time, in seconds.</param>
/// <param name="Megabytes">Its resident memory, in MB.</param>
internal sealed record ChildLimits(int ProcessorSeconds, int Megabytes)
{
    /// <summary>The processor time that a process gets unless <see cref="SecondsVariable"/> sets another. Debian's whole policy with neverallow rules takes 8 s.</summary>
    public const int DefaultProcessorSeconds = 60;

    /// <summary>The memory that a process gets unless <see cref="MegabytesVariable"/> sets another. Debian's whole policy takes 420 MB.</summary>
    public const int DefaultMegabytes = 2_048;

    /// <summary>How long a process may run whatever it does, in minutes.</summary>
    public const int MaxMinutes = 10;

    /// <summary>The environment variable that sets another number of seconds.</summary>
    public const string SecondsVariable = "TYPEDPOLICY_LINK_SECONDS";

    /// <summary>The environment variable that sets another number of MB.</summary>
    public const string MegabytesVariable = "TYPEDPOLICY_LINK_MEGABYTES";

    /// <summary>The limits of this process.</summary>
    public static ChildLimits FromEnvironment() => new(Read(SecondsVariable, DefaultProcessorSeconds), Read(MegabytesVariable, DefaultMegabytes));

    private static int Read(string variable, int standard) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : standard;
}
