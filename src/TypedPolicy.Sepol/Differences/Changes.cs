using System.Collections.Immutable;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Sepol.Differences;

/// <summary>A name that only one of two policies has.</summary>
/// <param name="Kind">What it names: <c>type</c>, <c>attribute</c>, <c>role</c>, <c>user</c>, <c>boolean</c>, <c>class</c>, <c>permissive</c>, …</param>
/// <param name="Name">The name; for a permission, its class and it.</param>
/// <param name="IsAdded">Whether the second policy has it.</param>
public sealed record NameChange(string Kind, string Name, bool IsAdded) : PolicyChange
{
    internal override bool IsGenerated => Kind == "attribute" && GeneratedNames.Contains(Name);

    /// <summary>A line of a list of differences.</summary>
    public override string ToString() => $"{(IsAdded ? '+' : '-')} {Kind} {Name}";

    internal override bool Touches(IReadOnlySet<string> types) => Kind is "type" or "attribute" or "permissive" && types.Contains(Name);
}

/// <summary>Something that belongs to something else in only one of two policies: a type to an attribute, a type to a role, a role to a user.</summary>
/// <param name="Kind">The kind of what has members: <c>attribute</c>, <c>role</c>, <c>user</c>.</param>
/// <param name="Member">The member.</param>
/// <param name="Of">What has it.</param>
/// <param name="IsAdded">Whether it belongs there in the second policy.</param>
public sealed record MembershipChange(string Kind, string Member, string Of, bool IsAdded) : PolicyChange
{
    internal override bool IsGenerated => Kind == "attribute" && GeneratedNames.Contains(Of);

    /// <summary>A line of a list of differences.</summary>
    public override string ToString() => $"{(IsAdded ? '+' : '-')} {Member} in {Kind} {Of}";

    internal override bool Touches(IReadOnlySet<string> types) => (Kind != "user" && types.Contains(Member)) || (Kind == "attribute" && types.Contains(Of));
}

/// <summary>Access that is allowed, audited or not audited between two types, where two policies differ; whether by a rule of a type or of an attribute makes no difference.</summary>
/// <param name="Kind">The keyword of the rules, such as <c>allow</c>.</param>
/// <param name="Source">The type that acts.</param>
/// <param name="Target">The type that is acted upon.</param>
/// <param name="Class">The object class.</param>
/// <param name="Condition">When it holds; empty if it always does.</param>
/// <param name="Added">The permissions that only the second policy has under the condition.</param>
/// <param name="Removed">The permissions that only the first policy has under the condition.</param>
/// <param name="IsNew">Whether the first policy has no permission at all here.</param>
/// <param name="IsGone">Whether the second policy has no permission at all here.</param>
public sealed record AccessChange(
    string Kind, string Source, string Target, string Class, string Condition, ImmutableArray<string> Added, ImmutableArray<string> Removed, bool IsNew, bool IsGone) : PolicyChange
{
    /// <summary>A line of a list of differences.</summary>
    public override string ToString() =>
        $"{(IsNew ? '+' : IsGone ? '-' : '*')} {Kind} {Source} {Target}:{Class} {{ {string.Join(' ', Added.Select(a => "+" + a).Concat(Removed.Select(r => "-" + r)))} }};{(Condition.Length == 0 ? "" : $" [ {Condition} ]")}";

    internal override bool Touches(IReadOnlySet<string> types) => types.Contains(Source) || types.Contains(Target);
}

/// <summary>A rule, label or setting that has one result in each policy, where the results differ.</summary>
/// <param name="Kind">The keyword of the rule, such as <c>type_transition</c> or <c>portcon</c>.</param>
/// <param name="Rule">The rule without its result, as the policy language writes it.</param>
/// <param name="Before">The result in the first policy; empty if it has no such rule.</param>
/// <param name="After">The result in the second policy; empty if it has no such rule.</param>
public sealed record ResultChange(string Kind, string Rule, string Before, string After) : PolicyChange
{
    /// <summary>A line of a list of differences.</summary>
    public override string ToString() =>
        Before.Length == 0 ? $"+ {Rule} {After}" : After.Length == 0 ? $"- {Rule} {Before}" : $"* {Rule} {Before} → {After}";
}

/// <summary>A statement that only one of two policies has, such as a constraint or a bound.</summary>
/// <param name="Kind">The keyword of the statement, such as <c>constrain</c> or <c>typebounds</c>.</param>
/// <param name="Statement">The statement, as the policy language writes it.</param>
/// <param name="IsAdded">Whether the second policy has it.</param>
public sealed record StatementChange(string Kind, string Statement, bool IsAdded) : PolicyChange
{
    /// <summary>Whether both policies have the statement, and the second means other names by it: an attribute in it has other members.</summary>
    public bool IsChanged { get; init; }

    /// <summary>A line of a list of differences.</summary>
    public override string ToString() => $"{(IsChanged ? '*' : IsAdded ? '+' : '-')} {Statement}";
}
