using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Language;

/// <summary><c>require { type a_t; class file { read open }; }</c></summary>
/// <param name="Items">What is required.</param>
public sealed record RequireBlock(ImmutableArray<Requirement> Items) : Statement;

/// <summary>Something that must be declared elsewhere.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Permissions">The permissions that a class must have.</param>
public sealed record Requirement(RequirementKind Kind, string Name, ImmutableArray<string> Permissions)
{
    /// <inheritdoc/>
    public bool Equals(Requirement? other) => other is not null && Kind == other.Kind && Name == other.Name && Permissions.SequenceEqual(other.Permissions);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name) + (int)Kind;
}

/// <summary>What can be required.</summary>
public enum RequirementKind
{
    /// <summary>A type.</summary>
    Type,

    /// <summary>A type attribute.</summary>
    Attribute,

    /// <summary>A role.</summary>
    Role,

    /// <summary>A role attribute.</summary>
    AttributeRole,

    /// <summary>A class and its permissions.</summary>
    Class,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>A user.</summary>
    User,

    /// <summary>A sensitivity.</summary>
    Sensitivity,

    /// <summary>A category.</summary>
    Category,
}
