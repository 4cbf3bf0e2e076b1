using TypedPolicy.Bench.Measuring;

switch (args)
{
    case ["--quick"]:
        Machine.Print();
        QuickTable.Print();
        return 0;
    default:
        Console.Error.WriteLine("usage");
        return 2;
}
