using TypedPolicy.Model.Rules;

namespace TypedPolicy.Toolchain.Tests.Reading;

/// <summary>Contexts and ranges as checkpolicy prints them.</summary>
internal static class ContextText
{
    public static string Of(LabelContext context) => $"({context.User.Name} object_r {context.Type.Name} {Range(context.Range.ToString())})";

    /// <summary><c>s0-s0:c0.c1023</c> → <c>((s0) (s0 ((range c0 c1023))))</c>.</summary>
    public static string Range(string range)
    {
        var levels = range.Split('-');
        return $"({Level(levels[0])} {Level(levels[^1])})";
    }

    private static string Level(string level) => level.Split(':') is [var sensitivity, var categories]
        ? $"({sensitivity} ({string.Join(' ', categories.Split(',').Select(Categories))}))"
        : $"({level})";

    private static string Categories(string item) => item.Split('.') is [var low, var high] ? $"(range {low} {high})" : item;
}
