namespace TypedPolicy.Report.Facts;

/// <summary>What permissions amount to, in words that need no SELinux.</summary>
[Flags]
internal enum Uses
{
    None = 0,

    /// <summary>To see that it is there, pass through it, open it: nothing of its content.</summary>
    Look = 1,
    Read = 1 << 1,
    Write = 1 << 2,
    Create = 1 << 3,
    Delete = 1 << 4,
    Execute = 1 << 5,
    Relabel = 1 << 6,
    Mount = 1 << 7,
    Listen = 1 << 8,
    Connect = 1 << 9,
    Signal = 1 << 10,

    /// <summary>To start it, become it, or stop it.</summary>
    Control = 1 << 11,

    /// <summary>Anything else.</summary>
    Use = 1 << 12,
}
