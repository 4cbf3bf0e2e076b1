namespace TypedPolicy.Refpolicy.Modules;

/// <summary>The text of comments, without what only decorates them.</summary>
internal static class CommentText
{
    // What the reference policy heads its sections with; classes say it in C#.
    private static readonly string[] Headings = ["Declarations", "Local policy"];

    // How many characters of decoration are a ruler.
    private const int Ruler = 3;

    // How many are one across the page.
    private const int Across = 10;

    // Where rules are commented out, the end of their block is not a decoration.
    private const string EndOfBlock = "')";

    private static readonly string[] Elements = ["<desc>", "</desc>", "<p>", "</p>", "<summary>", "</summary>"];

    /// <summary>The text of one comment; empty for a ruler.</summary>
    /// <param name="comment">The comment with its <c>#</c>.</param>
    public static string Of(string comment)
    {
        var text = Undecorated(comment.Trim().TrimStart('#').Trim());
        foreach (var element in Elements)
        {
            text = text.Replace(element, "");
        }

        text = text.Trim();
        return (text.Any(char.IsLetterOrDigit) || text.StartsWith(EndOfBlock, StringComparison.Ordinal)) && !Headings.Contains(text, StringComparer.OrdinalIgnoreCase) ? text : "";
    }

    /// <summary>Whether a comment is a line across the page, as the reference policy has above the head of a section.</summary>
    /// <param name="comment">The comment with its <c>#</c>.</param>
    public static bool IsRuler(string comment) => comment.Trim() is { Length: >= Across } line && line.All(IsDecoration);

    /// <summary>A text without the rulers around it, as in <c>==== Greeter ====</c>, and without the border of a box: a <c>#</c> at its end. A single character before a word is the author's: <c>- once</c>, <c>*/</c>, <c>#if</c>.</summary>
    private static string Undecorated(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsDecoration(text[start]))
        {
            start++;
        }

        while (end > start && IsDecoration(text[end - 1]))
        {
            end--;
        }

        var isBordered = text.EndsWith("#", StringComparison.Ordinal) && end > 1 && char.IsWhiteSpace(text[end - 1]);
        start = start < Ruler ? 0 : start;
        end = text.Length - end < Ruler && !isBordered ? text.Length : end;
        return start < end ? text.Substring(start, end - start).Trim() : "";
    }

    private static bool IsDecoration(char c) => c is '#' or '=' or '*' or '-' or '~';

    /// <summary>How far a comment's text stands from its <c>#</c>; a tab is four blanks.</summary>
    /// <param name="comment">The comment with its <c>#</c>.</param>
    public static int Indentation(string comment) => comment.TrimStart('#').TakeWhile(c => c is ' ' or '\t').Sum(c => c == '\t' ? 4 : 1);
}
