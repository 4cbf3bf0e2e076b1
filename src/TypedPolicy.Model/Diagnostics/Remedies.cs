namespace TypedPolicy.Model.Diagnostics;

/// <summary>Remedies of findings that more than one rule has.</summary>
public static class Remedies
{
    /// <summary>What is underlined goes.</summary>
    public const string Remove = "remove";

    /// <summary>What the finding names stands beside what is underlined, not in its place.</summary>
    public const string Beside = "beside";
}
