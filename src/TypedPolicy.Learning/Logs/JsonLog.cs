using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedPolicy.Learning.Logs;

/// <summary>
/// Records that are told in JSON: entries of the journal (<c>journalctl -o json</c>), and any other document whose strings are records, such as the alerts of setroubleshoot. Of the journal, what the
/// kernel and the audit system wrote counts, and what programs of root did: anyone may write an entry that looks like a record.
/// </summary>
internal static class JsonLog
{
    private const int MaxDepth = 32;

    /// <summary>Whether a line may be JSON.</summary>
    public static bool IsStart(string line) => line.AsSpan().TrimStart() is ['{' or '[', ..];

    /// <summary>The lines of the records in a document; <see langword="null"/> if it is not JSON.</summary>
    public static IReadOnlyList<string>? Lines(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowTrailingCommas = true });
            var lines = new List<string>();
            Read(document.RootElement, lines);
            return lines;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return null; // Half of a surrogate pair, in the text or escaped, is none of JSON.
        }
    }

    private static readonly string[] EntryFields = ["_TRANSPORT", "_UID", "_PID", "_BOOT_ID", "__REALTIME_TIMESTAMP", "__MONOTONIC_TIMESTAMP", "__CURSOR"];

    private static void Read(JsonElement element, List<string> lines)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when element.TryGetProperty("MESSAGE", out var message):
                Entry(element, Text(message), lines);
                break;
            case JsonValueKind.Object when EntryFields.Any(f => element.TryGetProperty(f, out _)):
                break; // an entry of the journal without a message has only fields, which any user sets
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Read(property.Value, lines);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Read(item, lines);
                }

                break;
            case JsonValueKind.String:
                lines.AddRange(element.GetString()!.Split('\n'));
                break;
            default:
                break;
        }
    }

    private static void Entry(JsonElement entry, string message, List<string> lines)
    {
        var (transport, node) = (Field(entry, "_TRANSPORT"), Field(entry, "_HOSTNAME") is { Length: > 0 } host && !host.Any(char.IsWhiteSpace) ? $"node={host} " : "");
        if (transport == "audit" && Field(entry, "_AUDIT_ID") is { Length: > 0 } id && id.All(char.IsAsciiDigit) && Field(entry, "_AUDIT_TYPE_NAME") is { Length: > 0 } type && type.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            // The message begins with the type; the time of the event is beside it.
            var text = message.StartsWith(type + " ", StringComparison.Ordinal) ? message[(type.Length + 1)..] : message;
            lines.Add($"{node}type={type} msg=audit({Time(entry)}:{id}): {text.ReplaceLineEndings(" ")}");
        }
        else if (transport is "" or "audit" or "kernel" || Field(entry, "_UID") == "0")
        {
            lines.AddRange(message.Split('\n').Select(l => node + l));
        }
    }

    private static string Time(JsonElement entry)
    {
        var text = Field(entry, "_SOURCE_REALTIME_TIMESTAMP") is { Length: > 0 } source ? source : Field(entry, "__REALTIME_TIMESTAMP");
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var time) ? (time / 1_000_000m).ToString("0.000", CultureInfo.InvariantCulture) : "0.000";
    }

    private static string Field(JsonElement entry, string name) => entry.TryGetProperty(name, out var value) ? Text(value) : "";

    // What is not UTF-8 is a list of bytes; of a field that is there several times, the first counts.
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Array when value.GetArrayLength() > 0 && value.EnumerateArray().All(b => b.ValueKind == JsonValueKind.Number && b.TryGetByte(out _)) => Encoding.UTF8.GetString([.. value.EnumerateArray().Select(b => b.GetByte())]),
        JsonValueKind.Array when value.GetArrayLength() > 0 => Text(value[0]),
        _ => "",
    };
}
