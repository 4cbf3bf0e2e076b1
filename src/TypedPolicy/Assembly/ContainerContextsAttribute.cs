using System;

namespace TypedPolicy;

/// <summary>
/// The contexts that a container runtime gives to containers: writes an <c>lxc_contexts</c> file beside the policy.
/// </summary>
/// <remarks>
/// See selinux_lxc_contexts_path(3). Install it as <c>/etc/selinux/TYPE/contexts/lxc_contexts</c>. A key that is not set is not written.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ContainerContextsAttribute : Attribute
{
    /// <summary>Key <c>process</c>: the domain of a container's processes.</summary>
    public Type? Process { get; set; }

    /// <summary>Key <c>content</c>: the type of content that the host shares, read-only.</summary>
    public Type? Content { get; set; }

    /// <summary>Key <c>file</c>: the type of a container's own files.</summary>
    public Type? File { get; set; }

    /// <summary>Key <c>ro_file</c>: the type of a container's files that it may only read.</summary>
    public Type? ReadOnlyFile { get; set; }

    /// <summary>Key <c>sandbox_kvm_process</c>: the domain of a container in a virtual machine, as libvirt names it.</summary>
    public Type? SandboxKvmProcess { get; set; }

    /// <summary>Key <c>sandbox_lxc_process</c>: the domain of a container, as libvirt names it.</summary>
    public Type? SandboxLxcProcess { get; set; }

    /// <summary>Key <c>kvm_process</c>: the domain of a container in a virtual machine.</summary>
    public Type? KvmProcess { get; set; }

    /// <summary>Key <c>init_process</c>: the domain of a container that runs an init system.</summary>
    public Type? InitProcess { get; set; }

    /// <summary>Key <c>engine_process</c>: the domain of a container that runs a container engine.</summary>
    public Type? EngineProcess { get; set; }

    /// <summary>The level or range of each context.</summary>
    public string Level { get; set; } = "s0";
}
