namespace TypedPolicy.Binding.Reading;

/// <summary>The values that stand for constructor parameters of an interface: <c>Param1.Value</c> is <c>"{1}"</c>.</summary>
internal static class Placeholders
{
    /// <summary>The name of the parameter in the macro that a text stands for, if it stands for one.</summary>
    public static string? Parameter(string text) =>
        text is ['{', >= '1' and <= '9' and var digit, '}'] ? "param" + digit : null;
}
