using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Comments;

/// <summary>What the comments before an interface say.</summary>
/// <param name="Summary">One sentence; empty where there is none.</param>
/// <param name="Description">More of it, its paragraphs separated by empty lines; empty where there is none.</param>
/// <param name="Parameters">The parameters, in order.</param>
/// <param name="InformationFlow">Which way information flows, <c>read 10</c>; empty where it is not said.</param>
/// <param name="IsRoleCapability">Whether it gives a role a capability.</param>
/// <param name="IsRoleBase">Whether it makes a role.</param>
public sealed record Documentation(
    string Summary, string Description, ImmutableArray<DocumentedParameter> Parameters, string InformationFlow, bool IsRoleCapability, bool IsRoleBase)
{
    /// <summary>Nothing said.</summary>
    public static Documentation None { get; } = new("", "", [], "", false, false);
}

/// <summary>A parameter as the comments describe it.</summary>
/// <param name="Name">Its name: <c>domain</c>, but also <c>private type</c>. Not unique.</param>
/// <param name="Summary">What it is for.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
/// <param name="IsUnused">Whether nothing is done with it.</param>
public sealed record DocumentedParameter(string Name, string Summary, bool IsOptional, bool IsUnused);
