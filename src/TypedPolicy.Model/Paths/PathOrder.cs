namespace TypedPolicy.Model.Paths;

/// <summary>The order in which file contexts are written, least specific first: the last match wins.</summary>
/// <remarks>Exactly <c>cil_post_filecon_compare</c> of libsepol: patterns before literal paths, then stem length, then length, then kind, then the bytes of the text.</remarks>
public sealed class PathOrder : IComparer<(PathPattern Pattern, FileKind Kind)>
{
    /// <summary>The comparer; it has no state.</summary>
    public static PathOrder Instance { get; } = new();

    private PathOrder()
    {
    }

    /// <inheritdoc/>
    public int Compare((PathPattern Pattern, FileKind Kind) x, (PathPattern Pattern, FileKind Kind) y) =>
        Compare(x.Pattern, x.Kind, y.Pattern, y.Kind);

    /// <summary>Below 0 where the first is less specific than the second, above 0 where it is more specific, 0 where they are the same.</summary>
    public static int Compare(PathPattern x, FileKind xKind, PathPattern y, FileKind yKind)
    {
        if (x.HasMetacharacters != y.HasMetacharacters)
        {
            return x.HasMetacharacters ? -1 : 1;
        }

        int order = x.StemLength.CompareTo(y.StemLength);
        order = order != 0 ? order : x.EffectiveLength.CompareTo(y.EffectiveLength);
        order = order != 0 ? order : ((int)xKind).CompareTo((int)yKind);
        return order != 0 ? order : string.CompareOrdinal(x.Text, y.Text);
    }
}
