using TypedPolicy.Caching;
using TypedPolicy.Tests.Hostile;
using TypedPolicy.Tool.Policies;
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
    public void A_thousand_damaged_indexes_of_headers_are_made_again()
    {
        KeptPolicies.Isolate();
        Directory.CreateDirectory(_folder.At("headers"));
        _folder.Write("headers/barn.if", "interface(`barn_read_hay',`\n\tgen_require(`type hay_t;')\n\tallow $1 hay_t:file read;\n')\n");
        string[] find = ["find", "hay", "--headers", _folder.At("headers")];
        var folder = Path.Combine(Environment.GetEnvironmentVariable("XDG_CACHE_HOME")!, "typedpolicy", "find");
        var before = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        var first = TypedPolicyCommand.Run(find).Succeeds();
        var file = Assert.Single(Directory.GetFiles(folder), f => !before.Contains(f));
        var whole = File.ReadAllBytes(file);
        for (var seed = 0; seed < Damaged; seed++)
        {
            File.WriteAllBytes(file, Damage(whole, seed));
            Assert.Equal(first, TypedPolicyCommand.Run(find));
        }
    }

    [Fact]
    public void A_thousand_damaged_records_of_a_build_are_read_or_are_none()
    {
        Directory.CreateDirectory(_folder.At("obj/typedpolicy"));
        var project = _folder.Write("obj/typedpolicy/P.csproj", "");
        var record = _folder.Write("obj/typedpolicy/Debug.json", """
            {"version":1,"project":"P.csproj","configuration":"Debug","framework":"net10.0","started":"2026-01-01T00:00:00.0000000Z","staged":"policy","policy":"../bin","targets":["el9"],
            "files":["a.cil"],"own":["a.cil"],"bases":[{"path":"/base","target":""}],"sources":["../a.cs"],"projects":["../../B/B.csproj"]}
            """);
        Assert.Equal(project, BuildRecord.Read(record)?.Project);
        var (whole, mutations) = (File.ReadAllText(record), new TextMutations(9));
        for (var i = 0; i < Damaged; i++)
        {
            File.WriteAllText(record, mutations.Damage(whole).Replace("\uD800", "", StringComparison.Ordinal));
            Assert.True(BuildRecord.Read(record) is null or { Files: not null, Bases: not null });
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
            File.WriteAllBytes(file, Damage(whole, seed));
            Assert.Null(CacheEntry.Read(file));
        }
    }

    // One bit, or cut off.
    private static byte[] Damage(byte[] whole, int seed)
    {
        var random = new Random(seed);
        byte[] bytes = [.. whole];
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
