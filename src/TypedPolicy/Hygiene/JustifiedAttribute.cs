using System;

namespace TypedPolicy;

/// <summary>
/// Suppresses a rule, with a reason. It applies to the class that it is on and to those nested in
/// it, or for the whole assembly. It has no effect on blocking errors.
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
