using System.Globalization;
using System.Text;

namespace TypedPolicy.Build;

/// <summary>Writes a JSON object, one member a line. The task's assembly is alone beside MSBuild, which brings it no library for that.</summary>
internal sealed class JsonObjectText
{
    private readonly List<string> _members = [];

    /// <summary>Adds a text.</summary>
    public JsonObjectText Add(string name, string value) => AddText(name, Quote(value));

    /// <summary>Adds a number.</summary>
    public JsonObjectText Add(string name, int value) => AddText(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a list of texts.</summary>
    public JsonObjectText Add(string name, IEnumerable<string> values) => AddText(name, List(values.Select(Quote)));

    /// <summary>Adds a list of objects.</summary>
    public JsonObjectText Add(string name, IEnumerable<JsonObjectText> values) => AddText(name, List(values.Select(v => $"{{ {string.Join(", ", v._members)} }}")));

    /// <summary>The whole object.</summary>
    public override string ToString() => $"{{\n  {string.Join(",\n  ", _members)}\n}}\n";

    private JsonObjectText AddText(string name, string text)
    {
        _members.Add($"{Quote(name)}: {text}");
        return this;
    }

    private static string List(IEnumerable<string> items) => string.Join(",\n    ", items) is { Length: > 0 } lines ? $"[\n    {lines}\n  ]" : "[]";

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                _ when c < ' ' || char.IsSurrogate(c) || c is '\u2028' or '\u2029' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
