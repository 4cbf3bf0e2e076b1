namespace TypedPolicy.Refpolicy.Modules;

/// <summary>The text of comments, without what only decorates them.</summary>
internal static class CommentText
{
    // What the reference policy heads its sections with; classes say it in C#.
    private static readonly string[] Headings = ["Declarations", "Local policy"];

    // Where rules are commented out, the end of their block is no decoration.
    private const string EndOfBlock = "')";

    private static readonly string[] Elements = ["<desc>", "</desc>", "<p>", "</p>", "<summary>", "</summary>"];

    /// <summary>The text of one comment; empty for a ruler.</summary>
    /// <param name="comment">The comment with its <c>#</c>.</param>
    public static string Of(string comment)
    {
        var text = comment.Trim('#', '=', '*', '-', '~', ' ', '\t', '\r', '\n');
        foreach (var element in Elements)
        {
            text = text.Replace(element, "");
        }

        text = text.Trim();
        return (text.Any(char.IsLetterOrDigit) || text.StartsWith(EndOfBlock, StringComparison.Ordinal)) && !Headings.Contains(text, StringComparer.OrdinalIgnoreCase) ? text : "";
    }

    /// <summary>How far a comment's text stands from its <c>#</c>; a tab is four blanks.</summary>
    /// <param name="comment">The comment with its <c>#</c>.</param>
    public static int Indentation(string comment) => comment.TrimStart('#').TakeWhile(c => c is ' ' or '\t').Sum(c => c == '\t' ? 4 : 1);
}
