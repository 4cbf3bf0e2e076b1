namespace TypedPolicy.Model.Rules;

/// <summary>One rule of the policy, as C# says it: what it is lowered to may be several CIL statements.</summary>
/// <param name="Origin">Where it was said.</param>
public abstract record Rule(Origin Origin);
