namespace TypedPolicy.Build.Tests;

/// <summary>Assemblies that someone damaged: a fault that says so, or what is still there, and never an exception.</summary>
public sealed class DamagedAssemblyTests : IDisposable
{
    private const int Damaged = 1_000;
    private readonly LayoutFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_thousand_damaged_assemblies_are_read_or_refused()
    {
        var whole = File.ReadAllBytes(Carrier.Of("gravity").CompileTo(_folder.PathOf("obj")));
        var path = _folder.PathOf("damaged.dll");
        var refused = 0;
        for (var seed = 0; seed < Damaged; seed++)
        {
            var random = new Random(seed);
            byte[] bytes = [.. whole];
            for (var times = 1 + random.Next(8); times > 0; times--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(path, random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            var read = PolicyAssemblyReader.Read(path, out var fault);
            Assert.True(read is null || fault is null, $"Seed {seed}");
            refused += fault is null ? 0 : 1;
        }

        Assert.InRange(refused, 1, Damaged - 1);
    }
}
