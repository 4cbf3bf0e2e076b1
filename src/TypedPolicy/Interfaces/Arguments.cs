namespace TypedPolicy;

/// <summary>The first type argument of the policy interface that the rule belongs to.</summary>
public sealed class Arg1
{
    private Arg1()
    {
    }
}

/// <summary>The second type argument of the policy interface that the rule belongs to.</summary>
public sealed class Arg2
{
    private Arg2()
    {
    }
}

/// <summary>The third type argument of the policy interface that the rule belongs to.</summary>
public sealed class Arg3
{
    private Arg3()
    {
    }
}

/// <summary>The fourth type argument of the policy interface that the rule belongs to.</summary>
public sealed class Arg4
{
    private Arg4()
    {
    }
}

/// <summary>The fifth type argument of the policy interface that the rule belongs to.</summary>
public sealed class Arg5
{
    private Arg5()
    {
    }
}

/// <summary>The sixth type argument of the policy interface that the rule belongs to.</summary>
public sealed class Arg6
{
    private Arg6()
    {
    }
}

/// <summary>The seventh type argument of the policy interface that the rule belongs to.</summary>
public sealed class Arg7
{
    private Arg7()
    {
    }
}

/// <summary>The eighth type argument of the policy interface that the rule belongs to.</summary>
public sealed class Arg8
{
    private Arg8()
    {
    }
}

/// <summary>The ninth type argument of the policy interface that the rule belongs to.</summary>
public sealed class Arg9
{
    private Arg9()
    {
    }
}
