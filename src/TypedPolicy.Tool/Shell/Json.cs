using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Tool.Shell;

/// <summary>Answers as JSON: names in camel case, enums as words, in the order in which the code has them.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes one document and a line end.</summary>
    public static void Write<T>(TextWriter output, T value)
    {
        output.Write(Escape(JsonSerializer.Serialize(value, Options)) + "\n");
    }

    /// <summary>What a terminal would not show as it is, such as a mark that turns the direction of what follows: it is in a string, which is the same with an escape.</summary>
    private static string Escape(string json)
    {
        var escaped = new StringBuilder(json.Length);
        foreach (var c in json)
        {
            _ = c is '\n' || c is >= ' ' and <= '~' || PlainText.Line(c.ToString())[0] == c ? escaped.Append(c) : escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
        }

        return escaped.ToString();
    }
}
