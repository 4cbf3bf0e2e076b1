using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>Files of the operating system.</summary>
public static class Files
{
    /// <summary>/etc.</summary>
    [External("etc_t")]
    public sealed class Etc;

    /// <summary>Files in /etc that programs write.</summary>
    [External("etc_runtime_t")]
    public sealed class EtcRuntime;

    /// <summary>The user database, where the base policy has a type for it (EL, Fedora); <c>etc_t</c> elsewhere.</summary>
    [External("passwd_file_t")]
    public sealed class Passwd;

    /// <summary>/usr.</summary>
    [External("usr_t")]
    public sealed class Usr;

    /// <summary>Ordinary programs.</summary>
    [External("bin_t")]
    public sealed class Bin;

    /// <summary>The shells.</summary>
    [External("shell_exec_t")]
    public sealed class Shell;

    /// <summary>/var.</summary>
    [External("var_t")]
    public sealed class Var;

    /// <summary>/var/lib.</summary>
    [External("var_lib_t")]
    public sealed class VarLib;

    /// <summary>/var/log.</summary>
    [External("var_log_t")]
    public sealed class VarLog;

    /// <summary>/run, also known as /var/run.</summary>
    [External("var_run_t")]
    public sealed class VarRun;

    /// <summary>/tmp and /var/tmp.</summary>
    [External("tmp_t")]
    public sealed class Tmp;

    /// <summary>Time zones and locales.</summary>
    [External("locale_t")]
    public sealed class Locale;

    /// <summary>Public certificates.</summary>
    [External("cert_t")]
    public sealed class Certificates;

    /// <summary>The resolver's configuration and the host's names.</summary>
    [External("net_conf_t")]
    public sealed class NetworkConfiguration;

    /// <summary>The kernel modules.</summary>
    [External("modules_object_t")]
    public sealed class KernelModules;

    /// <summary>Log files.</summary>
    [External("logfile")]
    public interface ILog;

    /// <summary>Files in /run.</summary>
    [External("pidfile")]
    public interface IRuntime;

    /// <summary>Temporary files.</summary>
    [External("tmpfile")]
    public interface ITemporary;

    /// <summary>Directories that a file system is mounted on.</summary>
    [External("mountpoint")]
    public interface IMountPoint;
}
