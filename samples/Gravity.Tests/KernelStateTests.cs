using ContainerTypes.Policy;
using TypedPolicy.Testing.Kernel;

namespace Gravitational.Policy.Tests;

/// <summary>The state of the kernel, and processes that look at each other.</summary>
[Trait("Needs", "kernel")]
[Collection(nameof(OnKernel))]
public sealed class KernelStateTests(OnKernel node)
{
    private readonly KernelUnderTest _kernel = node.Kernel;

    [Fact]
    public void A_kernel_that_does_not_enforce_lets_everything_happen_and_reports_what_it_would_deny()
    {
        _kernel.ForgetDenials();
        _kernel.Enforcing = false;
        try
        {
            _kernel.In<GravityKubernetes>().Write("/etc/shadow").Succeeds();
            var failure = Assert.Throws<PolicyAssertionException>(_kernel.AssertNoDenials);
            Assert.Contains("gravity_kubernetes_t", failure.Message, StringComparison.Ordinal);
            Assert.Contains("shadow_t", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            _kernel.Enforcing = true;
        }

        Assert.True(_kernel.Enforcing);
        _kernel.ForgetDenials();
        _kernel.In<Gravity>().Bind(Protocol.Tcp, 3009).Succeeds();
        _kernel.AssertNoDenials();
        _kernel.In<GravityKubernetes>().Write("/etc/shadow").IsDenied();
    }

    [Fact]
    public void An_ordinary_container_neither_traces_the_kubelet_nor_reads_what_proc_tells_of_it()
    {
        using var kubelet = _kernel.In<GravityKubernetes>().Wait();
        _kernel.In<Containers.Process>().Trace(kubelet).IsDenied();
        _kernel.In<Containers.Process>().ReadProcess(kubelet).IsDenied();
    }

    [Fact]
    public void An_ordinary_container_mounts_nothing_over_the_secrets_and_gives_no_file_their_label()
    {
        _kernel.In<Containers.Process>().MountOn("/var/lib/gravity/secrets/").IsDenied();
        _kernel.In<Containers.Process>().Relabel<GravitySecrets>("/srv/file").IsDenied();
    }

    [Fact]
    public void Another_policy_is_loaded_while_the_kernel_runs()
    {
        _kernel.Load(typeof(ContainerT).Assembly);
        Assert.Throws<TypedPolicy.Guest.GuestException>(() => _kernel.In("system_u:system_r:gravity_t:s0").Fork().Succeeds());
        _kernel.Load(typeof(ContainerT).Assembly, typeof(Gravity).Assembly);
        _kernel.In<Gravity>().Fork().Succeeds();
    }
}
