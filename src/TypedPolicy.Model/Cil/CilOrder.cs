namespace TypedPolicy.Model.Cil;

/// <summary>Orders trees as the ordinal order of their texts would, without making these.</summary>
public sealed class CilOrder : IComparer<CilNode>
{
    /// <summary>The order.</summary>
    public static readonly CilOrder Instance = new();

    // What comes after a text that is at its end: less than every character.
    private const char End = '\0';

    private CilOrder()
    {
    }

    /// <inheritdoc/>
    public int Compare(CilNode? x, CilNode? y) => ReferenceEquals(x, y) ? 0 : x is null ? -1 : y is null ? 1 : Compare(x, y, End, End);

    private static int Compare(CilNode x, CilNode y, char afterX, char afterY) => (x, y) switch
    {
        (CilAtom a, CilAtom b) => Compare(a.Text, b.Text, afterX, afterY),
        (CilString a, CilString b) => Compare(a.Text, b.Text, '"', '"'),
        (CilList a, CilList b) => Compare(a, b),
        _ => First(x).CompareTo(First(y)),
    };

    private static int Compare(CilList x, CilList y)
    {
        var (left, right) = (x.Items, y.Items);
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            if (Compare(left[i], right[i], After(left, i), After(right, i)) is not 0 and var order)
            {
                return order;
            }
        }

        // The parenthesis of the shorter one comes after the blank of the other, and before what begins the first item of one that is not empty.
        return left.Count == right.Count ? 0
            : left.Count == 0 ? ')'.CompareTo(First(right[0]))
            : right.Count == 0 ? First(left[0]).CompareTo(')')
            : right.Count.CompareTo(left.Count);
    }

    /// <summary>Compares texts where one may begin with the other: then what comes after the shorter one decides.</summary>
    private static int Compare(string x, string y, char afterX, char afterY)
    {
        var shared = Math.Min(x.Length, y.Length);
        var order = string.CompareOrdinal(x, 0, y, 0, shared);
        return order != 0 || x.Length == y.Length ? order
            : x.Length == shared ? afterX.CompareTo(y[shared])
            : x[shared].CompareTo(afterY);
    }

    private static char After(EquatableArray<CilNode> items, int at) => at + 1 < items.Count ? ' ' : ')';

    private static char First(CilNode node) => node switch
    {
        CilAtom atom => atom.Text[0],
        CilString => '"',
        _ => '(',
    };
}
