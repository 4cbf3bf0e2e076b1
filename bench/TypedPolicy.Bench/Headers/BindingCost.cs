using System.Globalization;
using TypedPolicy.Bench.Builds;
using TypedPolicy.Bench.Measuring;

namespace TypedPolicy.Bench.Headers;

/// <summary>What the bindings of a whole distribution cost a build that has them: the same policy with and without them, as whole processes.</summary>
internal static class BindingCost
{
    private const int Rules = 1_000;
    private const int Runs = 9;

    public static void Print()
    {
        try
        {
            Workspace.Prepare();
            var plain = Workspace.Policy(Rules);
            var bound = Workspace.PolicyOnHeaders(Rules, HeaderReading.Folder);
            Build(plain);
            var first = Build(bound);
            var (changed, changedBound) = Pairs(plain, bound, "--no-incremental");
            var (nothing, nothingBound) = Pairs(plain, bound);
            Table.Print([$"dotnet build of a policy of {Rules} rules, ms", "without", "with the bindings", "difference"],
                [
                    ["first build of all: the headers are read and compiled", "", Number(first), ""],
                    Row("every file compiled again", changed, changedBound),
                    Row("nothing to do", nothing, nothingBound),
                ]);
        }
        finally
        {
            Workspace.Delete();
        }
    }

    /// <summary>One after the other, so that what else the machine does falls on both.</summary>
    private static (double Without, double With) Pairs(string plain, string bound, params string[] arguments)
    {
        var pairs = Enumerable.Range(0, Runs).Select(_ => (Build(plain, arguments), Build(bound, arguments))).ToList();
        return (Sample.Median(pairs.Select(p => p.Item1)), Sample.Median(pairs.Select(p => p.Item2)));
    }

    private static double Build(string folder, params string[] arguments) =>
        Shell.Run(folder, "dotnet", ["build", "-v", "q", "-nodeReuse:false", .. arguments]).Time.TotalMilliseconds;

    private static string[] Row(string name, double without, double with) => [name, Number(without), Number(with), Number(with - without)];

    private static string Number(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture);
}
