using TypedPolicy.Model.Paths;
using TypedPolicy.Report.Facts;
using TypedPolicy.Sepol.Labels;
using TypedPolicy.Sepol.Linking;
using TypedPolicy.Sepol.Sources;

namespace TypedPolicy.Report.Collecting;

/// <summary>The labels of paths, and which of them the policy of the report gives.</summary>
internal sealed class LabelCollector(NameNumbers names, OwnDeclarations own, IReadOnlyList<PolicySource> modules)
{
    /// <summary>Each line of file contexts, by pattern.</summary>
    public IReadOnlyList<LabelFact> Of(FileContexts? labels)
    {
        var patterns = own.IsWhole ? [] : modules.SelectMany(m => CilText.Read(m.Content.Span)).SelectMany(Patterns).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (labels?.Lines ?? []).OrderBy(l => l.Pattern, StringComparer.Ordinal).ThenBy(l => l.Kind)
                .Select(l => new LabelFact(l.Pattern, l.Kind == FileKind.Any ? "" : l.Kind.FcMark(), l.Type is { } type ? names.Find(type) : null, own.IsWhole || patterns.Contains(l.Pattern))),
        ];
    }

    // Those in an optional or a condition too.
    private static IEnumerable<string> Patterns(CilStatement statement) =>
        statement.Keyword == "filecon" ? statement.TextAt(1) is { } pattern ? [pattern] : []
        : statement.Keyword is "optional" or "booleanif" or "tunableif" or "true" or "false" ? statement.Items.SelectMany(Patterns)
        : [];
}
