using System.Diagnostics;
using System.Globalization;
using TypedPolicy.Bench.Builds;
using TypedPolicy.Bench.Measuring;
using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Bench.Sepol;

/// <summary>Loading Debian's policy with Gravity's and a thousand mixed questions, beside setools' commands and its library; linking, beside secilc.</summary>
internal static class SepolTable
{
    private const int Runs = 5;
    private static readonly string Self = typeof(SepolTable).Assembly.Location;

    public static void Print()
    {
        string[] missing = [.. new[] { "sesearch", "seinfo", "sedta", "seinfoflow", "matchpathcon", "secilc" }.Where(p => !Shell.Has(p))];
        if (!QuestionFiles.CanBeMade || missing.Length > 0)
        {
            Console.WriteLine($"Debian's packages selinux-policy-default, setools, selinux-utils, secilc and libsepol2 are needed. {string.Join(' ', missing)}");
            return;
        }

        using var files = new QuestionFiles();
        Queries(files);
        Linking(files);
    }

    private static void Queries(QuestionFiles files)
    {
        var own = Enumerable.Range(0, Runs).Select(_ => Own(files)).ToList();
        var library = Library(files);
        var commands = new Commands(files);
        var ours = own[0];
        var rows = new List<string[]>
        {
            Row("starting and reading the policy", "", Median(own, r => r.Whole - r.Times.Values.Sum() + r.Times["load"]), library.Whole - library.Times.Values.Sum() + library.Times["load"], null),
        };
        var all = 0.0;
        foreach (var (kind, count) in Questions.Mix)
        {
            var questions = files.Lines.Where(l => l.StartsWith(kind + " ", StringComparison.Ordinal)).ToList();
            var each = commands.Measure(kind, questions);
            all += each * count;
            rows.Add(Row($"{count} × {kind}", $"{Commands.Program(kind)}: {each:0}, median of {Commands.Sampled(kind)}", Median(own, r => r.Times[kind]), library.Times[kind], each * count));
        }

        rows.Add(Row("the whole", "", Median(own, r => r.Whole), library.Whole, all));
        Table.Print(["1,000 questions, ms", "TypedPolicy", "setools' library", "times", "commands", "one command", "times"], rows);
        var equal = ours.Answers.Zip(library.Answers).Count(a => a.First == a.Second);
        Console.WriteLine($"TypedPolicy: median of {Runs} processes; the library: one process; commands: the sampled ones, times as many as there are questions.\n");
        Console.WriteLine($"Memory, at most: {own.Max(r => r.Memory)} MB; setools' library: {library.Memory} MB. {equal} of {ours.Answers.Count} answers are equal to the library's.");
        foreach (var (question, mine, theirs) in files.Lines.Zip(ours.Answers, library.Answers).Where(a => a.Second != a.Third).Take(10))
        {
            Console.WriteLine($"  {question}: {mine}, setools: {theirs}");
        }

        Console.WriteLine();
    }

    private static void Linking(QuestionFiles files)
    {
        string[] modules = [.. files.Sources.Select(s => files.At(s.Name))];
        var (own, theirs, inside) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Runs; i++)
        {
            // In turns, so that what else the machine does falls on both.
            theirs.Add(Shell.Run(files.Folder, "secilc", ["-m", "-o", files.At("theirs.policy"), "-f", files.At("theirs.fc"), .. modules]).Time.TotalMilliseconds);
            own.Add(Workstation([LinkOnce.Argument, files.At("own"), .. modules]));
            var clock = Stopwatch.StartNew();
            PolicyLinker.Link(files.Sources);
            inside.Add(clock.Elapsed.TotalMilliseconds);
        }

        var same = File.ReadAllBytes(files.At("own.policy")).AsSpan().SequenceEqual(File.ReadAllBytes(files.At("theirs.policy")));
        var peer = Sample.Median(theirs);
        Table.Print([$"linking {modules.Length} modules, neverallow checked, ms", "median", "of secilc"],
            [
                ["secilc, a whole process", Number(peer), "1.00"],
                ["TypedPolicy, a whole process", Number(Sample.Median(own)), Ratio(Sample.Median(own) / peer)],
                ["TypedPolicy, in a process that runs (PolicyLinker.Link)", Number(Sample.Median(inside)), Ratio(Sample.Median(inside) / peer)],
            ]);
        Console.WriteLine($"Median of {Runs}, in turns. Both kernel policies are {(same ? "the same to the byte" : "different")}.\n");
    }

    private static Run Own(QuestionFiles files)
    {
        var whole = Workstation([Answers.Once, files.Policy, files.FileContexts, files.Questions, files.At("own")]);
        return Run.Read(files.At("own"), whole);
    }

    private static Run Library(QuestionFiles files)
    {
        using var stream = typeof(SepolTable).Assembly.GetManifestResourceStream("questions.py")!;
        using var reader = new StreamReader(stream);
        var script = files.At("questions.py");
        File.WriteAllText(script, reader.ReadToEnd());

        // The Python that setools is installed for, which need not be the first on the path.
        var whole = Shell.Run(files.Folder, "/usr/bin/python3", script, files.Policy, files.FileContexts, files.Questions, files.Map, files.At("theirs")).Time;
        return Run.Read(files.At("theirs"), whole.TotalMilliseconds);
    }

    // This program's own collector is the server's, which no program that asks a policy has.
    private static double Workstation(string[] arguments) =>
        Shell.Run(Path.GetTempPath(), "env", ["DOTNET_gcServer=0", "dotnet", Self, .. arguments]).Time.TotalMilliseconds;

    private static string[] Row(string name, string one, double own, double library, double? commands) =>
        [name, Number(own), Number(library), Ratio(library / own), commands is { } all ? Number(all) : "", one, commands is { } whole ? Ratio(whole / own) : ""];

    private static double Median(List<Run> runs, Func<Run, double> value) => Sample.Median(runs.Select(value));

    private static string Number(double milliseconds) => milliseconds.ToString(milliseconds < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => ratio.ToString(ratio < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture);

    /// <summary>What a process answered, how long it took, and its largest memory in MB.</summary>
    private sealed record Run(double Whole, IReadOnlyList<string> Answers, IReadOnlyDictionary<string, double> Times, int Memory)
    {
        public static Run Read(string file, double whole)
        {
            var lines = File.ReadAllLines(file);
            var times = lines[^2].Split(' ').Skip(1).Select(t => t.Split('=')).ToDictionary(t => t[0], t => double.Parse(t[1], CultureInfo.InvariantCulture));
            return new(whole, lines[..^2], times, int.Parse(lines[^1].Split(' ')[1], CultureInfo.InvariantCulture));
        }
    }
}
