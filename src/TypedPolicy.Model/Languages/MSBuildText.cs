using System.Globalization;
using System.Text;

namespace TypedPolicy.Model.Languages;

/// <summary>Text that others wrote, as a value in MSBuild: in a project file, or of a property on the command line (MSBuild special characters).</summary>
public static class MSBuildText
{
    // What MSBuild evaluates, splits lists at or takes for a wildcard; and what separates properties behind -p:.
    private const string Special = "%*?@$();',\"";

    /// <summary>The text as MSBuild unescapes it again.</summary>
    /// <param name="text">Any text.</param>
    public static string Escape(string text)
    {
        if (!text.Any(IsSpecial))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            _ = IsSpecial(c) ? escaped.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture)) : escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static bool IsSpecial(char c) => Special.IndexOf(c) >= 0;
}
