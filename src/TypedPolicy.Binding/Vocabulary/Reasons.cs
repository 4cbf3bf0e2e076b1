namespace TypedPolicy.Binding.Vocabulary;

/// <summary>What counts as the reason of a justification.</summary>
public static class Reasons
{
    /// <summary>What .NET's editors write where a reason is still to come.</summary>
    public const string Pending = "<Pending>";

    /// <summary>Whether a text holds anything at all.</summary>
    public static bool IsGiven(string? text) => !string.IsNullOrWhiteSpace(text) && text != Pending;
}
