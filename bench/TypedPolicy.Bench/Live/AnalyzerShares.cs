using System.Globalization;
using System.Text.RegularExpressions;
using TypedPolicy.Bench.Builds;
using TypedPolicy.Bench.Measuring;

namespace TypedPolicy.Bench.Live;

/// <summary>What each analyzer takes of a build, as the compiler reports it.</summary>
internal static partial class AnalyzerShares
{
    public static void Print(string folder, int rules)
    {
        Shell.Run(folder, "dotnet", "build", "--no-restore", "-v:q");
        var (time, output) = Shell.Run(folder, "dotnet", "build", "--no-restore", "--no-incremental", "-v:d", "-p:ReportAnalyzer=true");
        var rows = Line().Matches(output)
            .Where(m => !m.Groups["name"].Value.Contains(','))
            .Select(m => (Name: m.Groups["name"].Value, Seconds: Seconds(m.Groups["seconds"].Value)))
            .Where(a => a.Name.StartsWith("TypedPolicy.Analyzers.", StringComparison.Ordinal))
            .GroupBy(a => a.Name)
            .Select(g => (Name: g.Key, Seconds: g.Max(a => a.Seconds)))
            .OrderByDescending(a => a.Seconds)
            .ToArray();
        if (rows.Length == 0)
        {
            throw new InvalidOperationException("The compiler reported no analyzer of ours:\n" + output);
        }

        Table.Print(
            [$"{rules.ToString("N0", CultureInfo.InvariantCulture)} rules, dotnet build -p:ReportAnalyzer=true ({time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s)", "s", "of the build"],
            rows.Select(a => new[] { a.Name.Split('.')[^1], a.Seconds.ToString("0.000", CultureInfo.InvariantCulture), (a.Seconds / time.TotalSeconds).ToString("0.0 %", CultureInfo.InvariantCulture) }));
    }

    private static double Seconds(string text) => text.StartsWith('<') ? 0.001 : double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<seconds><?\d+\.\d+)\s+<?\d+\s+(?<name>\S.*?)(?:\s+\(TP.*)?\s*$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
