namespace TypedPolicy.Report.Facts;

/// <summary>A permission that a reviewer should know of.</summary>
/// <param name="Rule">The id of the rule that is about it.</param>
/// <param name="Classes">The classes that it is a permission of; none for any.</param>
/// <param name="Permission">The permission.</param>
/// <param name="Why">What it lets a process do, as the end of a sentence.</param>
internal sealed record DangerFact(string Rule, IReadOnlyList<string> Classes, string Permission, string Why);

/// <summary>Why the author means a finding so.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Subject">What it is about: a name of the policy, or empty for all of it.</param>
/// <param name="Reason">The reason.</param>
/// <param name="Place">The number of the C# line; null if it is not known.</param>
internal sealed record JustificationFact(string Rule, string Subject, string Reason, int? Place);

/// <summary>A difference from an earlier release.</summary>
/// <param name="Text">The difference, as <c>typedpolicy diff</c> writes it.</param>
/// <param name="Sign">A plus, a minus, or an asterisk for what changed.</param>
/// <param name="Names">The numbers of the types that it names.</param>
/// <param name="Access">The class and target of a change of access; null for any other.</param>
internal sealed record ChangeFact(string Text, char Sign, IReadOnlyList<int> Names, (string Class, int Target)? Access);
