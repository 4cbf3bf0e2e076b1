using TypedPolicy.Toolchain.Tests.Debian;
using TypedPolicy.Toolchain.Tests.Linking;
using TypedPolicy.Toolchain.Tests.Tools;
using Xunit;
using Xunit.Abstractions;

namespace TypedPolicy.Toolchain.Tests.Labels;

/// <summary>The file contexts of the samples: in the .fc files, in what secilc writes, and at look-up.</summary>
[Trait("Needs", "toolchain")]
[Collection(nameof(DebianLinks))]
public class SampleLabelTests(DebianLinks links, ITestOutputHelper output)
{
    public static TheoryData<string, string> Files => new()
    {
        { "container_types", "debian12" }, { "gravity", "debian12" }, { "inventory", "debian12" }, { "gravity", "el9" }, { "inventory", "el9" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Setfiles_accepts_the_file_contexts(string module, string target)
    {
        var file = links.Folder.Write($"{module}.{target}.check.fc", Samples.Compiled[module].FileContexts(target));
        var run = Tool.Setfiles.Run("-c", links.WithSamples.Binary, file).Succeeded();
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("debian12")]
    [InlineData("el9")]
    public void The_fc_files_and_the_CIL_say_the_same_in_the_same_order(string target)
    {
        var written = Linked(target).FileContextLines;
        var ofTheBase = links.TypesAlone.FileContextLines.ToHashSet();
        var gained = written.Where(l => !ofTheBase.Contains(l)).ToArray();
        var said = Samples.Compiled.All
            .Select(s => Lines(s.FileContexts(target == "el9" && s.Module == "container_types" ? "debian12" : target)))
            .ToArray();
        Assert.Equal(gained.Order(StringComparer.Ordinal), said.SelectMany(l => l).Order(StringComparer.Ordinal));
        foreach (var lines in said)
        {
            Assert.Equal(gained.Where(lines.Contains), lines);
        }

        output.WriteLine($"{gained.Length} file contexts");
    }

    [Theory]
    [InlineData("debian12")]
    [InlineData("el9")]
    public void A_path_has_its_label_in_each_spelling(string target)
    {
        var wrong = ExpectedLabels.All.GroupBy(e => e.Kind).SelectMany(kind =>
        {
            var paths = kind.Select(e => e.Path).ToArray();
            var found = Tool.Matchpathcon.Run(["-n", "-f", Linked(target).FileContexts, "-m", Mode(kind.Key), .. paths]).Output.Split('\n');
            return kind.Zip(found).Where(pair => pair.Second != Context(pair.First.Type)).Select(pair => $"{pair.First.Path} ({kind.Key}) is {pair.Second}, not {pair.First.Type}");
        }).ToArray();
        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
        output.WriteLine($"{ExpectedLabels.All.Count()} paths");
    }

    [Fact]
    public void Labels_for_el9_are_spelled_under_var_run()
    {
        var el9 = Lines(Samples.Compiled["gravity"].FileContexts("el9"));
        var debian = Lines(Samples.Compiled["gravity"].FileContexts("debian12"));
        Assert.Contains("/var/run/planet\\.sock\t-s\tsystem_u:object_r:container_var_run_t:s0", el9);
        Assert.Contains("/run/planet\\.sock\t-s\tsystem_u:object_r:container_var_run_t:s0", debian);
        Assert.DoesNotContain(el9, line => line.StartsWith("/run/", StringComparison.Ordinal));
        Assert.DoesNotContain(debian, line => line.StartsWith("/var/run/", StringComparison.Ordinal));
    }

    private LinkedPolicy Linked(string target) => target == "el9" ? links.WithSamplesOfEl9 : links.WithSamples;

    /// <summary>The lines that label something: what an optional holds is there as a comment.</summary>
    private static string[] Lines(string fileContexts) =>
        [.. fileContexts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#')];

    private static string Context(string type) => type == "<<none>>" ? type : $"system_u:object_r:{type}:s0";

    private static string Mode(string kind) => kind switch
    {
        "directory" => "dir",
        "symlink" => "lnk_file",
        "socket" => "sock_file",
        _ => kind,
    };
}
