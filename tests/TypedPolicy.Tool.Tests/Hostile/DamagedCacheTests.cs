using TypedPolicy.Caching;
using TemporaryFolder = TypedPolicy.Toolchain.Tests.Tools.TemporaryFolder;

namespace TypedPolicy.Tool.Tests.Hostile;

/// <summary>Entries of the cache that something damaged.</summary>
public sealed class DamagedCacheTests : IDisposable
{
    private const int Damaged = 1_000;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
