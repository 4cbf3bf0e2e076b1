using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>What a module contains when everything that it calls is written out.</summary>
/// <param name="Name">The module's name; empty if it has none.</param>
/// <param name="Version">Its version.</param>
/// <param name="Block">The statements.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record ExpandedModule(string Name, string Version, ExpandedBlock Block, ImmutableArray<SourceProblem> Problems)
{
    /// <summary>Whether it compiles: every statement was understood.</summary>
    public bool Compiles => !Problems.Any(p => p.Severity == ProblemSeverity.Error);
}
