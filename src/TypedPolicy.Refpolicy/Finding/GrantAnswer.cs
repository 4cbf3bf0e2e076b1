using System.Collections.Immutable;

namespace TypedPolicy.Refpolicy.Finding;

/// <summary>An interface that gives an access.</summary>
/// <param name="Interface">The interface.</param>
/// <param name="Attribute">What to write: <c>[Netutils.ExecPing]</c>; an argument that the question contains is filled in.</param>
/// <param name="Carrier">Who carries it.</param>
/// <param name="Argument">The argument that is the question's other type, by its number; 0 if the interface names that type itself.</param>
/// <param name="Condition">When the access is given, as the policy language writes it; empty for always.</param>
/// <param name="Rules">The rules that give it.</param>
/// <param name="Extra">What else it gives: first on what was asked about, then in the order of the interface.</param>
/// <param name="ExtraCount">How many permissions that are, on single types; an attribute counts with all of its types.</param>
/// <param name="Writes">What lets the carrier change what it asked to read only; empty where it asked to write.</param>
public sealed record GrantAnswer(
    FoundName Interface, string Attribute, AnswerCarrier Carrier, int Argument, string Condition, ImmutableArray<GrantingRule> Rules, ImmutableArray<GrantedAccess> Extra, long ExtraCount, ImmutableArray<GrantedAccess> Writes)
{
    /// <summary>Which of the permissions that were asked for it gives, sorted.</summary>
    public ImmutableArray<string> Permissions { get; init; } = [];

    /// <summary>What else it gives, weighed: reading more than looking, changing more than reading, the security of the system most. It orders answers and has no unit.</summary>
    public long Cost { get; init; }
}

/// <summary>Which class carries the attribute that answers a question.</summary>
public enum AnswerCarrier
{
    /// <summary>That of the source: the interface gives its caller access.</summary>
    Source,

    /// <summary>That of the target: the interface gives others access to its caller.</summary>
    Target,
}

/// <summary>A rule that gives what was asked, in full or in part.</summary>
/// <param name="Through">The attribute that the interface puts its carrier into, whose rule it is; empty for a rule of the interface itself.</param>
/// <param name="Access">What it gives; its target may be an attribute that the target of the question is in.</param>
public sealed record GrantingRule(string Through, GrantedAccess Access);

/// <summary>Access to something.</summary>
/// <param name="Target">The type or attribute; <c>self</c>; an argument as the headers write it, <c>$2</c>.</param>
/// <param name="Class">The object class.</param>
/// <param name="Permissions">The permissions, sorted.</param>
public sealed record GrantedAccess(string Target, string Class, ImmutableArray<string> Permissions)
{
    /// <summary>As rules write it.</summary>
    public override string ToString() => $"{Target}:{Class} {(Permissions.Length == 1 ? Permissions[0] : $"{{ {string.Join(" ", Permissions)} }}")}";
}
