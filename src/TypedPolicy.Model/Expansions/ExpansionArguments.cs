using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Expansions;

/// <summary>What a call gives for the holes of an expansion.</summary>
public sealed class ExpansionArguments
{
    /// <summary>Names of the policy, by hole: <c>subject</c>, <c>arg1</c>, a class <c>param1</c>.</summary>
    public Dictionary<string, EntityRef> Entities { get; } = new(StringComparer.Ordinal);

    /// <summary>Object classes, by hole, where a call gives several: what names the hole is written for each of them.</summary>
    public Dictionary<string, IReadOnlyList<EntityRef>> Classes { get; } = new(StringComparer.Ordinal);

    /// <summary>Texts, by hole: file names, prefixes, levels.</summary>
    public Dictionary<string, TextArgument> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Lists of types, by hole: what is removed from a set.</summary>
    public Dictionary<string, IReadOnlyList<EntityRef>> Lists { get; } = new(StringComparer.Ordinal);
}
