using TypedPolicy.Evidence.Sources;

namespace TypedPolicy.Evidence.Units;

/// <summary>An assignment in a unit file.</summary>
/// <param name="Section">The section: <c>Service</c>.</param>
/// <param name="Name">The directive: <c>ExecStart</c>.</param>
/// <param name="Value">Its value, with continuation lines joined; empty resets a list.</param>
/// <param name="File">The file.</param>
/// <param name="Line">The line that it begins in, from 1.</param>
internal sealed record UnitEntry(string Section, string Name, string Value, string File, int Line)
{
    /// <summary>Where it is declared.</summary>
    public Reason Reason { get; } = new($"{Name}={Value}", File, Line);
}
