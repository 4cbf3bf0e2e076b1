namespace TypedPolicy.Analyzers.Places;

/// <summary>The properties of a diagnostic by which an analyzer tells a fix what to write.</summary>
public static class RemedyProperties
{
    /// <summary>The whole text to write in place of the literal at the diagnostic.</summary>
    public const string NewText = "NewText";

    /// <summary>The expression, type or name to write in place of what is at the diagnostic; C# names in it are in full.</summary>
    public const string Instead = "Instead";

    /// <summary>What else the fix of the rule has to know: what is missing, or what there is to choose from.</summary>
    public const string Remedy = "Remedy";
}
