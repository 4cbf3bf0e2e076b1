using System.Collections.Immutable;
using TypedPolicy.Learning.Editing;

namespace TypedPolicy.Learning.Answers;

/// <summary>What a careful author would do about a denial, in the order in which they would think of it.</summary>
internal enum AnswerKind
{
    /// <summary>Nothing: the policy at hand allows it, or would not come to it.</summary>
    Settled,

    /// <summary>The object has the wrong label.</summary>
    Label,

    /// <summary>The process runs in the wrong domain.</summary>
    Domain,

    /// <summary>A boolean would allow it.</summary>
    Boolean,

    /// <summary>Interfaces of the base give it, perhaps with a rule for the rest.</summary>
    Interface,

    /// <summary>A new type for files or ports that have a shared type.</summary>
    OwnType,

    /// <summary>A raw rule.</summary>
    Rule,

    /// <summary>Known noise: programs try it and work without.</summary>
    DontAudit,

    /// <summary>It is not to be allowed, or cannot be.</summary>
    Refuse,
}

/// <summary>An answer to a denial.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reason">Why, and what to do where no C# does it: sentences.</param>
internal sealed record Answer(AnswerKind Kind, string Reason)
{
    /// <summary>What to write; none if nothing in C# helps.</summary>
    public ImmutableArray<PolicyEdit> Edits { get; init; } = [];

    /// <summary>A command for the host; null if there is none.</summary>
    public string? Command { get; init; }
}

/// <summary>A denial, or a part of its permissions, with what to do about it.</summary>
/// <param name="Denial">The denial.</param>
/// <param name="Permissions">The permissions that are answered, sorted.</param>
/// <param name="Answer">What to do.</param>
/// <param name="Others">What else could be done, best first.</param>
internal sealed record LearnedDenial(Refpolicy.Denials.Denial Denial, ImmutableArray<string> Permissions, Answer Answer, ImmutableArray<Answer> Others);
