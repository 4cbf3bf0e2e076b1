using System.Text;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Testing.Kernel;
using TypedPolicy.Toolchain.Tests.Debian;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Kernel.Tests;

/// <summary>Debian's kernel with Debian's whole policy, the example of the README and the samples: linked once and booted once for all tests.</summary>
public sealed class DebianGuest : IDisposable
{
    private const string Substitutions = "/etc/selinux/default/contexts/files/file_contexts.subs_dist";

    public DebianGuest()
    {
        var linked = PolicyLinker.Link(
            [.. PolicyBase.Debian.Read(), .. Modules(), GuestContent.AgentPolicy],
            new LinkOptions { CheckNeverAllow = false });
        Assert.True(linked.Succeeded, string.Join('\n', linked.Causes));
        var content = new GuestContent(linked.Policy!, linked.FileContexts!, File.ReadAllText(Substitutions))
            .WithPrograms("/usr/bin/greeter", "/usr/bin/ordinary")
            .WithDirectories("/var/lib/greeter")
            .WithFile("/etc/shadow", "root:*:\n");
        Kernel = KernelGuest.Boot(KernelImage.Newest(Path.Combine(Repository.Root, "artifacts", "kernel")), content);
    }

    /// <summary>The guest.</summary>
    public KernelGuest Kernel { get; }

    public void Dispose() => Kernel.Dispose();

    /// <summary>Has a process in a domain do something.</summary>
    public Outcome In(string domain, params Step[] steps) => Kernel.Run(domain.Contains(':', StringComparison.Ordinal) ? domain : $"system_u:system_r:{domain}:s0", steps);

    /// <summary>Does something while a boolean is on.</summary>
    public void With(string boolean, Action act)
    {
        Switch(boolean, "1");
        try
        {
            act();
        }
        finally
        {
            Switch(boolean, "0");
        }
    }

    private void Switch(string boolean, string value) => Kernel.Run(
        null,
        Step.Write($"/sys/fs/selinux/booleans/{boolean}", value),
        Step.Write("/sys/fs/selinux/commit_pending_bools", "1")).Succeeds();

    private static IEnumerable<PolicySource> Modules()
    {
        yield return Source("greeter", ReadmeExample.Policy.Artifact("greeter.cil", "debian12"));
        foreach (var sample in Samples.Compiled.All)
        {
            yield return Source(sample.Module, sample.Cil("debian12"));
        }
    }

    private static PolicySource Source(string module, string cil) => new(module + ".cil", Encoding.UTF8.GetBytes(cil));
}

/// <summary>The tests that share the guest.</summary>
[CollectionDefinition(nameof(DebianGuest))]
public sealed class DebianGuestCollection : ICollectionFixture<DebianGuest>;
