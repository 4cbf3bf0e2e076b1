using System.Collections.Immutable;
using TypedPolicy.Learning.Editing;
using TypedPolicy.Refpolicy.Denials;

namespace TypedPolicy.Learning.Answers;

/// <summary>Denials of the capabilities by which root gets past owners and modes: who needs them mostly needs another owner.</summary>
internal static class CapabilityAnswers
{
    private const string Override = "dac_override";
    private const string Search = "dac_read_search";

    /// <summary>The answer; null for other capabilities.</summary>
    public static Answer? Of(Denial denial, ImmutableArray<string> missing, LearningFacts facts)
    {
        if (denial.Class is not ("capability" or "cap_userns") || !missing.Contains(Override) || facts.Accepted.Contains(Override))
        {
            return null;
        }

        var rest = missing.Remove(Override);
        if (missing.Contains(Search))
        {
            return new(AnswerKind.Rule, "The kernel asks for dac_read_search before dac_override, and reading needs no more. If writing still fails, give the file another owner or mode, or write dac_override with --accept dac_override.")
            {
                Edits = [new AccessEdit(denial.Source, "Allow", "self", denial.Class, rest)],
            };
        }

        var path = denial.Paths.FirstOrDefault(LoggedPath.IsPlain) is { } known ? $" (such as {known})" : "";
        return new(AnswerKind.Refuse, $"The owner and mode of a file{path} keep the program out, and dac_override would let it past those of every file: give the file or the process another owner (chown, chmod, User=). If the program cannot do without, write it with --accept dac_override.")
        {
            Edits = rest.IsEmpty ? [] : [new AccessEdit(denial.Source, "Allow", "self", denial.Class, rest)],
        };
    }
}
