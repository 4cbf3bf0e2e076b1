using System.Diagnostics;
using System.Globalization;

namespace TypedPolicy.Bench.Measuring;

/// <summary>What some work took: the median of several runs.</summary>
internal readonly record struct Sample(double Milliseconds, double Megabytes)
{
    public string Time => Milliseconds.ToString(Milliseconds < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    public string Memory => Megabytes.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Runs work several times, each on an input made before the clock starts.</summary>
    public static Sample Of<T>(int runs, Func<T> prepare, Action<T> work)
    {
        var samples = new Sample[runs];
        for (var i = 0; i < runs; i++)
        {
            var input = prepare();
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            work(input);
            var time = Stopwatch.GetElapsedTime(start);
            samples[i] = new(time.TotalMilliseconds, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6);
        }

        return new(Median(samples.Select(s => s.Milliseconds)), Median(samples.Select(s => s.Megabytes)));
    }

    public static Sample Of(int runs, Action work) => Of(runs, () => 0, _ => work());

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
