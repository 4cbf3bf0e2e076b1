using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Reading;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Binding.Reuse;

/// <summary>What was read of a class that is nested in no other, with all that is in it.</summary>
/// <param name="Class">Its C# name without namespaces.</param>
/// <param name="Start">The number of its first place.</param>
/// <param name="End">The number after the last that its places may get: some are left free.</param>
/// <param name="Trees">The files of the class and of all its places.</param>
/// <param name="Declarations">What it declares.</param>
/// <param name="Findings">What was found in reading it.</param>
/// <param name="Taken">What it took from elsewhere.</param>
internal sealed record ClassReading(
    string Class, int Start, int End, ImmutableArray<SyntaxTree> Trees, ImmutableArray<Declaration> Declarations, ImmutableArray<Finding> Findings, Trace Taken)
{
    /// <summary>
    /// Whether a compilation of the same shape would read the same: its files are still there. An interface is read with all that apply it.
    /// </summary>
    public bool Holds(Compilation compilation) => !Taken.HoldsInterface && Trees.All(compilation.ContainsSyntaxTree);
}
