namespace TypedPolicy.Targets;

/// <summary>The names of the targets, whose tables are the model's. The tasks of the build, which reference nothing, tell a target by its name; a test compares the two lists.</summary>
internal static class TargetNames
{
    /// <summary>Every known name, in the order in which messages list them.</summary>
    public static IReadOnlyList<string> All { get; } = ["debian12", "debian13", "el8", "el9", "el10", "fedora", "refpolicy"];
}
