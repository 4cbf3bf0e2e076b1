using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>What to write for an access that is missing: a small set of interfaces, and a rule for what no interface gives.</summary>
/// <param name="Question">The access.</param>
/// <param name="Interfaces">The interfaces; <see cref="GrantAnswer.Permissions"/> tells which of the permissions each is for.</param>
/// <param name="Rest">The permissions that a rule of the policy itself has to grant, sorted.</param>
public sealed record AccessPlan(AccessQuestion Question, ImmutableArray<GrantAnswer> Interfaces, ImmutableArray<string> Rest)
{
    /// <summary>The type of its own that the source wants instead; <see langword="null"/> if there is no such thing. Then nothing else is proposed.</summary>
    public PrivateType? PrivateType { get; init; }

    /// <summary>Other interfaces that give all of it and not much more, best first.</summary>
    public ImmutableArray<GrantAnswer> Others { get; init; } = [];

    /// <summary>How many interfaces give all of it and far more than that, or change what was to be read.</summary>
    public int BroaderCount { get; init; }
}
