using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>What a call of an interface does: its own statements and those of everything that it calls.</summary>
/// <param name="Arguments">How many arguments were given.</param>
/// <param name="Block">The statements.</param>
/// <param name="Problems">What is wrong: a macro that does not exist, a statement that cannot be read. A module with such a call does not compile.</param>
public sealed record ExpandedInterface(int Arguments, ExpandedBlock Block, ImmutableArray<SourceProblem> Problems)
{
    /// <summary>The parameters of the interface, whose holes are in the statements.</summary>
    public ImmutableArray<InterfaceParameter> Parameters { get; init; } = [];

    /// <summary>What is asked of the arguments' texts, by their numbers; those of which nothing is asked are left out.</summary>
    public ImmutableDictionary<int, TextInspection> Inspections { get; init; } = ImmutableDictionary<int, TextInspection>.Empty;

    /// <summary>Whether it compiles: every statement was understood.</summary>
    public bool Compiles => !Problems.Any(p => p.Severity == ProblemSeverity.Error);
}

/// <summary>Statements and what they require. A block inside a condition requires through the block around it, as the policy language has it.</summary>
/// <param name="Requires">What must be declared elsewhere; every name once, the permissions of a class put together.</param>
/// <param name="Statements">The statements, without require blocks; an optional one is an <see cref="ExpandedOptional"/>.</param>
public sealed record ExpandedBlock(ImmutableArray<Requirement> Requires, ImmutableArray<Statement> Statements);

/// <summary>Statements that hold where all that they require is there.</summary>
/// <param name="Block">The statements.</param>
/// <param name="Otherwise">What holds where it is not; no CIL can say this, and libsepol drops it.</param>
public sealed record ExpandedOptional(ExpandedBlock Block, ExpandedBlock? Otherwise) : Statement;
