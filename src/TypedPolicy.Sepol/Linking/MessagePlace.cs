using System.Collections.Immutable;

namespace TypedPolicy.Sepol.Linking;

/// <summary>One place that a message names: a statement of CIL, and where it came from.</summary>
/// <param name="Statement">The keyword of the statement, such as <c>call</c> or <c>allow</c>; empty where the message names none.</param>
/// <param name="File">The name of the policy source.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Marks">The line marks around the statement, the innermost first.</param>
public sealed record MessagePlace(string Statement, string File, int Line, ImmutableArray<SourceMark> Marks)
{
    /// <summary>As libsepol writes it.</summary>
    public override string ToString()
    {
        var place = $"at {File}:{Line}" + string.Concat(Marks.Select(m => $" from {m}"));
        return Statement.Length == 0 ? place : $"{Statement} {place}";
    }
}
