using System.Diagnostics;
using System.Text.Json;

namespace TypedPolicy.Build.Tests;

/// <summary>Layouts that are killed, and layouts whose disk is full: each file is what it was or what it is to be.</summary>
public sealed class InterruptedLayoutTests : IDisposable
{
    private const int Kills = 100;

    private readonly LayoutFolder _folder = new();
    private readonly Dictionary<string, string[]> _texts = new() { ["gravity.cil"] = [Cil("one", 3_000), Cil("other", 9_000)], ["gravity.fc"] = ["/one -- system_u:object_r:one_t:s0\n", "/other -- system_u:object_r:other_t:s0\n"] };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_hundred_layouts_that_are_killed_leave_nothing_half_written()
    {
        string[] assemblies = [Compile(0), Compile(1)];
        var random = new Random(6);
        for (var i = 0; i < Kills; i++)
        {
            using (var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, _folder.Root, .. assemblies]) { RedirectStandardOutput = true })!)
            {
                // Whenever it comes to that: then it is at one of the three tasks.
                Assert.NotNull(process.StandardOutput.ReadLine());
                Thread.Sleep(random.Next(20));
                process.Kill();
                process.WaitForExit();
            }

            IsWhole("obj/policy");
            IsWhole("bin/policy");
            if (File.Exists(_folder.PathOf("obj/typedpolicy/Debug.json")))
            {
                JsonDocument.Parse(_folder.Read("obj/typedpolicy/Debug.json")).Dispose();
            }
        }

        // What a process was writing goes when no other can be at it.
        foreach (var left in Directory.GetFiles(_folder.Root, "*.tmp", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-2));
        }

        Assert.Empty(Program.Build(_folder.Root, assemblies[0]));
        foreach (var (name, texts) in _texts)
        {
            Assert.Equal(texts[0], _folder.Read("obj/policy/" + name));
            Assert.Equal(texts[0], _folder.Read("bin/policy/" + name));
        }

        Assert.Empty(Directory.GetFiles(_folder.Root, "*.tmp", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("obj/policy")]
    [InlineData("bin/policy")]
    public void On_a_full_disk_the_policy_stays_as_it_was_and_the_build_says_so(string full)
    {
        Assert.Empty(Program.Build(_folder.Root, Compile(0)));
        var disk = _folder.PathOf(full);
        Directory.Delete(disk, recursive: true);
        Directory.CreateDirectory(disk);
        if (!Environment.IsPrivilegedProcess)
        {
            return; // Only root can mount a disk that is full.
        }

        Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk));
        try
        {
            Assert.Empty(Program.Build(_folder.Root, Compile(0)));
            Assert.Contains(Program.Build(_folder.Root, Compile(1)), e => e.StartsWith("TP9008: ", StringComparison.Ordinal) && e.Contains("No space left", StringComparison.Ordinal));
            IsWhole("obj/policy");
            IsWhole("bin/policy");
            Assert.Empty(Directory.GetFiles(disk, "*.tmp", SearchOption.AllDirectories));
        }
        finally
        {
            Assert.Equal(0, Run("umount", disk));
        }
    }

    private static string Cil(string name, int lines) => $"(type {name}_t)\n{string.Concat(Enumerable.Repeat($"; the whole policy of {name}_t, on many lines\n", lines))}";

    private string Compile(int number) => new Carrier("gravity").Artifact("gravity.cil", "el9", _texts["gravity.cil"][number]).Artifact("gravity.fc", "el9", _texts["gravity.fc"][number]).CompileTo(_folder.PathOf($"compiled{number}"));

    private void IsWhole(string folder) => Assert.All(_folder.Files(folder), file => Assert.Contains(_folder.Read($"{folder}/{file}"), _texts[file]));

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
