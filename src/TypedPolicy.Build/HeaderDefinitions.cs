namespace TypedPolicy.Build;

/// <summary>The metadata <c>Define</c> of <c>PolicyHeaders</c>: what m4 is told beside what the headers' own Makefile tells it.</summary>
internal static class HeaderDefinitions
{
    /// <summary>Splits the value: <c>NAME</c> or <c>NAME=VALUE</c>, separated by semicolons; sorted, each once.</summary>
    public static string[] Parse(string value) =>
        [.. value.Split(';').Select(part => part.Trim()).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal).OrderBy(part => part, StringComparer.Ordinal)];

    /// <summary>Whether the command takes a part of the value.</summary>
    public static bool IsDefinition(string part)
    {
        var name = part.Split(['='], 2)[0];
        return name.Length > 0 && name[0] is not (>= '0' and <= '9') && name.All(c => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));
    }
}
