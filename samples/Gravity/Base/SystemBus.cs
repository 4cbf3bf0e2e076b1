using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The system's D-Bus.</summary>
public static class SystemBus
{
    /// <summary>The daemon.</summary>
    [External("system_dbusd_t")]
    public sealed class Daemon;

    /// <summary>The directory of its socket.</summary>
    [External("system_dbusd_var_run_t")]
    public sealed class Runtime;
}
