using System.Globalization;
using System.Text;
using TypedPolicy.Guest;
using TypedPolicy.Kernel.Tests.Broken;
using TypedPolicy.Kernel.Tests.Judgements;
using TypedPolicy.Kernel.Tests.Programs;
using TypedPolicy.Kernel.Tests.Samples;
using TypedPolicy.Kernel.Tests.Vocabulary;
using TypedPolicy.Model.Targets;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Testing;
using TypedPolicy.Testing.Kernel;
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
        var labels = string.Concat(FileContexts.ReadLinked(linked.FileContexts!).Lines.Select(l => l + "\n"));
        var content = new GuestContent(linked.Policy!, labels, System.IO.File.ReadAllText(Substitutions))
            .WithPrograms(["/usr/bin/greeter", "/usr/bin/ordinary", .. Planet.Programs, .. KernelCases.Programs, .. JudgedCases.Programs])
            .WithDirectories(["/var/lib/greeter", .. Planet.Directories, .. JudgedCases.Directories])
            .WithFile("/etc/shadow", "root:*:\n");
        Array.ForEach([.. KernelCases.Files, .. JudgedCases.Labelled], path => content.WithFile(path, "x"));
        Array.ForEach(Planet.Files, file => content.WithFile(file.Path, file.Text));
        Policy = linked.Policy!;
        Kernel = OwnProgram.BootWith(Image, content);
        Typed = KernelUnderTest.Over(Kernel, PolicyUnderTest.OfModules([Broken], PolicyBase.Debian, Target.Debian12, Policy, linked.FileContexts!));
    }

    /// <summary>The kernel, where <c>./test</c> has put it.</summary>
    public static KernelImage Image => KernelImage.Find();

    /// <summary>The policy that it enforces.</summary>
    public byte[] Policy { get; }

    /// <summary>The same guest, as users of the package ask it; it explains by the lines of the policies that are broken.</summary>
    public KernelUnderTest Typed { get; }

    /// <summary>The guest.</summary>
    public KernelGuest Kernel { get; }

    public void Dispose() => Kernel.Dispose();

    /// <summary>Has a process in a domain do something.</summary>
    public Outcome In(string domain, params Step[] steps) => Kernel.Run(Context(domain), steps);

    /// <summary>Makes a character device with a type, which any request may be tried on: it is another /dev/null.</summary>
    public void Device(string path, string type) => Kernel.Run(null, Step.CreateCharacterDevice(path, 1, 3), Step.SetLabel(path, $"system_u:object_r:{type}:s0")).Succeeds();

    /// <summary>Makes a file with a type.</summary>
    public void File(string path, string type) => Kernel.Run(null, Step.Create(path), Step.SetLabel(path, $"system_u:object_r:{type}:s0")).Succeeds();

    /// <summary>Makes a directory with a type.</summary>
    public void Directory(string path, string type) => Kernel.Run(null, Step.CreateDirectory(path), Step.SetLabel(path, $"system_u:object_r:{type}:s0")).Succeeds();

    /// <summary>Asks selinuxfs which context something gets: <c>create</c>, <c>relabel</c>, <c>member</c>.</summary>
    public Outcome Asks(string question, string source, string target, string objectClass) =>
        Kernel.Run(null, Step.Transact("/sys/fs/selinux/" + question, $"{source} {target} {Index($"/sys/fs/selinux/class/{objectClass}/index")}"));

    /// <summary>Asks selinuxfs whether a process may give an object another context.</summary>
    public Outcome Validates(string before, string after, string objectClass, string process) =>
        Kernel.Run(null, Step.Write("/sys/fs/selinux/validatetrans", $"{before} {after} {Index($"/sys/fs/selinux/class/{objectClass}/index")} {process}"));

    private int Index(string path) => int.Parse(Kernel.Run(null, Step.Read(path)).Succeeds().Text, CultureInfo.InvariantCulture);

    private static string Context(string domain) => domain.Contains(':', StringComparison.Ordinal) ? domain : $"system_u:system_r:{domain}:s0";

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

    /// <summary>What the kernel says when it is asked whether a domain has a permission.</summary>
    public void Permits(string domain, string target, string objectClass, string permission, bool expected)
    {
        var number = Index($"/sys/fs/selinux/class/{objectClass}/index");
        var bit = Index($"/sys/fs/selinux/class/{objectClass}/perms/{permission}");
        var answer = Kernel.Run(null, Step.Transact("/sys/fs/selinux/access", $"{Context(domain)} {(target.Contains(':', StringComparison.Ordinal) ? target : $"system_u:object_r:{target}:s0")} {number}")).Succeeds().Text;
        var allowed = uint.Parse(answer.Split(' ')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        Assert.Equal(expected, (allowed >> (bit - 1) & 1) == 1);
    }

    private static PolicySource Broken { get; } = Source("broken", BrokenCases.Policy.Artifact("broken.cil", "debian12"));

    private static IEnumerable<PolicySource> Modules()
    {
        yield return Broken;
        yield return Source("own", OwnProgram.Policy.Artifact("own.cil", "debian12"));
        Assert.Empty(Operations.Operations.Policy.Problems);
        yield return Source("operations", Operations.Operations.Policy.Artifact("operations.cil", "debian12"));
        Assert.Empty(KernelCases.Policy.Problems);
        yield return Source("vocabulary", KernelCases.Policy.Artifact("vocabulary.cil", "debian12"));
        Assert.Empty(JudgedCases.Policy.Problems);
        yield return Source("judged", JudgedCases.Policy.Artifact("judged.cil", "debian12"));
        yield return Source("greeter", ReadmeExample.Policy.Artifact("greeter.cil", "debian12"));
        foreach (var sample in Toolchain.Tests.Debian.Samples.Compiled.All)
        {
            yield return Source(sample.Module, sample.Cil("debian12"));
        }
    }

    private static PolicySource Source(string module, string cil) => new(module + ".cil", Encoding.UTF8.GetBytes(cil));
}

/// <summary>The tests that share the guest.</summary>
[CollectionDefinition(nameof(DebianGuest))]
public sealed class DebianGuestCollection : ICollectionFixture<DebianGuest>;
