using System.Globalization;
using TypedPolicy.Bench.Synthetic;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Bench.Measuring;

/// <summary>Measures what runs in the compiler's process, by a stopwatch, in about a minute.</summary>
internal static class QuickTable
{
    public const int MaxSizeSize = 50_000;

    public static void Print(int largest)
    {
        int[] allSizes = [100, 1_000, 10_000, MaxSizeSize];
        var sizes = allSizes.Where(s => s <= Math.Max(largest, 1_000)).ToArray();
        WarmUp();
        var edits = Edits.Measure(new SyntheticCompilation(1_000), runs: 15).ToArray();
        var stages = new List<(string Name, List<Sample> Samples)>();
        var (bytes, assemblies) = (new List<(double One, double All)>(), new List<(int With, int Without)>());
        foreach (var size in sizes)
        {
            GC.Collect();
            var compilation = new SyntheticCompilation(size);
            var measured = new Stages(compilation);
            var row = 0;
            foreach (var (name, measure) in measured.All())
            {
                if (stages.Count == row)
                {
                    stages.Add((name, []));
                }

                stages[row++].Samples.Add(measure(Runs(size)));
            }

            bytes.Add((measured.CilFor(Target.Default).Length / 1e6, measured.Cil.Sum(p => p.Text.Length) / 1e6));
            var (with, without) = CarrierSize.Of(compilation);
            assemblies.Add((with.Length, without.Length));
        }

        Table.Print(["median, ms (MB allocated)", .. sizes.Select(s => s.ToString("N0", CultureInfo.InvariantCulture) + " rules"), $"{sizes[^1]:N0} : 1,000, per rule"],
            stages.Select(s => (string[])[s.Name, .. s.Samples.Select(x => $"{x.Time} ({x.Memory})"), Number(Ratio(s.Samples, sizes), "0.00")]));
        Table.Print(["CIL and the assembly", .. sizes.Select(s => s.ToString("N0", CultureInfo.InvariantCulture) + " rules")],
            [
                ["CIL for one target, MB", .. bytes.Select(b => Number(b.One, "0.00"))],
                ["CIL for six targets (equal text once), MB", .. bytes.Select(b => Number(b.All, "0.00"))],
                ["writer, 6 targets, MB/s", .. bytes.Select((b, i) => Number(b.All / Of(stages, "alone, 6")[i].Milliseconds * 1000, "0"))],
                ["writer, 1 target, MB/s", .. bytes.Select((b, i) => Number(b.One / Of(stages, "alone, 1")[i].Milliseconds * 1000, "0"))],
                ["assembly, KB", .. assemblies.Select(s => Number(s.With / 1e3, "0"))],
                ["  without what the generator adds, KB", .. assemblies.Select(s => Number(s.Without / 1e3, "0"))],
                ["  added for each rule, bytes", .. assemblies.Select((s, i) => Number((s.With - s.Without) / (double)sizes[i], "0"))],
            ]);
        Table.Print(["an edit, 1,000 rules", "ms", "what ran again"], edits.Select(e => (string[])[e.Name, e.Time.Time, e.Ran]));
    }

    /// <summary>As the compiler server is after some builds: what runs often is optimized.</summary>
    private static void WarmUp()
    {
        var stages = new Stages(new SyntheticCompilation(1_000));
        foreach (var (_, measure) in stages.All())
        {
            measure(12);
        }

        Thread.Sleep(500); // tiered compilation works in the background
        foreach (var (_, measure) in stages.All())
        {
            measure(12);
        }
    }

    private static int Runs(int size) => size switch { <= 1_000 => 21, <= 10_000 => 5, _ => 3 };

    private static List<Sample> Of(List<(string Name, List<Sample> Samples)> stages, string name) =>
        stages.Single(s => s.Name.Contains(name, StringComparison.Ordinal)).Samples;

    private static double Ratio(List<Sample> samples, int[] sizes) => samples[^1].Milliseconds / sizes[^1] / (samples[1].Milliseconds / sizes[1]);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
