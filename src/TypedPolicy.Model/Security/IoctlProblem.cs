namespace TypedPolicy.Model.Security;

/// <summary>TP2005: something wrong in a list of ioctl request numbers, at its place in the string.</summary>
/// <param name="Start">Where it starts, in characters.</param>
/// <param name="Length">How many characters it covers; 0 only where the string is empty.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
/// <param name="Replacement">The text to put in place of the span, where there is one right answer.</param>
public sealed record IoctlProblem(int Start, int Length, string Message, string? Replacement = null)
{
    /// <summary>The diagnostic's id in the catalogue.</summary>
    public string Id => "TP2005";
}
