using System.Collections.Immutable;
using TypedPolicy.Learning.Compiling;
using TypedPolicy.Learning.Editing;

namespace TypedPolicy.Learning.Answers;

/// <summary>What answers make of the C#: text that compiles and says a policy, or nothing.</summary>
/// <param name="Files">The files that change.</param>
/// <param name="Policy">The C# after.</param>
/// <param name="Left">Denials whose answer cannot be written, and why.</param>
internal sealed record LearnedEdit(ImmutableArray<EditedText> Files, CompiledPolicy Policy, ImmutableDictionary<LearnedDenial, string> Left)
{
    // Each is compiled once more where all together cannot be written.
    private const int MaxTried = 200;

    /// <summary>Edits the C#. Where all answers together cannot be written, those that can are.</summary>
    /// <param name="before">The C#.</param>
    /// <param name="log">The answers.</param>
    /// <param name="exists">Whether the linked policy has a type.</param>
    /// <param name="cancellation">Stops the compiler.</param>
    public static LearnedEdit Of(CompiledPolicy before, LearnedLog log, Func<string, bool> exists, CancellationToken cancellation)
    {
        var errors = log.Errors.SelectMany(e => e.Answer.Edits).ToList();
        if (Try([.. log.Denials.SelectMany(d => d.Answer.Edits), .. errors], out var problem) is { } all)
        {
            return all;
        }

        var written = new List<PolicyEdit>();
        var left = ImmutableDictionary.CreateBuilder<LearnedDenial, string>();
        var last = new LearnedEdit([], before, []);
        foreach (var (denial, number) in log.Denials.Where(d => !d.Answer.Edits.IsEmpty).Select((d, i) => (d, i)))
        {
            if (number < MaxTried && Try([.. written, .. denial.Answer.Edits], out problem) is { } more)
            {
                written.AddRange(denial.Answer.Edits);
                last = more;
            }
            else
            {
                left[denial] = problem;
            }
        }

        return (Try([.. written, .. errors], out _) ?? last) with { Left = left.ToImmutable() };

        LearnedEdit? Try(IReadOnlyCollection<PolicyEdit> edits, out string problem)
        {
            var files = PolicyEditor.Edit(before, edits, exists, out var problems);
            problem = problems.FirstOrDefault() ?? "";
            if (problem.Length > 0)
            {
                return null;
            }

            if (files.IsEmpty)
            {
                return new([], before, []);
            }

            var after = CompiledPolicy.Of(before.Sources.With(files.Select(f => KeyValuePair.Create(f.Path, f.After))), cancellation);
            problem = after.NewProblems(before).FirstOrDefault() ?? "";
            return problem.Length == 0 ? new(files, after, []) : null;
        }
    }
}
