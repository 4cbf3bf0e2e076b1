using System.Text.RegularExpressions;
using TypedPolicy.Refpolicy.Finding;
using TypedPolicy.Tool.Shell;

namespace TypedPolicy.Tool.Finding;

/// <summary><c>find REGEX</c>.</summary>
internal static class NameAnswers
{
    private const int Usual = 200;

    // Without backtracking an expression takes time by the text; what it is built of is bounded by .NET, and this bounds the rest.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(10);

    public static int Find(string words, AnswerWriter answers, Func<FinderIndex> read)
    {
        Regex expression;
        try
        {
            expression = words.Length is > 0 and <= NameSearch.MaxExpressionLength
                ? new Regex(words, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MaxTime)
                : throw new ArgumentException($"it has {words.Length} characters, and may have 1 to {NameSearch.MaxExpressionLength}");
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return answers.Usage($"Invalid regular expression: {e.Message}");
        }

        var index = read();
        IReadOnlyList<FoundName> found;
        try
        {
            found = NameSearch.Find(index, expression);
        }
        catch (RegexMatchTimeoutException)
        {
            return answers.Usage("The regular expression takes too long. Write a simpler one.");
        }

        var shown = found.Take(answers.Most(Usual)).ToList();
        if (answers.IsJson)
        {
            answers.Json(new { count = found.Count, found = shown.Select(AnswerWriter.Json), didYouMean = found.Count == 0 ? Near(index, words) : [] });
            return found.Count > 0 ? ExitCode.Success : ExitCode.No;
        }

        if (found.Count == 0)
        {
            return answers.Nothing($"No match in the headers for '{words}'.", Near(index, words));
        }

        shown.ForEach(answers.Found);
        if (found.Count > shown.Count)
        {
            answers.Note($"{found.Count - shown.Count} more: '--max 0' shows all.");
        }

        return ExitCode.Success;
    }

    private static IReadOnlyList<string> Near(FinderIndex index, string words) =>
        NearNames.Of(index, words) is { Count: > 0 } near ? near : NearNames.Corrected(index, words) is { } corrected ? [corrected] : [];
}
