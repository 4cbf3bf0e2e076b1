namespace TypedPolicy.Analyzers.Places;

/// <summary>The properties of a diagnostic by which an analyzer tells a fix what to write.</summary>
public static class RemedyProperties
{
    /// <summary>The whole text to write in place of the literal at the diagnostic.</summary>
    public const string NewText = "NewText";

    /// <summary>The expression to write in place of the one at the diagnostic; names in it are fully qualified.</summary>
    public const string NewExpression = "NewExpression";

    /// <summary>What is missing at the diagnostic, in words of the fix that adds it.</summary>
    public const string Missing = "Missing";
}
