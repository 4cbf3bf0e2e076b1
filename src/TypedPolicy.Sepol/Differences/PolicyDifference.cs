using System.Collections.Immutable;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>
/// How two policies differ in meaning, however they are written: rules count by the types that they expand to, conditions by when they hold.
/// Never changes; any number of threads may read it.
/// </summary>
public sealed class PolicyDifference
{
    private readonly ImmutableArray<PolicyChange> _changes;

    private PolicyDifference(IEnumerable<PolicyChange> changes)
    {
        _changes = [.. changes];
        Names = [.. _changes.OfType<NameChange>()];
        Memberships = [.. _changes.OfType<MembershipChange>()];
        Access = [.. _changes.OfType<AccessChange>()];
        Results = [.. _changes.OfType<ResultChange>().OrderBy(c => c.Rule, StringComparer.Ordinal)];
        Statements = [.. _changes.OfType<StatementChange>().OrderBy(c => c.Statement, StringComparer.Ordinal)];
    }

    /// <summary>Every kind of difference: a keyword of the policy language, or what a name is the name of.</summary>
    public static ImmutableArray<string> Kinds { get; } = [.. PolicyParts.All.Select(p => p.Kind)];

    /// <summary>Types, attributes, roles, users, booleans, classes and other names that only one of them has, by kind and name.</summary>
    public ImmutableArray<NameChange> Names { get; }

    /// <summary>Types of attributes and roles, roles of users, and permissions of commons, between names that both have.</summary>
    public ImmutableArray<MembershipChange> Memberships { get; }

    /// <summary>Access, by source, target and class.</summary>
    public ImmutableArray<AccessChange> Access { get; }

    /// <summary>Transitions of types, roles and ranges, extended permissions, levels and ranges of users, defaults, orders, and the labels that the policy itself gives.</summary>
    public ImmutableArray<ResultChange> Results { get; }

    /// <summary>Constraints, bounds, aliases and allowed changes of role.</summary>
    public ImmutableArray<StatementChange> Statements { get; }

    /// <summary>Whether both mean the same.</summary>
    public bool IsEmpty => _changes.IsEmpty;

    /// <summary>Everything, a line each.</summary>
    public IEnumerable<string> Lines =>
        [.. Names.Select(n => n.ToString()), .. Memberships.Select(m => m.ToString()), .. Access.Select(a => a.ToString()), .. Results.Select(r => r.ToString()), .. Statements.Select(s => s.ToString())];

    /// <summary>How the second policy differs from the first.</summary>
    public static PolicyDifference Between(KernelPolicy before, KernelPolicy after)
    {
        var names = new SharedNames(before, after);
        return new(PolicyParts.All.SelectMany(part => part.Compare(names)));
    }

    /// <summary>
    /// The differences without attributes that compilers and converters make up (<c>base_typeattr_12</c>, <c>cil_gen_require</c>, <c>@ttr0012</c>, <c>greeter_typedpolicy_require</c>)
    /// and their members. What rules on them grant is counted by types in any case.
    /// </summary>
    public PolicyDifference WithoutGeneratedAttributes() => new(_changes.Where(c => !c.IsGenerated));

    /// <summary>Only the differences of some kinds.</summary>
    public PolicyDifference OfKinds(IEnumerable<string> kinds)
    {
        var wanted = kinds.ToHashSet(StringComparer.Ordinal);
        return new(_changes.Where(c => wanted.Contains(c.Kind)));
    }

    /// <summary>Only the differences that name one of these types.</summary>
    public PolicyDifference Touching(IEnumerable<string> types)
    {
        var wanted = types.ToHashSet(StringComparer.Ordinal);
        return new(_changes.Where(c => c.Touches(wanted)));
    }
}
