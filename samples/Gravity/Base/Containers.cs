using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>
/// The container policy (<c>container-selinux</c>). Gravity needs the first three types everywhere: on a system without
/// that policy the package of <c>samples/Container</c> brings them. What else it has is used in optional blocks only.
/// </summary>
public static class Containers
{
    /// <summary>An ordinary container's processes.</summary>
    [External("container_t")]
    public sealed class Process;

    /// <summary>An ordinary container's files, and volumes that containers share.</summary>
    [External("container_file_t")]
    public sealed class File;

    /// <summary>Sockets and files of container runtimes in /run.</summary>
    [External("container_var_run_t")]
    public sealed class VarRun;

    /// <summary>The container runtime: containerd, docker.</summary>
    [External("container_runtime_t")]
    public sealed class Runtime;

    /// <summary>Its programs.</summary>
    [External("container_runtime_exec_t")]
    public sealed class RuntimeExecutable;

    /// <summary>Its state: images, layers, the registry.</summary>
    [External("container_var_lib_t")]
    public sealed class VarLib;

    /// <summary>Content that containers may only read.</summary>
    [External("container_share_t")]
    public sealed class Share;

    /// <summary>The containers' logs.</summary>
    [External("container_log_t")]
    public sealed class Log;

    /// <summary>The domains of containers, confined like <c>container_t</c>.</summary>
    [External("container_domain")]
    public interface IDomain;
}
