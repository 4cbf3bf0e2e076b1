using TypedPolicy.Toolchain.Tests.Tools;

namespace TypedPolicy.Toolchain.Tests.Corpus;

/// <summary>What libselinux finds for paths, asked through matchpathcon in as few runs as there can be.</summary>
internal sealed class Lookups(TemporaryFolder folder)
{
    private const int PathsOfOneRun = 5000;
    private int _files;

    /// <summary>
    /// Whether each spec, alone in the world, labels its path: every spec stands below a directory of its own, so that no other one is tried.
    /// </summary>
    public bool[] Alone(IReadOnlyList<(string Spec, string Mark, string Path, string Mode)> questions)
    {
        questions = [.. questions.Select(q => q with { Spec = ExamplePaths.WithoutTemplates(q.Spec) })];
        var places = questions.Select(q => (q.Spec, q.Mark)).Distinct().Select((spec, i) => (spec, Place: $"/s{i}")).ToDictionary(s => s.spec, s => s.Place);
        var lines = places.Select(p => string.Join('\t', new[] { p.Value + p.Key.Spec, p.Key.Mark, Label }.Where(part => part.Length > 0)));
        var asked = questions.Select(q => (Path: places[(q.Spec, q.Mark)] + q.Path, q.Mode)).ToList();
        var labels = Labels(lines, "", asked);
        return [.. labels.Select(l => l == Label)];
    }

    /// <summary>The label that each path has by some file contexts.</summary>
    public string[] Labels(IEnumerable<string> fileContexts, string equivalences, IReadOnlyList<(string Path, string Mode)> paths)
    {
        var file = folder.Write($"lookup{_files++}.fc", string.Concat(fileContexts.Select(line => line + "\n")));
        File.WriteAllText(file + ".subs_dist", equivalences);
        var labels = new string[paths.Count];
        foreach (var run in paths.Select((p, i) => (p.Path, p.Mode, Index: i)).GroupBy(p => p.Mode).SelectMany(mode => mode.Chunk(PathsOfOneRun)))
        {
            var answers = Tool.Matchpathcon.Run(["-n", "-f", file, "-m", run[0].Mode, .. run.Select(p => p.Path)]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (answers.Length != run.Length)
            {
                throw new InvalidOperationException($"matchpathcon gave {answers.Length} answers for {run.Length} paths.");
            }

            foreach (var (asked, answer) in run.Zip(answers))
            {
                labels[asked.Index] = answer;
            }
        }

        return labels;
    }

    /// <summary>The label that a path has where its spec is consulted.</summary>
    public static string Label => "system_u:object_r:own_t:s0";

    /// <summary>The kind of file that a spec is for, as matchpathcon calls it; plain files where it is for all.</summary>
    public static string Mode(string mark) => mark switch
    {
        "-d" => "dir",
        "-c" => "chr_file",
        "-b" => "blk_file",
        "-l" => "lnk_file",
        "-p" => "pipe",
        "-s" => "sock_file",
        _ => "file",
    };

}
