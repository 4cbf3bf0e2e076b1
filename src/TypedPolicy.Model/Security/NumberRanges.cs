namespace TypedPolicy.Model.Security;

/// <summary>The bounds of the numbers that are labelled; secilc stores what is outside them cut short silently.</summary>
public static class NumberRanges
{
    /// <summary>TP6001: ports, 1 to 65535. The kernel asks for no label of port 0, which stands for any free one.</summary>
    public static NumberProblem? CheckPorts(int low, int high) => NumberProblem.Check("port", 1, 65535, low, high);

    /// <summary>Infiniband partition keys, 0 to 65535.</summary>
    public static NumberProblem? CheckPartitionKeys(int low, int high) => NumberProblem.Check("partition key", 0, 65535, low, high);

    /// <summary>Infiniband end ports, 1 to 255.</summary>
    public static NumberProblem? CheckEndPort(int number) => NumberProblem.Check("end port", 1, 255, number, number);
}
