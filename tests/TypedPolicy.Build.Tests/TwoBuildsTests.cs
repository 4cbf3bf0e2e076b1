namespace TypedPolicy.Build.Tests;

/// <summary>One project that two builds build at once.</summary>
public sealed class TwoBuildsTests : IDisposable
{
    private readonly LayoutFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Two_builds_lay_out_and_copy_one_policy_at_once()
    {
        var one = Carrier.Of("gravity").CompileTo(_folder.PathOf("obj"));
        var other = new Carrier("gravity").Artifact("gravity.cil", "el9", "(type other_t)\n").CompileTo(_folder.PathOf("other"));
        Parallel.For(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
        {
            Assert.Empty(_folder.LayOutAssemblies(i % 2 == 0 ? one : other, "el9"));
            var engine = new FakeBuildEngine();
            new CopyPolicy { BuildEngine = engine, Files = [], SourceDirectory = _folder.Staging, DestinationDirectory = _folder.Output }.Execute();
            Assert.Empty(engine.Errors);
        });
        Assert.Empty(_folder.LayOutAssemblies(one, "el9"));
        Assert.Equal(["gravity.cil", "gravity.fc"], _folder.Staged);
        Assert.DoesNotContain(_folder.Files("obj/policy", hidden: true), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("held")]
    [InlineData("half")]
    [InlineData("missing")]
    public async Task An_assembly_that_another_build_is_writing_is_read_when_it_is_whole(string state)
    {
        var own = Carrier.Of("gravity").CompileTo(_folder.PathOf("obj"));
        var whole = await File.ReadAllBytesAsync(own);
        if (state == "missing")
        {
            File.Delete(own);
        }
        else
        {
            await File.WriteAllBytesAsync(own, whole[..(whole.Length / 2)]);
        }

        var held = state == "held" ? new FileStream(own, FileMode.Open, FileAccess.ReadWrite, FileShare.None) : null;
        _folder.Patience = TimeSpan.FromMinutes(30); // a busy machine may take long to write
        var errors = Task.Run(() => _folder.LayOutAssemblies(own, "el9"));
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        if (held is not null)
        {
            await held.DisposeAsync();
        }

        await File.WriteAllBytesAsync(own, whole);

        Assert.Empty(await errors);
        Assert.Equal(["gravity.cil", "gravity.fc"], _folder.Staged);
    }

    [Fact]
    public void An_assembly_that_stays_broken_is_an_error()
    {
        var own = Carrier.Of("gravity").CompileTo(_folder.PathOf("obj"));
        var bytes = File.ReadAllBytes(own);
        File.WriteAllBytes(own, bytes[..(bytes.Length / 2)]);
        File.SetLastWriteTimeUtc(own, DateTime.UtcNow.AddHours(-1));

        Assert.StartsWith("TP9007", Assert.Single(_folder.LayOutAssemblies(own, "el9")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_repeated_beyond_any_policy_is_an_error()
    {
        var part = new string(';', 1 << 20);
        var carrier = new Carrier("gravity").Line($"PolicyPart(0, \"{part}\")").Line($"PolicyArtifact(\"gravity.cil\", \"el9\", \"{string.Join(' ', Enumerable.Repeat("0", 40))}\")");

        Assert.Contains("the policy file 'gravity.cil' has more than 33554432 characters", Assert.Single(_folder.LayOut(carrier)), StringComparison.Ordinal);
    }
}
