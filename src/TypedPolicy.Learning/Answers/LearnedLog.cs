using System.Collections.Immutable;
using TypedPolicy.Learning.Editing;
using TypedPolicy.Learning.Explaining;
using TypedPolicy.Refpolicy.Denials;

namespace TypedPolicy.Learning.Answers;

/// <summary>What a log comes to.</summary>
/// <param name="Denials">The denials of the project's domains, answered.</param>
/// <param name="Errors">What the security server refused by itself.</param>
/// <param name="Foreign">Denials of domains that are not the project's.</param>
internal sealed record LearnedLog(ImmutableArray<LearnedDenial> Denials, ImmutableArray<LearnedError> Errors, ImmutableArray<Denial> Foreign)
{
    /// <summary>What to write.</summary>
    public ImmutableArray<PolicyEdit> Edits => [.. Denials.SelectMany(d => d.Answer.Edits).Concat(Errors.SelectMany(e => e.Answer.Edits))];

    /// <summary>Denials that nothing in C# answers, and that would come up again.</summary>
    public IEnumerable<LearnedDenial> Open => Denials.Where(d => d.Answer.Kind != AnswerKind.Settled && d.Answer.Edits.IsEmpty);
}

/// <summary>An error of the security server, and what to do about it.</summary>
internal sealed record LearnedError(ErrorReport Report, Answer Answer);
