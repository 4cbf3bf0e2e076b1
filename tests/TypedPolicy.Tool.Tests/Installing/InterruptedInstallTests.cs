using System.Diagnostics;
using System.Globalization;
using TypedPolicy.Tool.Installing;
using TypedPolicy.Tool.Tests.Support;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit.Abstractions;
using Installed = TypedPolicy.Toolchain.Tests.Tools.Tool;

namespace TypedPolicy.Tool.Tests.Installing;

/// <summary>Installations that are cut off with everything that they started, as by a power cut, and two at once.</summary>
[Trait("Needs", "toolchain")]
public sealed class InterruptedInstallTests(ITestOutputHelper output)
{
    // TYPEDPOLICY_KILLS=200 for more.
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("TYPEDPOLICY_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 20;

    [Fact]
    public void An_installation_that_is_cut_off_leaves_one_of_two_policies_and_the_next_carries_the_labels_through()
    {
        using var system = new InstalledSystem([.. Enumerable.Range(0, 40).SelectMany(i => new[] { $"/srv/a/{i}", $"/srv/b/{i}" })]);
        string[] modules = [system.Labelling("first", "1.0", "/srv/a(/.*)?"), system.Module("second", File.ReadAllText(system.Labelling("second", "1.0", "/srv/b(/.*)?")))];
        var random = new Random(11);
        var states = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var longest = Run(system, "install", modules).TotalMilliseconds;
        for (var i = 0; i < Kills; i++)
        {
            var command = i % 2 == 0 ? "uninstall" : "install";
            Run(system, command, modules, kill: TimeSpan.FromMilliseconds(random.NextDouble() * longest));
            var names = system.Run("status", modules).Output.Split('\n').Where(l => l.Contains("equals the build", StringComparison.Ordinal)).Select(l => l.Split('\t')[0]).ToList();
            Assert.True(names.Count is 0 or 2, $"Only {string.Join(", ", names)} is installed.");
            var state = $"{command}: {(names.Count == 2 ? "installed" : "not installed")}";
            states[state] = states.GetValueOrDefault(state) + 1;

            Run(system, command, modules);
            Installed.Semodule.Run("-p", system.Root, "-s", "small", "-l").Succeeded();
            Assert.All(system.Labels.Where(l => l.Key.StartsWith("/srv/", StringComparison.Ordinal)), l =>
                Assert.Contains(command == "uninstall" ? "default_t" : l.Key.StartsWith("/srv/a", StringComparison.Ordinal) ? "first_t" : "second_t", l.Value, StringComparison.Ordinal));
        }

        output.WriteLine($"Cut off {Kills} times within {longest:F0} ms: {string.Join(", ", states.Select(s => $"{s.Key} {s.Value} times"))}.");
    }

    [Fact]
    public void A_removal_that_was_cut_off_before_the_labels_were_set_is_carried_through_by_the_next()
    {
        using var system = new InstalledSystem("/srv/a/x");
        var before = system.Labels;
        system.Run("install", system.Labelling("first", "1.0", "/srv/a(/.*)?")).Succeeds();
        new PendingContexts(system.Host).Keep();
        Installed.Semodule.Run("-p", system.Root, "-s", "small", "-n", "-X", "400", "-r", "first").Succeeded();
        Assert.Contains("An installation has not set every label yet.", system.Run("status", system.Labelling("first", "1.0")).Output, StringComparison.Ordinal);

        system.Run("uninstall", "first").Succeeds();
        Assert.Equal(before, system.Labels);
    }

    [Fact]
    public void Two_installations_at_once_take_turns()
    {
        using var system = new InstalledSystem("/srv/a/x", "/srv/b/x");
        using var first = Start(system, "install", [system.Labelling("first", "1.0", "/srv/a(/.*)?")]);
        using var second = Start(system, "install", [system.Labelling("second", "1.0", "/srv/b(/.*)?")]);
        first.WaitForExit();
        second.WaitForExit();

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("first_t", system.Labels["/srv/a/x"], StringComparison.Ordinal);
        Assert.Contains("second_t", system.Labels["/srv/b/x"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_lost_its_modules_between_the_two_renames_of_a_commit_gets_them_back()
    {
        using var system = new InstalledSystem("/srv/a/x");
        var store = system.Store;
        Directory.Move(Path.Combine(system.Host.Store, "active"), Path.Combine(system.Host.Store, "previous"));
        system.Run("install", system.Labelling("first", "1.0", "/srv/a(/.*)?")).Succeeds();
        system.Run("uninstall", "first").Succeeds();

        Assert.Equal(store.Keys.Where(k => !k.EndsWith("commit_num", StringComparison.Ordinal)), system.Store.Keys.Where(k => !k.EndsWith("commit_num", StringComparison.Ordinal)));
    }

    private static TimeSpan Run(InstalledSystem system, string command, string[] modules, TimeSpan? kill = null)
    {
        var clock = Stopwatch.StartNew();
        using var process = Start(system, command, modules);
        if (kill is { } after)
        {
            Thread.Sleep(after);

            // The whole session: what it started must not go on.
            Installed.Kill.Run("-KILL", "--", $"-{process.Id}");
        }

        process.WaitForExit();
        return clock.Elapsed;
    }

    // In a session of its own, whose number is that of its first process.
    private static Process Start(InstalledSystem system, string command, string[] modules) =>
        Process.Start(new ProcessStartInfo("setsid", ["dotnet", typeof(CommandLine).Assembly.Location, command, "--root", system.Root, .. modules]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
