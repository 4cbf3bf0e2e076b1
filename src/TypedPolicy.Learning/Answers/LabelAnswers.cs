using System.Collections.Immutable;
using TypedPolicy.Learning.Editing;
using TypedPolicy.Model.Paths;
using TypedPolicy.Refpolicy.Denials;

namespace TypedPolicy.Learning.Answers;

/// <summary>Denials whose cause is the label of the object: the path says which one it should have.</summary>
internal static class LabelAnswers
{
    /// <summary>The answer; null if the label is right, or nobody can say.</summary>
    public static Answer? Of(Denial denial, ImmutableArray<string> missing, LearningFacts facts)
    {
        if (denial.UnknownTargetLabel is { } unknown)
        {
            return new(AnswerKind.Label, $"The object has the label {unknown}, which the loaded policy does not know: install the policy that declares it, or relabel.") { Command = Restorecon(denial.Paths.FirstOrDefault(LoggedPath.IsPlain)) };
        }

        if (LearningFacts.KindOf(denial.Class) is not { } kind)
        {
            return null;
        }

        var plain = denial.Paths.Where(LoggedPath.IsPlain).ToList();
        var answers = plain.ConvertAll(p => OfPath(p, kind, denial, missing, facts));

        // Other objects, whose label is right, need the access all the same. A name is that of a path, where one ends in it.
        var isOfOthers = answers.Contains(null) || denial.Paths.Any(p => !plain.Contains(p) && !plain.Exists(q => LoggedPath.Name(q) == p));
        return answers.Count > 0 && !isOfOthers ? answers[0] : Made(denial, missing, facts);
    }

    /// <summary>The type of the program that a domain would change, by the label or the path of the object; null if it is none that the domain is entered through.</summary>
    public static string? Program(Denial denial, ImmutableArray<string> missing, LearningFacts facts) =>
        denial.Class == "file" && missing.Any(p => p is "write" or "append" or "create" or "unlink" or "rename" or "link" or "setattr" or "relabelfrom" or "relabelto")
            ? denial.Paths.Where(LoggedPath.IsPlain).Select(p => facts.LabelOf(p, FileKind.File)).Prepend(denial.Target).FirstOrDefault(t => t is not null && facts.OwnTypes.ContainsKey(t) && facts.Allows(denial.Source, t, "file", ["entrypoint"]))
            : null;

    private static Answer? OfPath(string path, FileKind kind, Denial denial, ImmutableArray<string> missing, LearningFacts facts)
    {
        var (source, target) = (denial.Source, denial.Target);
        if (denial.Class == "dir" && missing.Any(p => p is "add_name" or "remove_name") && !missing.Contains("create"))
        {
            // The record names what was made, or the directory that it was made in.
            if (facts.LabelOf(path, kind) == target || facts.LabelOf(LoggedPath.Parent(path), kind) == target)
            {
                return null;
            }

            path = LoggedPath.Parent(path);
        }

        if (path == "/" || facts.LabelOf(path, kind) is not { } expected || expected == target)
        {
            return null;
        }

        var isOwn = facts.OwnTypes.ContainsKey(expected);
        var isAllowed = facts.Allows(source, expected, denial.Class, missing);
        if (!isOwn && !isAllowed)
        {
            return null; // A rule is missing for the right label too, so this alone is no answer.
        }

        // What is made gets the type of its directory, where no transition says otherwise.
        var directory = facts.LabelOf(LoggedPath.Parent(path), FileKind.Directory);
        var isMade = missing.Contains("create") || directory == target;
        var makes = isMade && facts.NewType(source, target, denial.Class, LoggedPath.Name(path)) is { } made && made != expected;
        var edits = ImmutableArray.CreateBuilder<PolicyEdit>();
        if (makes && facts.IsOwnDomain(source))
        {
            edits.Add(new TypeTransitionEdit(source, target, expected, [denial.Class], null));
        }

        if (!isAllowed)
        {
            edits.Add(new AccessEdit(source, "Allow", expected, denial.Class, missing));
        }

        var why = $"By its path, {path} should be {expected}; it has the label {target}";
        return new(
            edits.Count == 0 && isMade ? AnswerKind.Settled : AnswerKind.Label,
            makes ? $"{why}, which is that of its directory: no type transition sets what {source} makes there." : $"{why}: relabel it.")
        {
            Edits = edits.ToImmutable(),
            Command = missing.Contains("create") ? null : Restorecon(path),
        };
    }

    /// <summary>What would not come up again: the domain makes such objects with a type of their own by now.</summary>
    private static Answer? Made(Denial denial, ImmutableArray<string> missing, LearningFacts facts) =>
        (missing.Contains("create") || IsOfMaker(denial.Target)) && facts.NewType(denial.Source, denial.Target, denial.Class, null) is { } made && made != denial.Target && facts.Allows(denial.Source, made, denial.Class, missing)
            ? new(AnswerKind.Settled, $"What {denial.Source} makes in {denial.Target} is {made} now, which it may use.")
            : null;

    // Files of these types are there for whoever makes some, and have no path to speak of.
    private static bool IsOfMaker(string type) => type is "tmp_t" or "tmpfs_t";

    private static string? Restorecon(string? path) => path is null ? null : $"restorecon -v {path}";
}
