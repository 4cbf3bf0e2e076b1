using System.Text.RegularExpressions;
using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Conversion.CSharp;

/// <summary>Which comments of a policy's author are documentation: neither rules that were commented out nor heads of sections, which are about more than what follows.</summary>
internal static partial class SummaryText
{
    /// <summary>Divides comments by their paragraphs.</summary>
    /// <param name="comments">The comments above something.</param>
    public static (IReadOnlyList<string> Summary, IReadOnlyList<string> Others) Of(IReadOnlyList<string> comments)
    {
        var (summary, others) = (new List<string>(), new List<string>());
        var (lines, heads) = comments is AuthorComments author ? (author.Above, author.Heads) : ([.. comments], []);
        var paragraph = new List<string>();
        foreach (var line in lines.Append(""))
        {
            if (line.Length > 0)
            {
                paragraph.Add(line);
                continue;
            }

            var into = paragraph.Exists(l => heads.Contains(l.Trim()) || Rule().IsMatch(l)) ? others : summary;
            into.AddRange(into.Count > 0 && paragraph.Count > 0 ? paragraph.Prepend("") : paragraph);
            paragraph.Clear();
        }

        return (summary, others);
    }

    [GeneratedRegex(@"^\s*((allow|auditallow|dontaudit|neverallow|type|typeattribute|typealias|attribute|role|bool|require)\b.*[;{]|[a-z]\w*_\w+\(|ifn?def\(|'\)|\}|\{)")]
    private static partial Regex Rule();
}
