using System.Diagnostics;
using Xunit.Abstractions;

namespace TypedPolicy.Build.Tests.Packages;

/// <summary>
/// A hundred builds that are killed. A build writes policy in a few of its milliseconds, so most are killed when they begin to: at the first write to the folder that
/// policy is laid out in, or to the output. Those find an assembly that an earlier build compiled; the others compile it, and are killed whenever it is.
/// </summary>
[Collection(PackageCollection.Name)]
[Trait("Needs", "sdk")]
public sealed class KilledBuildTests(PackedTypedPolicy typedPolicy, ITestOutputHelper output)
{
    private const int Projects = 2; // that are built at once
    private const int KillsAtAWrite = 45; // of each
    private const int KillsAtRandom = 5;
    private const int Killed = 128 + 9; // the exit code of a process that a signal ended
    private const string Policy = "policy/sky.cil";

    // So long that it takes milliseconds to write them.
    private static readonly string[] Texts = [Text("one", 60_000), Text("other", 160_000)];
    private static readonly string[] Sources = [.. Texts.Select(t => new Carrier("Sky").Artifact("sky.cil", "el9", t).Source)];
    private static readonly string[] Build = ["build", "--no-restore", "-p:RunAnalyzers=false", "-p:TypedPolicyVerify=false"];

    [Fact]
    public async Task A_hundred_builds_that_are_killed_leave_nothing_half_written()
    {
        var left = await Task.WhenAll(Enumerable.Range(0, Projects).Select(n => Task.Run(() => KillBuilds(new Random(n), $"killed/{n}/Sky"))));
        output.WriteLine($"{Projects * KillsAtAWrite} builds killed at a write, {Projects * KillsAtRandom} at random moments; {left.Sum()} were writing a file.");
    }

    private async Task<int> KillBuilds(Random random, string project)
    {
        var (intermediate, final) = ($"{project}/obj/Debug/net10.0", $"{project}/bin/Debug/net10.0");
        var assembly = typedPolicy.PathOf($"{intermediate}/Sky.dll");
        var assemblies = new byte[Texts.Length][];
        typedPolicy.WriteProject(project, new Carrier("Sky"));
        typedPolicy.Run(project, "restore").Succeeds();
        for (var i = 0; i < Texts.Length; i++)
        {
            typedPolicy.Write($"{project}/Policy.cs", Sources[i]);
            Succeeds(i);
            assemblies[i] = File.ReadAllBytes(assembly);
        }

        for (var (i, kills) = (0, 0); kills < KillsAtRandom; i++)
        {
            typedPolicy.Write($"{project}/Policy.cs", Sources[i % 2]);
            kills += await Kill(project, () => Task.Delay(500 + random.Next(2_000))) ? 1 : 0;
            IsWhole();
        }

        typedPolicy.Write($"{project}/Policy.cs", Sources[0]);
        Succeeds(0);
        for (var (i, kills) = (1, 0); kills < KillsAtAWrite; i++)
        {
            File.WriteAllBytes(assembly, assemblies[i % 2]);
            using var watcher = new FileSystemWatcher(typedPolicy.PathOf((kills % 2 == 0 ? intermediate : final) + "/policy")) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            kills += await Kill(project, () => FirstWrite(watcher, random.Next(3))) ? 1 : 0;
            IsWhole();
        }

        // What the killed ones were writing.
        var left = new[] { intermediate, final }.Sum(f => Directory.GetFiles(typedPolicy.PathOf(f), "*.tmp", SearchOption.AllDirectories).Length);
        File.WriteAllBytes(assembly, assemblies[1]);
        Succeeds(1);
        return left;

        void IsWhole() => Assert.All(
            new[] { intermediate, final }.Select(f => $"{f}/{Policy}").Where(f => File.Exists(typedPolicy.PathOf(f))),
            f => Assert.True(Texts.Contains(typedPolicy.Read(f)), $"{f} is neither of the two policies, but {typedPolicy.Read(f).Length} characters."));

        void Succeeds(int text)
        {
            typedPolicy.Run(project, Build).Succeeds();
            Assert.True(Texts[text] == typedPolicy.Read($"{intermediate}/{Policy}") && Texts[text] == typedPolicy.Read($"{final}/{Policy}"), "It is not the policy that was built.");
        }
    }

    /// <summary>Starts a build and kills it; whether it was still running. One that ended succeeded.</summary>
    private async Task<bool> Kill(string project, Func<Task> moment)
    {
        var written = moment();
        using var build = Dotnet.Start(typedPolicy.PathOf(project), typedPolicy.PathOf("packages"), [], Build);
        var said = build.StandardOutput.ReadToEndAsync();
        await Task.WhenAny(written, build.WaitForExitAsync());
        build.Kill(entireProcessTree: true);
        await build.WaitForExitAsync();
        Assert.True(build.ExitCode is 0 or Killed, await said);
        return build.ExitCode == Killed;
    }

    /// <summary>The first write to a folder while a build runs, or some milliseconds later. Who awaits it goes on in the thread that saw the write, so that the build is killed while it writes.</summary>
    private static Task FirstWrite(FileSystemWatcher watcher, int milliseconds)
    {
        var written = new TaskCompletionSource();
        watcher.Created += Write;
        watcher.Changed += Write;
        watcher.EnableRaisingEvents = true;
        return written.Task;

        void Write(object sender, FileSystemEventArgs e)
        {
            for (var waited = Stopwatch.StartNew(); waited.ElapsedMilliseconds < milliseconds;)
            {
                Thread.SpinWait(100);
            }

            written.TrySetResult();
        }
    }

    private static string Text(string name, int lines) => $"(type {name}_t)\n{string.Concat(Enumerable.Repeat($"; the whole policy of {name}_t, on many lines\n", lines))}";
}
