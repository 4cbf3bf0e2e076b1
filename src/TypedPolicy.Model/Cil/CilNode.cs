namespace TypedPolicy.Model.Cil;

/// <summary>A piece of CIL: an atom, a quoted string, or a list. Trees are built of these; text is never pasted.</summary>
public abstract class CilNode : IEquatable<CilNode>
{
    /// <summary>An atom.</summary>
    /// <param name="symbol">Its text.</param>
    public static implicit operator CilNode(string symbol) => new CilAtom(symbol);

    /// <inheritdoc/>
    public abstract bool Equals(CilNode? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as CilNode);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => CilPrinter.Print(this);
}
