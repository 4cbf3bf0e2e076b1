namespace TypedPolicy;

/// <summary>The first constructor argument of the policy interface that the rule belongs to; as a type, where it is an object class.</summary>
public sealed class Param1
{
    /// <summary>Stands for the argument where a value is expected: a file name, permissions.</summary>
    public const string Value = "{1}";

    private Param1()
    {
    }
}

/// <summary>The second constructor argument of the policy interface that the rule belongs to; as a type, where it is an object class.</summary>
public sealed class Param2
{
    /// <summary>Stands for the argument where a value is expected: a file name, permissions.</summary>
    public const string Value = "{2}";

    private Param2()
    {
    }
}

/// <summary>The third constructor argument of the policy interface that the rule belongs to; as a type, where it is an object class.</summary>
public sealed class Param3
{
    /// <summary>Stands for the argument where a value is expected: a file name, permissions.</summary>
    public const string Value = "{3}";

    private Param3()
    {
    }
}

/// <summary>The fourth constructor argument of the policy interface that the rule belongs to; as a type, where it is an object class.</summary>
public sealed class Param4
{
    /// <summary>Stands for the argument where a value is expected: a file name, permissions.</summary>
    public const string Value = "{4}";

    private Param4()
    {
    }
}
