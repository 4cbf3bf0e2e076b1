using TypedPolicy.Caching;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using TemporaryFolder = TypedPolicy.Toolchain.Tests.Tools.TemporaryFolder;

namespace TypedPolicy.Tool.Tests.Hostile;

/// <summary>Entries of the cache that something damaged.</summary>
public sealed class DamagedCacheTests : IDisposable
{
    private const int Damaged = 1_000;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Needs", "toolchain")]
    public void A_result_that_was_changed_is_made_again()
    {
        var policy = _folder.Write("a.cil", "(type a_t)\n(allow a_t missing_t (file (read)))\n(typebounds a_t a_t)\n");
        string[] verify = ["verify", policy, "--format", "msbuild", "--cache", _folder.At("result")];
        var first = TypedPolicyProcess.Run(new Dictionary<string, string?>(), _folder.Path, verify).EndsWith(ExitCode.No);
        var whole = File.ReadAllBytes(_folder.At("result"));
        var random = new Random(3);
        for (var i = 0; i < 8; i++)
        {
            byte[] bytes = [.. whole];
            bytes[random.Next(bytes.Length)] ^= 1;
            File.WriteAllBytes(_folder.At("result"), i < 6 ? bytes : bytes[..random.Next(bytes.Length)]);

            Assert.Equal(first, TypedPolicyProcess.Run(new Dictionary<string, string?>(), _folder.Path, verify));
        }
    }

    [Fact]
    public void A_thousand_damaged_entries_are_as_good_as_missing()
    {
        var file = _folder.At("a.linked");
        CacheEntry.Write(file, [1, 2, 3, 4, 5, 6, 7, 8], [9, 10, 11]);
        var whole = File.ReadAllBytes(file);
        Assert.Equal([9, 10, 11], CacheEntry.Read(file)!.Value.Second);
        for (var seed = 0; seed < Damaged; seed++)
        {
            var random = new Random(seed);
            byte[] bytes = [.. whole];
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(file, random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);

            Assert.Null(CacheEntry.Read(file));
        }
    }
}
