using System.Text.RegularExpressions;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Sepol.Verification;

/// <summary>Finds the statements that messages speak of without saying where they are.</summary>
internal sealed partial class StatementSearch(IReadOnlyList<PolicySource> sources)
{
    // A keyword in the message tells more than a name or two; 'type', 'role' or 'allow' are words of any message.
    private const int KeywordCounts = 3;
    private const int ShortKeyword = 5;

    private readonly Lazy<List<(string File, CilStatement Statement)>> _statements = new(() =>
        [.. sources.SelectMany(s => CilText.Read(PolicyLinker.ToCil(s).Span).SelectMany(All).Select(statement => (s.Name, statement)))]);

    /// <summary>The statement of some files that has most of the words of a message, the first of several; null if none has any.</summary>
    public (string File, CilStatement Statement)? Mentioned(string message, IReadOnlySet<string> files)
    {
        var words = Words().Matches(message).Select(m => m.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var run = message.Replace(" ", "", StringComparison.Ordinal);
        var best = _statements.Value.Where(s => files.Contains(s.File) && s.Statement.Keyword.Length > 0)
            .Select(s => (s.File, s.Statement, Score: s.Statement.Items.SelectMany(i => i.Names).Distinct(StringComparer.Ordinal).Count(words.Contains) + (IsKeywordOf(s.Statement.Keyword, run) ? KeywordCounts : 0)))
            .MaxBy(s => s.Score);
        return best.Statement is null || best.Score == 0 ? null : (best.File, best.Statement);
    }

    /// <summary>The last statement of some files with a keyword and an operand, which is the one that counts; null if there is none.</summary>
    public (string File, CilStatement Statement)? WithOperand(string keyword, string operand, IReadOnlySet<string> files)
    {
        var found = _statements.Value.LastOrDefault(s => files.Contains(s.File) && s.Statement.Keyword == keyword && s.Statement.Items.Skip(1).Any(i => i.Text == operand));
        return found.Statement is null ? null : (found.File, found.Statement);
    }

    // 'Role bounds violation' speaks of rolebounds; of the context of a SID libsepol speaks in other words.
    private static bool IsKeywordOf(string keyword, string message) =>
        (keyword.Length > ShortKeyword && message.Contains(keyword, StringComparison.OrdinalIgnoreCase)) || (keyword == "sidcontext" && message.StartsWith("sid's", StringComparison.Ordinal));

    /// <summary>A statement with the same keyword and operands and another result; null if there is none.</summary>
    public (string File, CilStatement Statement)? Contradicting(CilStatement statement)
    {
        var found = _statements.Value.FirstOrDefault(s => s.Statement.Keyword == statement.Keyword && s.Statement.Items.Count == statement.Items.Count
            && s.Statement.Items.SkipLast(1).Zip(statement.Items).All(p => IsSame(p.First, p.Second)) && !IsSame(s.Statement.Items[^1], statement.Items[^1]));
        return found.Statement is null ? null : (found.File, found.Statement);
    }

    private static bool IsSame(CilStatement one, CilStatement other) =>
        one.Text == other.Text && one.Items.Count == other.Items.Count && one.Items.Zip(other.Items).All(p => IsSame(p.First, p.Second));

    private static IEnumerable<CilStatement> All(CilStatement statement) => statement.Keyword is "block" or "optional" or "in" or "macro" or "booleanif" or "tunableif" or "true" or "false"
        ? statement.Items.Where(i => i.IsList).SelectMany(All).Prepend(statement)
        : [statement];

    [GeneratedRegex(@"[\w.@]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
