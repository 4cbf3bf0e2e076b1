using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Declarations;

/// <summary>The set of types that an attribute stands for: <c>(included or all) and intersected and not excluded</c>.</summary>
/// <param name="All">Whether it begins with every type.</param>
/// <param name="Included">What it begins with otherwise.</param>
/// <param name="Intersected">What it is cut down to.</param>
/// <param name="Excluded">What is removed.</param>
public sealed record TypeSet(bool All, EquatableArray<EntityRef> Included, EquatableArray<EntityRef> Intersected, EquatableArray<EntityRef> Excluded)
{
    /// <summary>Everything that it names.</summary>
    public IEnumerable<EntityRef> Names => Included.Concat(Intersected).Concat(Excluded);
}
