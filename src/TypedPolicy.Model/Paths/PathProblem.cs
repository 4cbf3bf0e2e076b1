using System.Globalization;

namespace TypedPolicy.Model.Paths;

/// <summary>One thing that is wrong with a path or pattern, at its place in the source string.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Start">Where it starts in the source string, in characters.</param>
/// <param name="Length">How many characters it covers; 0 only where the source is empty.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
/// <param name="Replacement">The text to put in place of the span, where there is one right answer.</param>
public sealed record PathProblem(PathProblemKind Kind, int Start, int Length, string Message, string? Replacement = null)
{
    /// <summary>The diagnostic's id in the catalogue, such as <c>TP4002</c>.</summary>
    public string Id => "TP" + ((int)Kind).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether policy with such a path must not be written.</summary>
    public bool IsError => Kind is PathProblemKind.InvalidPathPattern or PathProblemKind.PatternNotAnchored or PathProblemKind.PatternNeverMatches;
}
