using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedPolicy.Learning.Editing;

/// <summary>Changes of one file. Everything that is not changed stays as it is: comments, blanks, ends of lines, the encoding.</summary>
internal sealed class EditedFile
{
    private readonly List<(TextSpan Span, string Text)> _changes = [];
    private readonly HashSet<(int At, string Name)> _shadows = [];
    private readonly SortedSet<string> _usings = new(StringComparer.Ordinal);

    /// <summary>Begins.</summary>
    public EditedFile(SemanticModel model)
    {
        Model = model;
        Text = model.SyntaxTree.GetText();
        Root = model.SyntaxTree.GetCompilationUnitRoot();
        var first = Text.Lines[0];
        EndOfLine = first.EndIncludingLineBreak > first.End ? Text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>What the names of the file mean.</summary>
    public SemanticModel Model { get; }

    /// <summary>The text before.</summary>
    public SourceText Text { get; }

    /// <summary>The file.</summary>
    public CompilationUnitSyntax Root { get; }

    /// <summary>How its lines end.</summary>
    public string EndOfLine { get; }

    /// <summary>Its path.</summary>
    public string Path => Model.SyntaxTree.FilePath;

    /// <summary>Writes something where something else stood; lines of it end in <c>\n</c>.</summary>
    public void Replace(TextSpan span, string text) => _changes.Add((span, text.Replace("\n", EndOfLine, StringComparison.Ordinal)));

    /// <summary>Writes something.</summary>
    public void Insert(int at, string text) => Replace(new TextSpan(at, 0), text);

    /// <summary>Remembers that a name means something else at a place soon: a class that is to be nested there.</summary>
    public void Shadow(int at, string name) => _shadows.Add((at, name));

    /// <summary>How C# names a type at a place: as short as can be, with a using directive where one is missing.</summary>
    public string NameOf(INamedTypeSymbol type, int at)
    {
        var outer = type;
        while (outer.ContainingType is { } around)
        {
            outer = around;
        }

        if (_shadows.Contains((at, outer.Name)))
        {
            return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        }

        var known = Model.LookupNamespacesAndTypes(at, name: outer.Name).RemoveAll(s => s is INamedTypeSymbol other && other.Arity != outer.Arity);
        if (known.Length == 1 && SymbolEqualityComparer.Default.Equals(known[0].OriginalDefinition, outer.OriginalDefinition))
        {
            return type.ToDisplayString(Short);
        }

        if (!known.IsEmpty || outer.ContainingNamespace.IsGlobalNamespace)
        {
            return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        }

        _usings.Add(outer.ContainingNamespace.ToDisplayString());
        return type.ToDisplayString(Short);
    }

    /// <summary>The blanks before the line of a place.</summary>
    public string IndentAt(int at)
    {
        var line = Text.ToString(Text.Lines.GetLineFromPosition(at).Span);
        return line[..^line.TrimStart().Length];
    }

    /// <summary>The whole text, changed.</summary>
    public SourceText Changed()
    {
        var changes = _changes.GroupBy(c => c.Span).Select(g => new TextChange(g.Key, string.Concat(g.Select(c => c.Text)))).ToList();
        foreach (var (at, text) in _usings.Where(u => !Root.Usings.Any(r => r.Alias is null && r.Name?.ToString() == u)).GroupBy(UsingAt).Select(g => (g.Key, string.Concat(g.Select(u => $"using {u};{EndOfLine}")))))
        {
            changes.Add(new TextChange(new TextSpan(at, 0), text));
        }

        return Text.WithChanges(changes.OrderBy(c => c.Span.Start).ThenBy(c => c.Span.End));
    }

    private static SymbolDisplayFormat Short { get; } = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>Where a using directive goes: before the first that comes after it by name, else below the others.</summary>
    private int UsingAt(string name)
    {
        var plain = Root.Usings.Where(u => u.Alias is null && u.StaticKeyword.RawKind == 0 && u.GlobalKeyword.RawKind == 0).ToList();
        return plain.Find(u => string.CompareOrdinal(u.Name?.ToString(), name) > 0) is { } next && next != plain[0] ? next.SpanStart
            : plain.Count > 0 ? Text.Lines.GetLineFromPosition(plain[^1].Span.End).EndIncludingLineBreak
            : Root.Usings.Count > 0 ? Text.Lines.GetLineFromPosition(Root.Usings[^1].Span.End).EndIncludingLineBreak
            : 0;
    }
}
