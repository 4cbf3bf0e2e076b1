using TypedPolicy.Model;
using TypedPolicy.Model.Declarations;

namespace TypedPolicy.Generators.Models;

/// <summary>A policy as it was read.</summary>
/// <param name="Model">The model; null if the compilation declares no policy.</param>
/// <param name="Places">The places that it refers to.</param>
/// <param name="Classes">The classes that it was read from, a line each.</param>
internal sealed record ReadPolicy(PolicyModel? Model, EquatableArray<Place> Places, string Classes)
{
    /// <summary>No policy.</summary>
    public static readonly ReadPolicy None = new(null, EquatableArray<Place>.Empty, "");
}
