using System.Globalization;
using System.Text.RegularExpressions;
using TypedPolicy.Bench.Measuring;
using TypedPolicy.Bench.Synthetic;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Bench.Builds;

/// <summary>Times whole processes: what a person waits for, against the toolchain of the old policy language in the same run.</summary>
/// <param name="runs">How often each is run; the median counts.</param>
internal sealed partial class WholeBuilds(int runs)
{
    public const int DefaultRuns = 5;

    private static readonly int[] Sizes = [1_000, 10_000];

    /// <summary>A build that has nothing to do is short, and what it is asked for is a small difference: more runs.</summary>
    private int NothingToDoRuns => (2 * runs) - 1;

    public void Print(int largest)
    {
        var sizes = Sizes.Where(s => s <= Math.Max(largest, Sizes[0])).ToArray();
        try
        {
            Workspace.Prepare();
            Table.Print(["layout task alone, ms", "first call", "new files", "nothing new"], LayoutTask.Measure(sizes));
            Starts();
            foreach (var rules in sizes)
            {
                Builds(rules);
            }
        }
        finally
        {
            Workspace.Delete();
        }
    }

    /// <summary>What dotnet takes before it has any policy to do.</summary>
    private void Starts()
    {
        var empty = Restored(Workspace.Empty());
        var sdk = Shell.Run(empty, "dotnet", "--version").Output.Trim();
        var compiler = Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetDirectoryName(typeof(object).Assembly.Location)!)! + "/../../sdk/" + sdk, "csc.dll", SearchOption.AllDirectories).First();
        var clean = Median(runs, () => Build(empty, "--no-incremental"));
        var nothing = Median(NothingToDoRuns, () => Build(empty));
        Table.Print(["starts, ms", "median"],
            [
                ["csc, started to say its version", Median(runs, () => Shell.Run(empty, "dotnet", compiler, "-version").Time)],
                ["dotnet build of a library with one class, clean", clean],
                ["dotnet build of a library with one class, nothing to do", nothing],
            ]);
    }

    private void Builds(int rules)
    {
        var (policy, ordinary) = (Restored(Workspace.Policy(rules)), Restored(Workspace.Ordinary(rules)));
        var rows = new List<string[]>
        {
            Row("dotnet build, clean", runs, policy, ordinary, (folder, _) => Build(folder, "--no-incremental")),
            Row("dotnet build, nothing to do", NothingToDoRuns, policy, ordinary, (folder, _) => Build(folder)),
            Row("dotnet build, after an edit without policy", runs, policy, ordinary, (folder, run) =>
            {
                var (path, text) = SyntheticPolicy.Ordinary(run + 1);
                File.WriteAllText(Path.Combine(folder, path), text);
                return Build(folder);
            }),
            Row("dotnet build, after an edit of a rule", runs, policy, ordinary, (folder, run) =>
            {
                EditRule(folder, isEdited: run % 2 == 0);
                return Build(folder);
            }),
        };
        Table.Print([$"{rules.ToString("N0", CultureInfo.InvariantCulture)} rules, ms", "with TypedPolicy", "the same C# without", "difference"], rows);

        // The peers get the policy as it was.
        EditRule(policy, isEdited: false);
        Build(policy);
        var targets = TargetTime().Matches(Shell.Run(policy, "dotnet", "build", "--no-restore", "-v:q", "-clp:PerformanceSummary").Output)
            .Where(m => m.Groups["name"].Value.Contains("TypedPolicy", StringComparison.Ordinal))
            .Sum(m => int.Parse(m.Groups["ms"].Value, CultureInfo.InvariantCulture));
        Console.WriteLine($"With nothing to do, MSBuild counts {targets} ms in the targets of TypedPolicy.\n");
        Peers(rules, File.ReadAllText(Directory.EnumerateFiles(Path.Combine(policy, "bin"), "synthetic.cil", SearchOption.AllDirectories).First()));
    }

    private static void EditRule(string folder, bool isEdited)
    {
        var file = Path.Combine(folder, "Components", "Component1.cs");
        var (from, to) = isEdited ? ("ProcessPerms.Fork |", "ProcessPerms.Setexec |") : ("ProcessPerms.Setexec |", "ProcessPerms.Fork |");
        File.WriteAllText(file, File.ReadAllText(file).Replace(from, to, StringComparison.Ordinal));
    }

    private void Peers(int rules, string cil)
    {
        var folder = Workspace.Module(rules, cil);
        var plain = Path.Combine(folder, "plain");
        var rows = new List<string[]>();
        Add("make", "/usr/share/selinux/devel/Makefile", "make of synthetic.pp, clean", () =>
        {
            Directory.EnumerateFiles(folder, "*.pp").ToList().ForEach(File.Delete);
            if (Directory.Exists(Path.Combine(folder, "tmp")))
            {
                Directory.Delete(Path.Combine(folder, "tmp"), recursive: true);
            }

            return Shell.Run(folder, "make", "-f", "/usr/share/selinux/devel/Makefile", "synthetic.pp").Time;
        });
        Add("make", "/usr/share/selinux/devel/Makefile", "make of synthetic.pp, nothing to do", () => Shell.Run(folder, "make", "-f", "/usr/share/selinux/devel/Makefile", "synthetic.pp").Time);
        Add("checkmodule", "/", "checkmodule -M -m of the .te", () => Shell.Run(plain, "checkmodule", "-M", "-m", "-o", "synthetic.mod", "synthetic.te").Time);
        Add("secilc", "/", "secilc of a small base and the CIL of TypedPolicy", () => Shell.Run(plain, "secilc", "-M", "1", "-o", "policy", "-f", "file_contexts", "base.cil", "synthetic.cil").Time);
        Table.Print([$"{rules.ToString("N0", CultureInfo.InvariantCulture)} rules, peers, ms", "median"], rows);

        void Add(string program, string needed, string name, Func<TimeSpan> run) =>
            rows.Add([name, Shell.Has(program) && Path.Exists(needed) ? Median(runs, run) : "not here"]);
    }

    private static string Restored(string folder)
    {
        Shell.Run(folder, "dotnet", "restore", "-v:q");
        Build(folder);
        return folder;
    }

    private static TimeSpan Build(string folder, params string[] arguments) =>
        Shell.Run(folder, "dotnet", ["build", "--no-restore", "-v:q", .. arguments]).Time;

    /// <summary>Both projects in turns, so that what else the machine does falls on both.</summary>
    private static string[] Row(string name, int times, string policy, string ordinary, Func<string, int, TimeSpan> build)
    {
        var (with, without) = (new List<double>(), new List<double>());
        for (var i = 0; i < times; i++)
        {
            with.Add(build(policy, i).TotalMilliseconds);
            without.Add(build(ordinary, i).TotalMilliseconds);
        }

        var (a, b) = (Sample.Median(with), Sample.Median(without));
        return [name, Number(a), Number(b), Number(a - b)];
    }

    private static string Median(int times, Func<TimeSpan> run) =>
        Number(Sample.Median(Enumerable.Range(0, times).Select(_ => run().TotalMilliseconds)));

    private static string Number(double milliseconds) => milliseconds.ToString("0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<ms>\d+) ms\s+(?<name>\S+)\s+\d+ calls?\s*$", RegexOptions.Multiline)]
    private static partial Regex TargetTime();
}
