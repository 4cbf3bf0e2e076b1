using System.Text;
using Greetings.Policy;
using TypedPolicy.Guest;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Testing.Kernel;

namespace Greetings.Tests;

/// <summary>A Debian node with the service as its build leaves it, .NET, and the directories that systemd makes for the unit.</summary>
public sealed class OnKernel : KernelFixture<Greeter>
{
    /// <inheritdoc/>
    protected override PolicyBase Base => PolicyBase.Debian;

    /// <inheritdoc/>
    protected override string Target => "debian12";

    /// <inheritdoc/>
    protected override int Megabytes => 300;

    /// <summary>That nothing is denied is to be the whole truth.</summary>
    protected override bool ShowHidden => true;

    /// <summary>Starts it as systemd does by its unit.</summary>
    /// <param name="diagnostics">Whether the runtime's diagnostics are on, as they would be without the unit's Environment=.</param>
    public ProcessUnderTest Start(bool diagnostics = false)
    {
        // Control groups are there on any host; what the runtime reads of them is part of what it needs.
        Kernel.Guest.Run(null, Step.Mount("cgroup2", "/sys/fs/cgroup", "cgroup2"));

        // systemd empties the runtime directory when it stops a unit.
        Kernel.Guest.Run(null, Step.Remove("/run/greeter/greeter.sock"));
        return Kernel.In<Policy.Base.Init>().NoNewPrivileges().WorkingIn("/opt/greeter").WithEnvironment("DOTNET_EnableDiagnostics", diagnostics ? "1" : "0").StartProgram("/opt/greeter/Greeter");
    }

    /// <summary>Asks it for a page, as soon as it listens.</summary>
    public string Get(string path)
    {
        for (; ; Thread.Sleep(100))
        {
            var (answer, error) = Kernel.Guest.Talk(7070, Encoding.ASCII.GetBytes($"GET {path} HTTP/1.0\r\n\r\n"), TimeSpan.FromMinutes(1));
            if (error != NobodyListens)
            {
                Assert.Equal(0, error);
                return Encoding.ASCII.GetString(answer);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Prepare(GuestContent content) => content
        .WithDotNetProgram((string)AppContext.GetData("GreeterFolder")!, "/opt/greeter")
        .WithDirectories("/var/lib/greeter", "/run/greeter")
        .WithFile("/etc/shadow", "root:*:\n");

    private const int NobodyListens = 111;
}

/// <summary>The tests that share the kernel.</summary>
[CollectionDefinition(nameof(OnKernel))]
public sealed class KernelCollection : ICollectionFixture<OnKernel>;
