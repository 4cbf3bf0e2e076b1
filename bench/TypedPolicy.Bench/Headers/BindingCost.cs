using System.Globalization;
using TypedPolicy.Bench.Builds;
using TypedPolicy.Bench.Live;
using TypedPolicy.Bench.Measuring;

namespace TypedPolicy.Bench.Headers;

/// <summary>What the bindings of a whole distribution cost a policy that has them, beside the same without: a build as a whole process, and an edit in an editor.</summary>
internal static class BindingCost
{
    private const int Rules = 1_000;
    private const int Runs = 9;
    private const int Edits = 41;

    public static async Task Print()
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
            Print(await EditsInTurn(plain, bound));
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

    /// <summary>From text to squiggle, by every rule, in two projects that are open at once, after each has been edited for a while.</summary>
    private static async Task<(List<double> Without, List<double> With)> EditsInTurn(string plain, string bound)
    {
        using var project = await LiveProject.Open(plain);
        using var boundProject = await LiveProject.Open(bound);
        if (!boundProject.HasBindings)
        {
            throw new InvalidOperationException("The project has no bindings in an editor.");
        }

        var (without, with) = (new List<double>(), new List<double>());
        for (var i = 0; i < LiveTable.WarmUp + Edits; i++)
        {
            without.Add(await Edit(project, i));
            with.Add(await Edit(boundProject, i));
        }

        return (without[LiveTable.WarmUp..], with[LiveTable.WarmUp..]);
    }

    private static async Task<double> Edit(LiveProject project, int i)
    {
        var file = await Mistake.All[1].Toggle(project, isWrong: i % 2 == 0);
        return (await project.Squiggles(file, symbolOnly: false)).All.TotalMilliseconds;
    }

    private static void Print((List<double> Without, List<double> With) edits) => Table.Print([$"an edit of a policy of {Rules} rules, from text to squiggle by every rule, ms", "without", "with the bindings", "difference"],
        [
            Row("median", Sample.Median(edits.Without), Sample.Median(edits.With)),
            Row("fastest", edits.Without.Min(), edits.With.Min()),
        ]);

    private static double Build(string folder, params string[] arguments) =>
        Shell.Run(folder, "dotnet", ["build", "-v", "q", "-nodeReuse:false", .. arguments]).Time.TotalMilliseconds;

    private static string[] Row(string name, double without, double with) => [name, Number(without), Number(with), Number(with - without)];

    private static string Number(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture);
}
