using System.Collections.Immutable;

namespace TypedPolicy.Sepol.Linking;

/// <summary>How bad a message is: libsepol does not mark which of its messages are errors, so the outcome of linking decides.</summary>
public enum LinkSeverity
{
    /// <summary>The policy was not linked because of it, or must not be.</summary>
    Error = 1,

    /// <summary>The policy was linked all the same.</summary>
    Warning = 2,
}

/// <summary>One message of libsepol.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Text">Its first line, without the places.</param>
/// <param name="Places">What it is about: the statement itself, or all those that contradict each other.</param>
/// <param name="Stacks">Each way to a statement that breaks a rule: from the outermost call down to the statement.</param>
/// <param name="Detail">Everything as libsepol wrote it.</param>
public sealed record LinkMessage(
    LinkSeverity Severity,
    string Text,
    ImmutableArray<MessagePlace> Places,
    ImmutableArray<ImmutableArray<MessagePlace>> Stacks,
    string Detail)
{
    /// <summary>Why, as libsepol writes it on lines of their own before the message.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>Where what is declared again was declared before.</summary>
    public ImmutableArray<MessagePlace> Others { get; init; } = [];

    /// <summary>Whether it reports only that a step failed, of which another message tells the cause.</summary>
    public bool IsConsequence => IsStep;

    /// <summary>Whether it is one of libsepol's messages that a step failed.</summary>
    internal bool IsStep { get; init; }

    /// <summary>Everything as libsepol wrote it.</summary>
    public override string ToString() => Detail;
}
