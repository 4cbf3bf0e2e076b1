using TypedPolicy;

namespace Gravitational.Policy;

/// <summary>SELinux itself.</summary>
public static class SELinux
{
    /// <summary>The security server: selinuxfs and the requests to it.</summary>
    [External("security_t")]
    public sealed class Security;

    /// <summary>/etc/selinux.</summary>
    [External("selinux_config_t")]
    public sealed class Configuration;

    /// <summary>The file contexts.</summary>
    [External("file_context_t")]
    public sealed class FileContexts;

    /// <summary>Contexts for logins and services.</summary>
    [External("default_context_t")]
    public sealed class DefaultContexts;

    /// <summary>semodule and semanage.</summary>
    [External("semanage_exec_t")]
    public sealed class SemanageExecutable;

    /// <summary>The domain that rebuilds the policy store.</summary>
    [External("semanage_t")]
    public sealed class Semanage;

    /// <summary>load_policy.</summary>
    [External("load_policy_exec_t")]
    public sealed class LoadPolicyExecutable;

    /// <summary>The domain of load_policy.</summary>
    [External("load_policy_t")]
    public sealed class LoadPolicy;

    /// <summary>restorecon and setfiles.</summary>
    [External("setfiles_exec_t")]
    public sealed class SetfilesExecutable;

    /// <summary>The domain that puts labels on files.</summary>
    [External("setfiles_t")]
    public sealed class Setfiles;

    /// <summary>
    /// The domains that may load a policy. The base policy forbids it to all others by a neverallow rule, so a domain
    /// says that it is one of them.
    /// </summary>
    [External("can_load_policy")]
    public interface ICanLoadPolicy;

    /// <summary>While it is on, nobody loads a policy.</summary>
    [External("secure_mode_policyload"), PolicyBoolean]
    public sealed class SecureModePolicyLoad;
}
