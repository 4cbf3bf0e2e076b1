using System.Text;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Queries;
using TypedPolicy.Toolchain.Tests.Debian;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Debian;

/// <summary>Debian's whole policy with the samples, linked once for all tests by this library.</summary>
public sealed class DebianLink : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DebianLink()
    {
        Sources = [.. DebianPolicy.Files.Select(PolicySource.FromFile), .. Samples.Compiled.All.Select(s => new PolicySource($"{s.Module}.cil", Encoding.UTF8.GetBytes(s.Cil("debian12"))))];
        Result = PolicyLinker.Link(Sources);
        Assert.True(Result.Succeeded, string.Join('\n', Result.Messages));
        File.WriteAllBytes(Path, Result.Policy!);
        Policy = KernelPolicy.Read(Result.Policy);
    }

    /// <summary>What is linked.</summary>
    public IReadOnlyList<PolicySource> Sources { get; }

    public LinkResult Result { get; }

    public KernelPolicy Policy { get; }

    /// <summary>The policy as a file, for the tools.</summary>
    public string Path => _folder.At("policy.33");

    internal TemporaryFolder Folder => _folder;

    public void Dispose() => _folder.Dispose();
}

/// <summary>The tests that share the linked policy.</summary>
[CollectionDefinition(nameof(DebianLink))]
public sealed class DebianLinkCollection : ICollectionFixture<DebianLink>;
