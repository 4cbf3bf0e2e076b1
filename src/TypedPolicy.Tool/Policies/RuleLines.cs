using TypedPolicy.Sepol.Queries;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Policies;

/// <summary>The rules of a step from one type to another: a line each, of very many the first.</summary>
internal static class RuleLines
{
    private const int MaxShown = 40;

    /// <summary>Writes them.</summary>
    /// <param name="output">Takes the lines.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="text">What is written of one.</param>
    public static void Write(TextWriter output, IEnumerable<PolicyRule> rules, Func<PolicyRule, string> text)
    {
        var all = rules.ToList();
        all.Take(MaxShown).ToList().ForEach(rule => output.Line($"    {text(rule)}"));
        if (all.Count > MaxShown)
        {
            output.Line($"    and {all.Count - MaxShown} more; --format json lists all");
        }
    }
}
