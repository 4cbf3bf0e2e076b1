using System.Diagnostics.CodeAnalysis;

namespace TypedPolicy.Model.Security;

/// <summary>A low and a high level: <c>s0</c>, <c>s0-s0:c0.c1023</c>. A context always has one.</summary>
/// <param name="Low">The current level of a process, the level of a file.</param>
/// <param name="High">The clearance; the same as <paramref name="Low"/> where one level was written.</param>
public sealed record SecurityRange(SecurityLevel Low, SecurityLevel High)
{
    /// <summary>Reads a level, or a range of two.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="value">The range.</param>
    /// <param name="error">What is wrong and what to write instead.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SecurityRange? value, [NotNullWhen(false)] out string? error)
    {
        value = null;
        string range = text ?? "";
        int dash = range.IndexOf('-');
        if (!SecurityLevel.TryParse(dash < 0 ? range : range.Substring(0, dash), out SecurityLevel? low, out error))
        {
            return false;
        }

        SecurityLevel? high = low;
        if (dash >= 0 && !SecurityLevel.TryParse(range.Substring(dash + 1), out high, out error))
        {
            return false;
        }

        if (!high!.Dominates(low))
        {
            error = $"the high level '{high}' does not dominate the low level '{low}': its sensitivity must be at least as high, and it must have all categories of the low level";
            return false;
        }

        value = new(low, high);
        error = null;
        return true;
    }

    /// <summary>The canonical spelling: one level where both are the same.</summary>
    public override string ToString() => Low.Equals(High) ? Low.ToString() : Low + "-" + High;
}
