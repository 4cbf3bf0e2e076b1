using System.Globalization;
using TypedPolicy.Bench.Synthetic;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Bench.Measuring;

/// <summary>Measures what runs in the compiler's process, by a stopwatch, in about a minute.</summary>
internal static class QuickTable
{
    private static readonly int[] Sizes = [100, 1_000, 10_000, 50_000];

    public static void Print()
    {
        WarmUp();
        var stages = new List<(string Name, List<Sample> Samples)>();
        var (bytes, sizes) = (new List<(double One, double All)>(), new List<(int With, int Without)>());
        foreach (var size in Sizes)
        {
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
            sizes.Add((with.Length, without.Length));
        }

        Table.Print(["median, ms (MB allocated)", .. Sizes.Select(s => s.ToString("N0", CultureInfo.InvariantCulture) + " rules"), "50,000 : 1,000, per rule"],
            stages.Select(s => (string[])[s.Name, .. s.Samples.Select(x => $"{x.Time} ({x.Memory})"), Number(Ratio(s.Samples), "0.00")]));
        Table.Print(["CIL and the assembly", .. Sizes.Select(s => s.ToString("N0", CultureInfo.InvariantCulture) + " rules")],
            [
                ["CIL for one target, MB", .. bytes.Select(b => Number(b.One, "0.00"))],
                ["CIL for six targets (equal text once), MB", .. bytes.Select(b => Number(b.All, "0.00"))],
                ["writer, 6 targets, MB/s", .. bytes.Select((b, i) => Number(b.All / Of(stages, "CIL text, 6")[i].Milliseconds * 1000, "0"))],
                ["writer, 1 target, MB/s", .. bytes.Select((b, i) => Number(b.One / Of(stages, "CIL text, 1")[i].Milliseconds * 1000, "0"))],
                ["assembly, KB", .. sizes.Select(s => Number(s.With / 1e3, "0"))],
                ["  without what the generator adds, KB", .. sizes.Select(s => Number(s.Without / 1e3, "0"))],
                ["  added for each rule, bytes", .. sizes.Select((s, i) => Number((s.With - s.Without) / (double)Sizes[i], "0"))],
            ]);
        Table.Print(["an edit, 1,000 rules", "ms", "what ran again"],
            Edits.Measure(new SyntheticCompilation(1_000), runs: 15).Select(e => (string[])[e.Name, e.Time.Time, e.Ran]));
    }

    /// <summary>As the compiler server is after some builds: what runs often is optimized.</summary>
    private static void WarmUp()
    {
        var stages = new Stages(new SyntheticCompilation(1_000));
        foreach (var (_, measure) in stages.All())
        {
            measure(20);
        }

        Thread.Sleep(500); // tiered compilation works in the background
        foreach (var (_, measure) in stages.All())
        {
            measure(20);
        }
    }

    private static int Runs(int size) => size switch { <= 1_000 => 31, <= 10_000 => 9, _ => 3 };

    private static List<Sample> Of(List<(string Name, List<Sample> Samples)> stages, string name) =>
        stages.Single(s => s.Name.Contains(name, StringComparison.Ordinal)).Samples;

    private static double Ratio(List<Sample> samples) => samples[^1].Milliseconds / Sizes[^1] / (samples[1].Milliseconds / Sizes[1]);

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
