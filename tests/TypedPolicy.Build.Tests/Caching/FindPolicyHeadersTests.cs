using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Build.Utilities;
using TypedPolicy.Caching;

namespace TypedPolicy.Build.Tests.Caching;

/// <summary>The cache of bindings, whose content becomes part of the policy: who may have put it there.</summary>
[SupportedOSPlatform("linux")]
public sealed class FindPolicyHeadersTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Readable = Own | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();
    private readonly FakeBuildEngine _engine = new();

    public FindPolicyHeadersTests()
    {
        Directory.CreateDirectory(_folder.PathOf("include"));
        File.WriteAllText(_folder.PathOf("include/lamp.if"), "interface(`lamp_switch',`')\n");
        File.WriteAllText(_folder.PathOf("tool.dll"), "");
    }

    private string Cache => _folder.PathOf("cache");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite | UnixFileMode.GroupWrite | UnixFileMode.StickyBit)]
    public void A_cache_that_others_can_write_to_is_an_error(UnixFileMode mode)
    {
        Directory.CreateDirectory(Cache, Own);
        File.SetUnixFileMode(Cache, Readable | mode);

        Assert.Null(Find());

        var error = Assert.Single(_engine.Errors);
        Assert.Equal("TP9011", error.Code);
        Assert.Contains("other users may write to it (mode ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_any_user_may_rename_is_an_error()
    {
        Directory.CreateDirectory(Cache, Own);
        File.SetUnixFileMode(_folder.Root, Readable | UnixFileMode.OtherWrite);

        Assert.Null(Find());

        Assert.Contains("every user may rename it", Assert.Single(_engine.Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cache_that_cannot_be_written_fails_the_build_of_a_project_that_names_its_headers(bool isOfMachine)
    {
        _folder.Write("partial/bindings.dll", "");
        var task = new KeepBindings { BuildEngine = _engine, PartialAssembly = _folder.PathOf("partial/bindings.dll"), Assembly = _folder.PathOf("missing/place/bindings.dll"), IsOfMachine = isOfMachine, ProjectFile = "Project.csproj" };
        Assert.Equal(isOfMachine, task.Execute());
        Assert.Equal(isOfMachine ? 0 : 1, _engine.Errors.Count);
        Assert.False(Directory.Exists(_folder.PathOf("partial")));
    }

    [Fact]
    public void A_cache_that_is_missing_is_made_for_this_user_alone()
    {
        Assert.StartsWith(Cache, Find(), StringComparison.Ordinal);

        Assert.Equal(Own, File.GetUnixFileMode(Cache));
    }

    [Fact]
    public void Bindings_that_only_this_user_could_have_put_there_are_found()
    {
        var entry = Entry(Readable);

        Assert.Equal(entry, Find());
        Assert.Empty(_engine.Errors);
    }

    [Fact]
    public void Bindings_that_another_user_put_there_are_an_error()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return; // only root can give a file to another user
        }

        var entry = Entry(Own);
        Run("chown", "1234", Path.Combine(entry, "abc", "TypedPolicy.Base.lamps.dll"));

        Assert.Null(Find());

        Assert.Contains("'abc/TypedPolicy.Base.lamps.dll' in it: it belongs to another user (number 1234)", Assert.Single(_engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bindings_that_others_can_write_to_are_an_error()
    {
        var entry = Entry(Readable);
        File.SetUnixFileMode(Path.Combine(entry, "lamps.cs"), Readable | UnixFileMode.OtherWrite);

        Assert.Null(Find());

        Assert.Contains("'lamps.cs' in it: other users may write to it", Assert.Single(_engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bindings_that_are_a_link_to_elsewhere_are_an_error()
    {
        var entry = Entry(Readable);
        File.Delete(Path.Combine(entry, "lamps.cs"));
        File.CreateSymbolicLink(Path.Combine(entry, "lamps.cs"), _folder.PathOf("tool.dll"));

        Assert.Null(Find());

        Assert.Contains("'lamps.cs' in it: it is a link", Assert.Single(_engine.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Old_bindings_and_what_a_kill_left_behind_go_and_nothing_else()
    {
        Directory.CreateDirectory(Cache, Own);
        var old = DateTime.UtcNow.AddDays(-2);
        for (var i = 0; i < KeepBindings.MaxBases + 3; i++)
        {
            Make($"lamps-000000000000000{i}", old.AddMinutes(-i));
        }

        Make("lamps-000000000000000a.12.partial", old);
        Make("lamps-000000000000000b.lock", old);
        Make("lamps-000000000000000c.13.partial", DateTime.UtcNow);
        Make("the user's own", old);
        Make("lamps-000000000000000d", DateTime.UtcNow);

        CachePruning.Prune(Cache, n => n.Contains('-', StringComparison.Ordinal) && CachePruning.EndsInKey(n), KeepBindings.MaxBases, TimeSpan.FromDays(1));

        Assert.Equal(
            [.. Enumerable.Range(0, KeepBindings.MaxBases).Select(i => $"lamps-000000000000000{i}"), "lamps-000000000000000c.13.partial", "lamps-000000000000000d", "the user's own"],
            Directory.GetFileSystemEntries(Cache).Select(e => Path.GetFileName(e)!).Order(StringComparer.Ordinal));

        void Make(string name, DateTime time) => Directory.SetLastWriteTimeUtc(Directory.CreateDirectory(Path.Combine(Cache, name)).FullName, time);
    }

    /// <summary>Bindings in the place where they are looked for.</summary>
    private string Entry(UnixFileMode mode)
    {
        var entry = Find()!;
        _engine.Errors.Clear();
        Directory.CreateDirectory(Path.Combine(entry, "abc"), mode);
        File.SetUnixFileMode(entry, mode);
        File.WriteAllText(Path.Combine(entry, "abc", "TypedPolicy.Base.lamps.dll"), "");
        File.WriteAllText(Path.Combine(entry, "lamps.cs"), "");
        return entry;
    }

    private string? Find()
    {
        var task = new FindPolicyHeaders
        {
            BuildEngine = _engine,
            PolicyHeaders = [new TaskItem(_folder.PathOf("include"))],
            DefaultName = "lamps",
            Tool = _folder.PathOf("tool.dll"),
            References = [],
            CacheDirectory = Cache,
            FallbackDirectory = _folder.PathOf("obj"),
            ProjectFile = _folder.PathOf("a.csproj"),
        };
        return task.Execute() ? task.SourceFolder : null;
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
