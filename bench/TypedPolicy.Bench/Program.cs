using BenchmarkDotNet.Running;
using TypedPolicy.Bench.Builds;
using TypedPolicy.Bench.Measuring;

switch (args)
{
    case ["all"]:
        Machine.Print();
        QuickTable.Print(QuickTable.LargestSize);
        WholeBuilds.Print();
        return 0;
    case ["--quick"]:
        Machine.Print();
        QuickTable.Print(QuickTable.LargestSize);
        return 0;
    case ["--quick", var largest] when int.TryParse(largest, out var rules):
        Machine.Print();
        QuickTable.Print(rules);
        return 0;
    case ["builds"]:
        Machine.Print();
        WholeBuilds.Print();
        return 0;
    case ["--filter" or "--list", ..]:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
    default:
        Console.Error.WriteLine(
            """
            usage: TypedPolicy.Bench all               both of the following
                   TypedPolicy.Bench --quick [rules]   the generator's steps, by a stopwatch, for policies of up to so many rules
                   TypedPolicy.Bench builds            whole builds, and the peers
                   TypedPolicy.Bench --filter '*'      the generator's steps, by BenchmarkDotNet
            """);
        return 2;
}
