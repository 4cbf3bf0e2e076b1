using System.Text;
using TypedPolicy.Model.Languages;

namespace TypedPolicy.Refpolicy.Denials;

/// <summary>Names as audit records write them.</summary>
internal static class AuditNames
{
    private const int MaxNameLength = 2_048; // of libsepol
    private const int MaxHostLength = 255; // of the domain name system

    /// <summary>Whether the kernel may write a value as hexadecimal digits: what a process can choose.</summary>
    public static bool IsChosen(string key) => key is "comm" or "name" or "path" or "cwd" or "exe" or "cmdline" or "proctitle" or "invalid_context";

    /// <summary>A value as a person reads it: without its quotes, hexadecimal digits as the UTF-8 that they stand for, and nothing that would command a terminal.</summary>
    public static string Read(string value, bool mayBeHexadecimal) =>
        PlainText.Line(value.Length > 0 && value[0] == '"' ? Unquote(value) : mayBeHexadecimal ? Decode(value) : value);

    /// <summary>Whether a text is a name as SELinux has them: of a type, a class, a permission.</summary>
    public static bool IsName(string text)
    {
        if (text.Length is 0 or > MaxNameLength || text[0] is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_'))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A host's name; empty if it is none.</summary>
    public static string Host(string text) =>
        text.Length is > 0 and <= MaxHostLength && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-' or ':') ? text : "";

    /// <summary>The type of <c>user:role:type[:range]</c>; empty if it is no such context.</summary>
    public static string TypeOf(string context)
    {
        var parts = context.Split([':'], 4);
        return parts.Length >= 3 && IsName(parts[0]) && IsName(parts[1]) && IsName(parts[2]) && (parts.Length == 3 || IsRange(parts[3])) ? parts[2] : "";
    }

    private static bool IsRange(string text) =>
        text.Length is > 0 and <= MaxNameLength && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-' or ',' or ':');

    private static string Unquote(string text) => text.IndexOf('"', 1) is var close && close < 0 ? text.Substring(1) : text.Substring(1, close - 1);

    private static string Decode(string text)
    {
        if (text.Length == 0 || text.Length % 2 != 0 || !text.All(c => c is (>= '0' and <= '9') or (>= 'A' and <= 'F')))
        {
            return text;
        }

        var bytes = new byte[text.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((Digit(text[2 * i]) << 4) | Digit(text[(2 * i) + 1]));
        }

        return Encoding.UTF8.GetString(bytes).TrimEnd('\0').Replace('\0', ' '); // of a command line, NUL separates the arguments
    }

    private static int Digit(char c) => c <= '9' ? c - '0' : c - 'A' + 10;
}
