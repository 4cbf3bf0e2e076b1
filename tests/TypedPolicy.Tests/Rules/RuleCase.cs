using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Tests.Rules;

/// <summary>A policy that a rule refuses, what it says of it, and a policy close to it that is good.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Sentence">What the rule is about here.</param>
/// <param name="Bad">The policy that is refused.</param>
/// <param name="Problems">What is said of it: the place, and the message.</param>
/// <param name="Good">A policy that is not refused.</param>
/// <param name="Upstream">Two assemblies, where it takes them: the second references the first, the bad policy the second alone, and the good one both.</param>
public sealed record RuleCase(DiagnosticId Rule, string Sentence, string Bad, string[] Problems, string Good, RuleUpstream? Upstream = null);

/// <summary>The sources of two assemblies that a policy builds on.</summary>
/// <param name="First">The assembly named first.</param>
/// <param name="Second">The assembly named second.</param>
public sealed record RuleUpstream(string First, string Second);
