namespace TypedPolicy.Refpolicy.Language;

/// <summary>A condition of booleans.</summary>
public abstract record Condition;

/// <summary>A boolean.</summary>
/// <param name="Name">Its name.</param>
public sealed record BooleanCondition(string Name) : Condition;

/// <summary>What is not so.</summary>
/// <param name="Operand">What.</param>
public sealed record NotCondition(Condition Operand) : Condition;

/// <summary>Two conditions with an operator between.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Left">The one before it.</param>
/// <param name="Right">The one after it.</param>
public sealed record BinaryCondition(ConditionOperator Operator, Condition Left, Condition Right) : Condition;

/// <summary>The operators of conditions, which CIL calls and, or, xor, eq and neq.</summary>
public enum ConditionOperator
{
    /// <summary><c>&amp;&amp;</c></summary>
    And,

    /// <summary><c>||</c></summary>
    Or,

    /// <summary><c>^</c></summary>
    Xor,

    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,
}
