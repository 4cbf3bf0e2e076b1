using TypedPolicy.Refpolicy.Language;

namespace TypedPolicy.Refpolicy.Headers;

/// <summary>Finds the warning that a deprecated interface begins with. A warning under a condition is about an argument, not the interface.</summary>
internal static class DeprecationReader
{
    private const string Warning = "refpolicywarn(`";

    public static string? Read(HeaderInterface item)
    {
        var body = item.Body;
        var at = body.IndexOf(Warning, StringComparison.Ordinal);
        if (at < 0 || IsQuoted(body, at))
        {
            return null;
        }

        var quote = at + Warning.Length - 1;
        var end = MacroText.EndOfQuotes(body, quote, body.Length);
        return body.Substring(quote + 1, Math.Max(0, end - quote - 2)).Replace("$0", item.Name).Replace("$*", "").Replace("$1", "domain").Trim();
    }

    private static bool IsQuoted(string body, int at)
    {
        var depth = 0;
        for (var i = 0; i < at; i++)
        {
            depth += body[i] == '`' ? 1 : body[i] == '\'' ? -1 : 0;
        }

        return depth > 0;
    }
}
