using System;

namespace TypedPolicy;

/// <summary>
/// Suppresses a rule, with a reason: on a class, for it and the classes nested in it; on the assembly, for
/// all of it. It has no effect on blocking errors.
/// </summary>
/// <param name="rule">The id of the rule: <c>TP5003</c>.</param>
/// <param name="reason">Why the finding is acceptable. Without a reason it has no effect (TP8002).</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class JustifiedAttribute(string rule, string reason) : Attribute
{
    /// <summary>The id of the rule.</summary>
    public string Rule { get; } = rule;

    /// <summary>Why the finding is acceptable.</summary>
    public string Reason { get; } = reason;
}
