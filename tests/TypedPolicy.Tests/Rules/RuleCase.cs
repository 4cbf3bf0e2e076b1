using TypedPolicy.Model.Checks;

namespace TypedPolicy.Tests.Rules;

/// <summary>A policy that a rule refuses, what it says of it, and a policy close to it that is good.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Sentence">What the rule is about here.</param>
/// <param name="Bad">The policy that is refused.</param>
/// <param name="Problems">What is said of it: the place, and the message.</param>
/// <param name="Good">A policy that is not refused.</param>
public sealed record RuleCase(RuleId Rule, string Sentence, string Bad, string[] Problems, string Good);
