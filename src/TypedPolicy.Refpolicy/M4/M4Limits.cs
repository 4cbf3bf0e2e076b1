namespace TypedPolicy.Refpolicy.M4;

/// <summary>How much an expansion may cost before it is given up: m4 is a programming language, and a file may be hostile.</summary>
public sealed record M4Limits
{
    /// <summary>Enough for all interfaces of a distribution at once.</summary>
    public static M4Limits Default { get; } = new();

    /// <summary>Enough for one call of an interface: the largest of Debian's takes a tenth of it.</summary>
    internal static M4Limits OfCall { get; } = new() { Work = 16 << 20, Output = 1 << 20, Depth = 256, Pending = 10_000 };

    /// <summary>The characters that are read, copied and compared in one run, macros' own text included; time is linear in it.</summary>
    public long Work { get; init; } = 256L << 20;

    /// <summary>The characters that are written.</summary>
    public int Output { get; init; } = 64 << 20;

    /// <summary>How deep calls nest in the arguments of calls.</summary>
    public int Depth { get; init; } = 4_096;

    /// <summary>How many texts wait to be read again.</summary>
    public int Pending { get; init; } = 100_000;
}
