using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Toolchain.Tests.Rules;

/// <summary>What the toolchain says where a rule of the catalogue speaks: one row of the table.</summary>
/// <param name="Rule">The rule.</param>
internal abstract record Verdict(DiagnosticId Rule);

/// <summary>There is nothing to ask a tool.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Why">Why not.</param>
internal sealed record NoSay(DiagnosticId Rule, string Why) : Verdict(Rule);

/// <summary>The policy of a case, written in spite of the finding and linked with the base; then its good neighbour, which links without a word.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Case">The sentence of the case in the tables of the rules.</param>
/// <param name="Says">What secilc refuses it with; nothing where it links it without a word.</param>
internal sealed record Emitted(DiagnosticId Rule, string Case, string? Says = null) : Verdict(Rule);

/// <summary>CIL as an author writes it by hand where our own writer cannot be made to: bad, and a good neighbour.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Bad">The statements.</param>
/// <param name="Good">Close to them.</param>
/// <param name="Says">What secilc refuses them with; nothing where it links them without a word.</param>
/// <param name="Stores">What stands in the binary policy for them.</param>
/// <param name="Drops">What does not stand in the binary policy, though nothing was said.</param>
/// <param name="WithoutMerging">Without -m, which makes one of two types.</param>
internal sealed record ByHand(DiagnosticId Rule, string Bad, string Good, string? Says = null, string? Stores = null, string? Drops = null, bool WithoutMerging = false) : Verdict(Rule);

/// <summary>A module in the older language, as checkmodule compiles it.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Bad">The module without its first line.</param>
/// <param name="Good">Close to it.</param>
/// <param name="Says">What checkmodule refuses it with.</param>
internal sealed record Module(DiagnosticId Rule, string Bad, string Good, string Says) : Verdict(Rule);

/// <summary>File contexts as setfiles checks them.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Bad">The lines; own_t is the label.</param>
/// <param name="Good">Close to them.</param>
/// <param name="Says">What setfiles says; nothing where it is silent.</param>
internal sealed record Checked(DiagnosticId Rule, string Bad, string Good, string? Says = null) : Verdict(Rule);

/// <summary>File contexts as libselinux looks paths up in them, on a target whose equivalences are given.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Bad">The lines: spec and type.</param>
/// <param name="Path">The path.</param>
/// <param name="Found">The type that it has; &lt;&lt;none&gt;&gt; where no line is for it.</param>
/// <param name="Good">The lines as they should be.</param>
/// <param name="FoundThen">The type that the path has then.</param>
/// <param name="Equivalences">The lines of file_contexts.subs_dist.</param>
internal sealed record Looked(DiagnosticId Rule, string Bad, string Path, string Found, string Good, string FoundThen, string Equivalences = "") : Verdict(Rule);

/// <summary>The ways from one domain to another that sedta finds in the policy of a case: none, and one in its good neighbour.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Case">The sentence of the case.</param>
/// <param name="From">The domain that runs a program.</param>
/// <param name="To">The domain that is meant.</param>
internal sealed record Reached(DiagnosticId Rule, string Case, string From, string To) : Verdict(Rule);
