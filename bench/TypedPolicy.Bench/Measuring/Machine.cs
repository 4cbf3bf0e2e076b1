using System.Globalization;
using System.Runtime.InteropServices;

namespace TypedPolicy.Bench.Measuring;

/// <summary>What the numbers were measured on.</summary>
internal static class Machine
{
    public static void Print()
    {
        Console.WriteLine($"Measured {DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} on {Environment.ProcessorCount} cores of {Processor()}, "
            + $"{Memory()} GB of memory, {RuntimeInformation.OSDescription.Trim()}, .NET {Environment.Version}; load {Load()} at the start.");
        Console.WriteLine();
    }

    private static string Processor() =>
        Lines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Memory() => (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30).ToString(CultureInfo.InvariantCulture);

    private static string Load() => Lines("/proc/loadavg").FirstOrDefault()?.Split(' ')[0] ?? "unknown";

    private static IEnumerable<string> Lines(string path) => File.Exists(path) ? File.ReadLines(path) : [];
}
