using System;

namespace TypedPolicy;

/// <summary>
/// Says that something which a rule warns of is meant, and why. It holds for the class that it stands on and for those nested in
/// it, or for the whole assembly. It has no effect on rules that keep a policy from being written.
/// </summary>
/// <param name="rule">The id of the rule: <c>TP5003</c>.</param>
/// <param name="reason">Why it is meant. Without a reason it has no effect (TP8002).</param>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class JustifiedAttribute(string rule, string reason) : Attribute
{
    /// <summary>The id of the rule.</summary>
    public string Rule { get; } = rule;

    /// <summary>Why it is meant.</summary>
    public string Reason { get; } = reason;
}
