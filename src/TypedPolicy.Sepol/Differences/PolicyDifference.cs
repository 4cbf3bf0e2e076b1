using System.Collections.Immutable;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>
/// What two policies say differently, whatever words they say it in: rules count by the types that they come to, conditions by when they hold.
/// Never changes; any number of threads may read it.
/// </summary>
public sealed class PolicyDifference
{
    private PolicyDifference(KernelPolicy before, KernelPolicy after)
    {
        var names = new SharedNames(before, after);
        Names = NameComparison.Names(before, after);
        Memberships = NameComparison.Memberships(before, after);
        Access = new AccessComparison(names).Compare();
        Results = ResultComparison.Compare(names);
    }

    /// <summary>Types, attributes, roles, users, booleans, classes and permissions that one of them has alone, by kind and name.</summary>
    public ImmutableArray<NameChange> Names { get; }

    /// <summary>Types of attributes and roles, and roles of users, between names that both have.</summary>
    public ImmutableArray<MembershipChange> Memberships { get; }

    /// <summary>Access, by source, target and class.</summary>
    public ImmutableArray<AccessChange> Access { get; }

    /// <summary>Transitions of types, roles and ranges, allowed changes of role, defaults of booleans, bounds, and the labels that the policy itself gives.</summary>
    public ImmutableArray<ResultChange> Results { get; }

    /// <summary>Whether both say the same.</summary>
    public bool IsEmpty => Names.IsEmpty && Memberships.IsEmpty && Access.IsEmpty && Results.IsEmpty;

    /// <summary>Everything, a line each.</summary>
    public IEnumerable<string> Lines =>
        [.. Names.Select(n => n.ToString()), .. Memberships.Select(m => m.ToString()), .. Access.Select(a => a.ToString()), .. Results.Select(r => r.ToString())];

    /// <summary>What the second policy says differently from the first.</summary>
    public static PolicyDifference Between(KernelPolicy before, KernelPolicy after) => new(before, after);
}
