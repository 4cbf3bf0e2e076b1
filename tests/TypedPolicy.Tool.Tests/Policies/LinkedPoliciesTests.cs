using System.Runtime.Versioning;
using TypedPolicy.Caching;
using TypedPolicy.Sepol;
using TypedPolicy.Sepol.Bases;
using TypedPolicy.Tool.Policies;
using TypedPolicy.Tool.Shell;
using TypedPolicy.Tool.Tests.Support;
using Repository = TypedPolicy.Toolchain.Tests.Tools.Repository;
using TemporaryFolder = TypedPolicy.Toolchain.Tests.Tools.TemporaryFolder;

namespace TypedPolicy.Tool.Tests.Policies;

/// <summary>The policies that are kept once they are linked.</summary>
[Trait("Needs", "toolchain")]
[SupportedOSPlatform("linux")]
public sealed class LinkedPoliciesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _policy;

    public LinkedPoliciesTests() => _policy = _folder.Write("a.cil", "(type a_t)\n(type b_t)\n(allow a_t b_t (file (read)))\n");

    private string Linked => _folder.At("cache/typedpolicy/linked");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Why_a_link_fails_is_told()
    {
        var wrong = _folder.Write("wrong.cil", "(typealias a)\n(typealiasactual a kernel_t)\n(typealiasactual a other_t)\n");

        var thrown = Assert.Throws<SepolException>(() => LinkedPolicies.Link([wrong], PolicyBase.From([])));

        Assert.StartsWith("The policy does not link: typealias a cannot", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cut off")]
    [InlineData("one byte is another")]
    [InlineData("empty")]
    [InlineData("longer")]
    public void A_kept_policy_that_is_damaged_is_linked_anew_and_answers_the_same(string damage)
    {
        var first = Ask(Cache()).Succeeds().Output;
        var file = Assert.Single(Directory.GetFiles(Linked));
        var whole = File.ReadAllBytes(file);
        foreach (var at in new[] { 0, 40, whole.Length / 2, whole.Length - 1 })
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 1;
            File.WriteAllBytes(file, damage switch { "cut off" => whole[..at], "empty" => [], "longer" => [.. whole, 0], _ => damaged });

            Assert.Equal(first, Ask(Cache()).Succeeds().Output);
            Assert.Equal(whole, File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void The_base_that_a_log_is_explained_by_is_linked_once()
    {
        Directory.CreateDirectory(_folder.At("headers/apps"));
        _folder.Write("headers/apps/farm.if", "## <summary>A farm.</summary>\n########################################\n## <summary>\n##\tRead it.\n## </summary>\n#\ninterface(`farm_read',`\n\tgen_require(`\n\t\ttype farm_t;\n\t')\n\tallow $1 farm_t:file read;\n')\n");
        var log = _folder.Write("audit.log", "type=AVC msg=audit(1.0:1): avc:  denied  { read } for  pid=1 scontext=system_u:system_r:cow_t:s0 tcontext=system_u:object_r:farm_t:s0 tclass=file permissive=0\n");
        string[] ask = ["find", "--log", log, "--headers", _folder.At("headers"), "--base", Path.Combine(Repository.Root, "tests", "TypedPolicy.Toolchain.Tests", "Linking", "base.cil")];
        var first = TypedPolicyProcess.Run(Cache(), _folder.Path, ask);
        var kept = Directory.GetFiles(Linked).Order().ToArray();

        Assert.Equal(first.Output, TypedPolicyProcess.Run(Cache(), _folder.Path, ask).Output);
        Assert.NotEmpty(kept);
        Assert.Equal(kept, Directory.GetFiles(Linked).Order());
    }

    [Fact]
    public void What_is_kept_is_for_this_user_alone()
    {
        Ask(Cache()).Succeeds();

        Assert.All([_folder.At("cache/typedpolicy"), Linked], f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(f)));
    }

    [Fact]
    public void A_policy_that_another_user_put_there_is_not_believed()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return; // only root can give a file to another user
        }

        var first = Ask(Cache()).Succeeds().Output;
        var file = Assert.Single(Directory.GetFiles(Linked));
        var planted = LinkedPolicies.Link([_folder.Write("b.cil", "(type a_t)\n(type b_t)\n(allow a_t b_t (file (read write)))\n")], PolicyBase.From([]));
        CacheEntry.Write(file, planted.Policy, planted.FileContexts);
        Toolchain.Tests.Tools.Tool.Chown.Run("1234", file).Succeeded();

        Assert.Equal(first, Ask(Cache()).Succeeds().Output);
    }

    [Theory]
    [InlineData("/proc/nowhere", null)]
    [InlineData("/dev/null", null)]
    [InlineData(null, "/proc/nowhere")]
    [InlineData("relative", "/dev/null")]
    public void A_user_without_a_cache_gets_the_same_answer(string? cache, string? home)
    {
        var first = Ask(Cache()).Succeeds().Output;

        var run = Ask(new() { ["XDG_CACHE_HOME"] = cache, ["HOME"] = home ?? _folder.Path }).Succeeds();

        Assert.Equal(first, run.Output);
        Assert.False(Directory.Exists(_folder.At("relative")));
    }

    [Fact]
    public void Kept_policies_are_few_and_what_a_kill_left_behind_goes()
    {
        Ask(Cache()).Succeeds();
        var kept = Assert.Single(Directory.GetFiles(Linked));
        for (var i = 0; i < LinkedPolicies.MaxKept + 5; i++)
        {
            File.WriteAllText(Path.Combine(Linked, $"{i}.linked"), "");
            File.SetLastWriteTimeUtc(Path.Combine(Linked, $"{i}.linked"), DateTime.UtcNow.AddHours(-1 - i));
        }

        string[] left = ["x.linked.77.partial", "y.linked.78.partial"];
        Array.ForEach(left, name => File.WriteAllText(Path.Combine(Linked, name), ""));
        File.SetLastWriteTimeUtc(Path.Combine(Linked, left[0]), DateTime.UtcNow.AddHours(-2));
        File.WriteAllText(Path.Combine(Linked, "what a user put here"), "");
        File.SetLastWriteTimeUtc(kept, DateTime.UtcNow.AddDays(-31));

        CachePruning.Prune(Linked, n => n.EndsWith(".linked", StringComparison.Ordinal), LinkedPolicies.MaxKept, TimeSpan.Zero);

        var names = Directory.GetFiles(Linked).Select(f => Path.GetFileName(f)!).ToHashSet();
        Assert.Equal(Enumerable.Range(0, LinkedPolicies.MaxKept).Select(i => $"{i}.linked").Append(left[1]).Append("what a user put here").ToHashSet(), names);
    }

    private Dictionary<string, string?> Cache() => new() { ["XDG_CACHE_HOME"] = _folder.At("cache") };

    private CommandRun Ask(Dictionary<string, string?> environment) => TypedPolicyProcess.Run(environment, _folder.Path, "allow", "a_t", "b_t", "file", "read", "--policy", _policy, "--format", "json");
}
