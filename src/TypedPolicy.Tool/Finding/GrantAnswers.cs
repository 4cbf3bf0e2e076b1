using TypedPolicy.Learning.Explaining;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Finding;

/// <summary><c>find --grants ACCESS</c>.</summary>
internal static class GrantAnswers
{
    private const int Usual = 20;

    public static int Find(string access, AnswerWriter answers, Func<FinderIndex> read)
    {
        if (AccessQuestion.Parse(access, out var problem) is not { } asked)
        {
            return answers.Usage($"Invalid access query. {problem}");
        }

        asked = asked with { Permissions = PermissionWords.Of(asked.Class, asked.Permissions) };
        if (PermissionWords.Problem(asked.Class, asked.Permissions) is { } unknownWord)
        {
            return answers.Usage(unknownWord);
        }

        var index = read();
        var question = asked with { Source = asked.Source is null ? null : SELinuxName(index, asked.Source), Target = SELinuxName(index, asked.Target) };
        var unknown = IsUnknown(index, question);
        var found = unknown ? [] : GrantSearch.Find(index, question);
        if (answers.IsJson)
        {
            answers.Json(new
            {
                question = new { question.Source, question.Target, question.Class, question.Permissions },
                knowsAttributes = index.KnowsBase,
                count = found.Length,
                found = found.Take(answers.Most(Usual)).Select(a => AnswerWriter.Json(a, On(index, question, a))),
                didYouMean = found.IsEmpty ? Near(index, question) : [],
            });
        }
        else if (unknown)
        {
            answers.Nothing($"Neither the headers nor the policy have a type or attribute {question.Target}.", Near(index, question));
        }
        else if (found.IsEmpty)
        {
            answers.Nothing($"No interface grants all of {question}.", Near(index, question));
        }
        else
        {
            foreach (var answer in found.Take(answers.Most(Usual)))
            {
                answers.Grant(answer, question, question.Source is null ? "" : $" on {On(index, question, answer)}", "");
            }

            if (found.Length > answers.Most(Usual))
            {
                answers.Note($"{found.Length - answers.Most(Usual)} more: '--max 0' shows all.");
            }
        }

        WithoutBase(index, answers);
        return unknown ? ExitCode.Failure : found.IsEmpty ? ExitCode.No : ExitCode.Success;
    }

    /// <summary>Reports which answers can be missing.</summary>
    public static void WithoutBase(FinderIndex index, AnswerWriter answers)
    {
        if (!index.KnowsBase && !answers.IsJson)
        {
            answers.Note("note: The members of attributes are not known, so access that interfaces grant through attributes is not listed. Name the base policy with --base.");
        }
    }

    /// <summary>The C# class that carries the answer.</summary>
    public static string On(FinderIndex index, AccessQuestion question, GrantAnswer answer) =>
        (answer.Carrier == AnswerCarrier.Source ? question.Source : question.Target == "self" ? question.Source : question.Target) is { } type ? ClassNames.Of(index, type) : "";

    private static string SELinuxName(FinderIndex index, string name) =>
        index.Find(name).FirstOrDefault(n => n.CSharp == name && n.Kind is FoundKind.Type or FoundKind.TypeAttribute)?.Name ?? name;

    /// <summary>Whether the target is a name that nobody knows. With a source it may be the user's own type, which carries an interface.</summary>
    private static bool IsUnknown(FinderIndex index, AccessQuestion question) =>
        question is { Source: null, Target: not "self" } && index.CSharpOf(question.Target) is null && !index.Find(question.Target).Any()
        && index.AttributesOf(question.Target).Count == 0 && index.MembersOf(question.Target).Count == 0;

    private static IReadOnlyList<string> Near(FinderIndex index, AccessQuestion question) =>
        question.Target == "self" || index.CSharpOf(question.Target) is not null ? [] : NearNames.Of(index, question.Target, FoundKind.Type, FoundKind.TypeAttribute);
}
