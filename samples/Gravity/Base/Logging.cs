using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>The system log.</summary>
public static class Logging
{
    /// <summary>The daemon: syslogd or journald.</summary>
    [External("syslogd_t")]
    public sealed class Daemon;

    /// <summary>Its directory in /run.</summary>
    [External("syslogd_var_run_t")]
    public sealed class Runtime;

    /// <summary>The socket /dev/log.</summary>
    [External("devlog_t")]
    public sealed class Socket;
}
