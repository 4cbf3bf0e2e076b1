using System.Globalization;
using TypedPolicy.Bench.Builds;
using TypedPolicy.Bench.Measuring;
using TypedPolicy.Bench.Synthetic;

namespace TypedPolicy.Bench.Live;

/// <summary>From keystroke to squiggle, in projects that reference the packed product.</summary>
internal static class LiveTable
{
    /// <summary>Rules, and into how many files a component of forty rules is split: 1,000 rules in 50 files, 10,000 in 1,000.</summary>
    private static readonly (int Rules, int FilesPerComponent)[] Sizes = [(1_000, 2), (10_000, 4)];

    /// <summary>Edits before the clock counts: an editor has been open for minutes, and the runtime has optimized what runs on each key.</summary>
    public const int WarmUp = 60;

    /// <param name="only">The number of rules of the one size that is measured; nothing for all.</param>
    /// <param name="runs">Edits that are timed of each kind; the median counts.</param>
    /// <param name="edits">After how many edits the memory is looked at again.</param>
    public static async Task Print(int? only, int runs, int edits)
    {
        try
        {
            Workspace.Prepare();
            foreach (var (rules, filesPerComponent) in Sizes.Where(s => only is null || s.Rules == only))
            {
                var folder = Workspace.Policy(rules, filesPerComponent);
                Shell.Run(folder, "dotnet", "restore", "-v:q");
                await PrintParts(folder, rules, runs);
                await Latency(folder, rules, runs);
                if (rules == Sizes[0].Rules)
                {
                    await Memory(folder, edits);
                }

                AnalyzerShares.Print(folder, rules);
            }
        }
        finally
        {
            Workspace.Delete();
        }
    }

    private static async Task PrintParts(string folder, int rules, int runs)
    {
        using var project = await LiveProject.Open(folder);
        var parts = new Parts();
        for (var i = 0; i < WarmUp + runs; i++)
        {
            await Mistake.All[^1].Toggle(project, isWrong: i % 2 == 0);
            if (i == WarmUp)
            {
                parts.Forget();
            }

            parts.Run(await project.Compilation());
        }

        parts.Print($"{rules.ToString("N0", CultureInfo.InvariantCulture)} rules, an edit of a label");
    }

    private static async Task Latency(string folder, int rules, int runs)
    {
        var rows = new List<string[]>();
        using (var bare = await LiveProject.Open(folder, isBare: true))
        {
            rows.Add(await Row(bare, Mistake.All[0] with { Name = "a file without TypedPolicy's generators and analyzers: what the compiler says of it", Rule = "" }, runs));
        }

        using var project = await LiveProject.Open(folder);
        foreach (var mistake in Mistake.All)
        {
            rows.Add(await Row(project, mistake, runs));
        }

        var binding = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            await Mistake.All[0].Toggle(project, isWrong: i % 2 == 0);
            binding.Add((await project.BindAttributes()).TotalMilliseconds);
        }

        rows.Add(["of the rules over the whole policy, Roslyn binding every attribute again", "", Median(binding), "", ""]);
        var files = Directory.EnumerateFiles(folder, "Component*.cs", SearchOption.AllDirectories).Count();
        Table.Print([$"{rules.ToString("N0", CultureInfo.InvariantCulture)} rules in {files} files, medians, ms", "compilation, with generators", "analysis", "from text to squiggle", "fastest"], rows);
    }

    private static async Task<string[]> Row(LiveProject project, Mistake mistake, int runs)
    {
        var times = new List<(double Compilation, double All)>();
        await Rounds(project, mistake, WarmUp, []);
        await Rounds(project, mistake, runs, times);
        return [mistake.Name, Median(times.Select(t => t.Compilation)), Median(times.Select(t => t.All - t.Compilation)), Median(times.Select(t => t.All)), Number(times.Min(t => t.All))];
    }

    private static async Task Rounds(LiveProject project, Mistake mistake, int runs, List<(double Compilation, double All)> times)
    {
        for (var i = 0; i < runs; i++)
        {
            var isWrong = i % 2 == 0;
            var file = await mistake.Toggle(project, isWrong);
            var (compilation, all, found) = await project.Squiggles(file, mistake.SymbolOnly);
            if (mistake.Rule.Length > 0 && found.Any(d => d.Id == mistake.Rule) != isWrong)
            {
                throw new InvalidOperationException($"{mistake.Rule} was {(isWrong ? "not shown" : "shown")}: {string.Join("; ", found)}");
            }

            times.Add((compilation.TotalMilliseconds, all.TotalMilliseconds));
        }

        if (runs % 2 == 1)
        {
            await mistake.Toggle(project, isWrong: false);
        }
    }

    private static async Task Memory(string folder, int edits)
    {
        using var project = await LiveProject.Open(folder);
        var mistake = Mistake.All[^1];
        var rows = new List<string[]>();
        await Rounds(project, mistake, 100, []);
        rows.Add(["after 100 edits", Megabytes()]);
        for (var i = 1; i <= 4; i++)
        {
            await Rounds(project, mistake, edits / 4 / 2 * 2, []);
            rows.Add([$"after {100 + (i * (edits / 4 / 2 * 2))}", Megabytes()]);
        }

        Table.Print(["memory in use, after a full collection", "MB"], rows);
    }

    private static string Megabytes()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return (GC.GetTotalMemory(forceFullCollection: true) / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static string Median(IEnumerable<double> times) => Number(Sample.Median([.. times]));

    private static string Number(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
