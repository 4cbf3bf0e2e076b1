namespace TypedPolicy.Report.Facts;

/// <summary>What rules of one name allow on one target, under one condition.</summary>
/// <param name="Target">The number of the type or attribute that is acted upon.</param>
/// <param name="Condition">The number of the condition; 0 where it always holds.</param>
/// <param name="Permissions">The numbers of the sets of permissions, one for each class.</param>
/// <param name="Places">The numbers of the C# lines that it comes from.</param>
internal sealed record AccessFact(int Target, int Condition, IReadOnlyList<int> Permissions, IReadOnlyList<int> Places);

/// <summary>Some permissions of a class.</summary>
/// <param name="Class">The object class.</param>
/// <param name="Permissions">The permissions, in order.</param>
/// <param name="Uses">What they amount to, in a word a bit.</param>
/// <param name="In">Whether information reaches anyone who has them.</param>
/// <param name="Out">Whether information gets from anyone who has them.</param>
internal sealed record PermissionFact(string Class, IReadOnlyList<string> Permissions, Uses Uses, bool In, bool Out)
{
    private static readonly HashSet<string> Files = new(["file", "dir", "lnk_file", "chr_file", "blk_file", "sock_file", "fifo_file", "anon_inode"], StringComparer.Ordinal);

    /// <summary>Whether objects of the class have paths.</summary>
    public bool IsOfFiles => AreFiles(Class);

    /// <summary>Whether objects of a class have paths.</summary>
    public static bool AreFiles(string @class) => Files.Contains(@class);
}

/// <summary>When rules hold.</summary>
/// <param name="Text">The condition, as the policy language writes it.</param>
/// <param name="HoldsAtFirst">Whether it holds as the policy sets its booleans.</param>
/// <param name="Booleans">The booleans that it names.</param>
internal sealed record ConditionFact(string Text, bool HoldsAtFirst, IReadOnlyList<string> Booleans);
