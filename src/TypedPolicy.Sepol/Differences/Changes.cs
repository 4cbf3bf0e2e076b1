using System.Collections.Immutable;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>A name that one of two policies has and the other has not.</summary>
/// <param name="Kind">What it names: <c>type</c>, <c>attribute</c>, <c>role</c>, <c>user</c>, <c>boolean</c>, <c>class</c>, <c>permissive</c>, …</param>
/// <param name="Name">The name; for a permission, its class and it.</param>
/// <param name="IsAdded">Whether the second policy has it.</param>
public sealed record NameChange(string Kind, string Name, bool IsAdded)
{
    /// <summary>A line of a list of differences.</summary>
    public override string ToString() => $"{(IsAdded ? '+' : '-')} {Kind} {Name}";
}

/// <summary>Something that belongs to something else in one of two policies only: a type to an attribute, a type to a role, a role to a user.</summary>
/// <param name="Kind">The kind of what has members: <c>attribute</c>, <c>role</c>, <c>user</c>.</param>
/// <param name="Member">The member.</param>
/// <param name="Of">What has it.</param>
/// <param name="IsAdded">Whether it belongs there in the second policy.</param>
public sealed record MembershipChange(string Kind, string Member, string Of, bool IsAdded)
{
    /// <summary>A line of a list of differences.</summary>
    public override string ToString() => $"{(IsAdded ? '+' : '-')} {Member} in {Kind} {Of}";
}

/// <summary>What is allowed, audited or not audited between two types, where two policies differ; whether by a rule of a type or of an attribute is no difference.</summary>
/// <param name="Kind">The keyword of the rules, such as <c>allow</c>.</param>
/// <param name="Source">The type that acts.</param>
/// <param name="Target">The type that is acted upon.</param>
/// <param name="Class">The object class.</param>
/// <param name="Condition">When it holds; empty where it always does.</param>
/// <param name="Added">The permissions that the second policy has alone.</param>
/// <param name="Removed">The permissions that the first policy has alone.</param>
/// <param name="IsNew">Whether the first policy has no permission at all here.</param>
/// <param name="IsGone">Whether the second policy has no permission at all here.</param>
public sealed record AccessChange(
    string Kind, string Source, string Target, string Class, string Condition, ImmutableArray<string> Added, ImmutableArray<string> Removed, bool IsNew, bool IsGone)
{
    /// <summary>A line of a list of differences.</summary>
    public override string ToString() =>
        $"{(IsNew ? '+' : IsGone ? '-' : '*')} {Kind} {Source} {Target}:{Class} {{ {string.Join(' ', Added.Select(a => "+" + a).Concat(Removed.Select(r => "-" + r)))} }};{(Condition.Length == 0 ? "" : $" [ {Condition} ]")}";
}

/// <summary>What becomes of something new, or which label something has, where two policies differ.</summary>
/// <param name="Rule">The rule without its result, as the policy language writes it.</param>
/// <param name="Before">The result by the first policy; empty where it has no such rule.</param>
/// <param name="After">The result by the second policy; empty where it has no such rule.</param>
public sealed record ResultChange(string Rule, string Before, string After)
{
    /// <summary>A line of a list of differences.</summary>
    public override string ToString() =>
        Before.Length == 0 ? $"+ {Rule} {After}" : After.Length == 0 ? $"- {Rule} {Before}" : $"* {Rule} {Before} → {After}";
}
