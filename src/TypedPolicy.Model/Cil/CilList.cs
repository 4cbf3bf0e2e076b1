namespace TypedPolicy.Model.Cil;

/// <summary>A list in parentheses: a statement or a part of one.</summary>
public sealed class CilList(EquatableArray<CilNode> items) : CilNode
{
    /// <summary>Makes a list of the given items.</summary>
    public CilList(params CilNode[] items)
        : this(EquatableArray.Of(items))
    {
    }

    /// <summary>The items.</summary>
    public EquatableArray<CilNode> Items { get; } = items;

    /// <summary>The keyword of a statement: its first item, where that is an atom.</summary>
    public string? Keyword => Items.Count > 0 && Items[0] is CilAtom atom ? atom.Text : null;

    /// <inheritdoc/>
    public override bool Equals(CilNode? other) => other is CilList list && list.Items == Items;

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Items.GetHashCode() * 31) + 2);
}
