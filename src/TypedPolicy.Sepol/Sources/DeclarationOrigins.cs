using TypedPolicy.Sepol.Linking;

namespace TypedPolicy.Sepol.Sources;

/// <summary>The C# lines that names, labels and ranges of modules come from, by their line marks. Never changes; any number of threads may ask.</summary>
public sealed class DeclarationOrigins
{
    private readonly Dictionary<string, SourceMark> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Pattern, SourceMark Mark)>> _labels = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, string Target), SourceMark> _ranges = [];

    /// <summary>Reads the declarations of modules in CIL.</summary>
    public DeclarationOrigins(IEnumerable<PolicySource> modules)
    {
        foreach (var statement in modules.Where(m => m.Kind == PolicySourceKind.Cil).SelectMany(m => CilText.Read(m.Content.Span)))
        {
            Read(statement);
        }
    }

    /// <summary>The line that declares a type, an attribute or a boolean; null if none of the modules does.</summary>
    public SourceMark? Of(string name) => _names.GetValueOrDefault(name);

    /// <summary>The path patterns that are labelled with a type, and their lines.</summary>
    public IReadOnlyList<(string Pattern, SourceMark Mark)> LabelsOf(string type) => _labels.TryGetValue(type, out var labels) ? labels : [];

    /// <summary>The line that gives a range to what one type starts from another; null if there is none.</summary>
    public SourceMark? OfRange(string source, string target) => _ranges.GetValueOrDefault((source, target));

    private void Read(CilStatement statement)
    {
        var mark = statement.Marks.FirstOrDefault();
        switch (statement.Keyword)
        {
            case "type" or "typeattribute" or "boolean" or "tunable" when mark is not null && statement.TextAt(1) is { } name:
                _names.TryAdd(name, mark);
                break;
            case "filecon" when mark is not null && statement.Items.Count == 4 && statement.TextAt(1) is { } pattern && statement.Items[3].TextAt(2) is { } type:
                if (!_labels.TryGetValue(type, out var labels))
                {
                    _labels[type] = labels = [];
                }

                labels.Add((pattern, mark));
                break;
            case "rangetransition" when mark is not null && statement.TextAt(1) is { } source && statement.TextAt(2) is { } target:
                _ranges.TryAdd((source, target), mark);
                break;
            case "optional" or "booleanif" or "tunableif" or "true" or "false":
                statement.Items.Where(i => i.IsList).ToList().ForEach(Read);
                break;
        }
    }
}
