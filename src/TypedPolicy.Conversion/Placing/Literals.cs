using System.Globalization;
using System.Text;

namespace TypedPolicy.Conversion.Placing;

/// <summary>C# literals.</summary>
internal static class Literals
{
    /// <summary>A text as C# writes it: verbatim where that reads better.</summary>
    public static string Text(string value)
    {
        if (value.All(c => c is >= ' ' and <= '~' and not '"'))
        {
            return value.Contains('\\', StringComparison.Ordinal) ? $"@\"{value}\"" : $"\"{value}\"";
        }

        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append(@"\\"),
                >= ' ' and <= '~' => text.Append(c),
                _ when char.IsLetterOrDigit(c) => text.Append(c),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        }

        return text.Append('"').ToString();
    }
}
