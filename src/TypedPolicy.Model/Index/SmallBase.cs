namespace TypedPolicy.Model.Index;

/// <summary>
/// The part that bases of the reference policy's family share, for projects that have no index: a few names, what the neverallow rules of
/// the base guard, and which names are broad. It is not complete: that a name is not in it means nothing.
/// </summary>
public static class SmallBase
{
    private const string Resource = "TypedPolicy.Model.Index.small-base.sepolidx";

    /// <summary>The index.</summary>
    public static BaseIndex Index { get; } = Read();

    private static BaseIndex Read()
    {
        using var stream = new StreamReader(typeof(SmallBase).Assembly.GetManifestResourceStream(Resource)!);
        var index = BaseIndexReader.Read(stream.ReadToEnd(), out var problem);
        return problem is null ? index : throw new InvalidOperationException($"The small base cannot be read, line {problem.Value.Line}: {problem.Value.Message}.");
    }
}
