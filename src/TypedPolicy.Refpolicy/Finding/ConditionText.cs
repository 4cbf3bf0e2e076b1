using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>Conditions as the policy language writes them.</summary>
internal static class ConditionText
{
    public static string Of(Condition condition) => condition switch
    {
        BooleanCondition boolean => boolean.Name,
        NotCondition not => OfNot(not.Operand),
        BinaryCondition binary => $"{Operand(binary.Left)} {Sign(binary.Operator)} {Operand(binary.Right)}",
        _ => "",
    };

    public static string OfNot(Condition condition) => $"!{Operand(condition)}";

    private static string Operand(Condition condition) => condition is BinaryCondition ? $"({Of(condition)})" : Of(condition);

    private static string Sign(ConditionOperator sign) => sign switch
    {
        ConditionOperator.And => "&&",
        ConditionOperator.Or => "||",
        ConditionOperator.Xor => "^",
        ConditionOperator.Equal => "==",
        _ => "!=",
    };
}
