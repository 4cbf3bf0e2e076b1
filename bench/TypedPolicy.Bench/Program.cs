using BenchmarkDotNet.Running;
using TypedPolicy.Bench.Builds;
using TypedPolicy.Bench.Guests;
using TypedPolicy.Bench.Headers;
using TypedPolicy.Bench.Live;
using TypedPolicy.Bench.Measuring;
using TypedPolicy.Bench.Sepol;

switch (args)
{
    case ["all"]:
        Machine.Print();
        QuickTable.Print(QuickTable.MaxSizeSize);
        new WholeBuilds(WholeBuilds.DefaultRuns).Print(int.MaxValue);
        return 0;
    case ["--quick"]:
        Machine.Print();
        QuickTable.Print(QuickTable.MaxSizeSize);
        return 0;
    case ["--quick", var largest] when int.TryParse(largest, out var rules):
        Machine.Print();
        QuickTable.Print(rules);
        return 0;
    case ["live"]:
        Machine.Print();
        await LiveTable.Print(only: null, runs: 21, edits: 1_000);
        return 0;
    case ["live", var size] when int.TryParse(size, out var only):
        Machine.Print();
        await LiveTable.Print(only, runs: 21, edits: 1_000);
        return 0;
    case ["live", var size, var runs, var edits] when int.TryParse(size, out var only) && int.TryParse(runs, out var times) && int.TryParse(edits, out var count):
        Machine.Print();
        await LiveTable.Print(only, times, count);
        return 0;
    case ["builds"]:
        Machine.Print();
        new WholeBuilds(WholeBuilds.DefaultRuns).Print(int.MaxValue);
        return 0;
    case ["builds", var largest, var runs] when int.TryParse(largest, out var rules) && int.TryParse(runs, out var times):
        Machine.Print();
        new WholeBuilds(times).Print(rules);
        return 0;
    case ["headers"]:
        Machine.Print();
        HeaderReading.Print();
        Finding.Print();
        return 0;
    case ["bindings"]:
        Machine.Print();
        await BindingCost.Print();
        return 0;
    case [HeaderReading.Once]:
        HeaderReading.ReadOnce();
        return 0;
    case ["sepol"]:
        Machine.Print();
        SepolTable.Print();
        return 0;
    case [Answers.Once, var policy, var fileContexts, var questions, var output]:
        Answers.Run(policy, fileContexts, questions, output);
        return 0;
    case [LinkOnce.Argument, var linked, .. var modules]:
        LinkOnce.Run(linked, modules);
        return 0;
    case ["boots"]:
        Machine.Print();
        Boots.Print(100);
        return 0;
    case ["boots", var number] when int.TryParse(number, out var boots):
        Machine.Print();
        Boots.Print(boots);
        return 0;
    case ["--filter" or "--list", ..]:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
    default:
        Console.Error.WriteLine(
            """
            usage: TypedPolicy.Bench all               both of the following
                   TypedPolicy.Bench --quick [rules]   the generator's steps, by a stopwatch, for policies of up to so many rules
                   TypedPolicy.Bench live [rules [runs edits]]
                                                       from keystroke to squiggle in a workspace, and what memory and a build's analyzers cost: for policies
                                                       of 1,000 and 10,000 rules, or one of them
                   TypedPolicy.Bench builds [rules times]
                                                       whole builds, and the peers: up to so many rules, the median of so many times
                   TypedPolicy.Bench headers           reading a distribution's headers and finding in them, and the peers
                   TypedPolicy.Bench bindings          what the bindings of a distribution's headers cost a build and an edit
                   TypedPolicy.Bench sepol             a thousand questions about Debian's policy, and linking it, and the peers
                   TypedPolicy.Bench boots [times]     boots a kernel so many times (100), and counts those that do not come up or answer otherwise
                   TypedPolicy.Bench --filter '*'      the generator's steps, and reading headers, by BenchmarkDotNet
            """);
        return 2;
}
