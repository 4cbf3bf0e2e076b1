using TypedPolicy.Sepol.Bases;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;

namespace TypedPolicy.Sepol.Tests.Bases;

/// <summary>A file that is named like a package and is none is an error, never a policy without rules.</summary>
[Trait("Needs", "toolchain")]
public sealed class PackageFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.pp", "")]
    [InlineData("a.pp.bz2", "")]
    [InlineData("a.pp", "(type a_t)")]
    [InlineData("a.pp.bz2", "(type a_t)")]
    [InlineData("a.pp", "\u008f\u00ff|")]
    [InlineData("a.cil", "(type a_t)\0")]
    public void A_file_of_another_content_is_refused_by_name(string name, string content) =>
        Assert.Contains(name, Assert.Throws<SepolException>(() => PolicyBase.From([_folder.Write(name, content)]).Read()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_packed_file_of_nothing_is_refused()
    {
        File.WriteAllBytes(_folder.At("a.pp.bz2"), Convert.FromHexString("425a683917724538509000000000"));
        Assert.Contains("is empty", Assert.Throws<SepolException>(() => PolicyBase.From([_folder.At("a.pp.bz2")]).Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_module_of_Debian_that_ends_too_early_is_refused_wherever_it_ends()
    {
        var packed = File.ReadAllBytes(Path.Combine(PolicyBase.DebianModules, "zabbix.pp.bz2"));
        for (var length = 0; length < packed.Length; length += 1 + (packed.Length / 40))
        {
            File.WriteAllBytes(_folder.At("a.pp.bz2"), packed[..length]);
            Assert.Throws<SepolException>(() => PolicyBase.From([_folder.At("a.pp.bz2")]).Read());
        }

        // The last part of a package is the text of its file contexts, which has no length of its own.
        var unpacked = new PolicySource("zabbix", packed).Content.ToArray();
        for (var length = 0; length < unpacked.Length / 2; length += 1 + (unpacked.Length / 80))
        {
            File.WriteAllBytes(_folder.At("a.pp"), unpacked[..length]);
            Assert.Throws<SepolException>(() => PolicyLinker.ToCil(PolicyBase.From([_folder.At("a.pp")]).Read()[0]));
        }
    }
}
