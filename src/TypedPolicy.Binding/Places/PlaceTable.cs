using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedPolicy.Model;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Binding.Places;

/// <summary>Numbers the places of the source that the model refers to.</summary>
internal sealed class PlaceTable(string projectDirectory)
{
    private readonly ImmutableArray<Place>.Builder _places = ImmutableArray.CreateBuilder<Place>();
    private readonly ImmutableArray<Location>.Builder _locations = ImmutableArray.CreateBuilder<Location>();
    private readonly Dictionary<(SyntaxTree Tree, TextSpan Span, Origin Outer), Origin> _known = [];
    private readonly Dictionary<SyntaxTree, string> _files = [];
    private int _next;
    private int _end = int.MaxValue;

    /// <summary>The files that the places of the block at hand are in.</summary>
    public HashSet<SyntaxTree> Trees { get; private set; } = [];

    /// <summary>The number that the next place gets.</summary>
    public int Next => _next;

    /// <summary>Whether a block had more places than numbers.</summary>
    public bool IsOverfull { get; private set; }

    /// <summary>Takes over the places of an earlier reading, whose blocks are filled anew or stay.</summary>
    public void TakeOver(ImmutableArray<Place> places, ImmutableArray<Location> locations)
    {
        _places.AddRange(places);
        _locations.AddRange(locations);
    }

    /// <summary>Begins a block of places that belong together: its numbers, and nothing in it is shared with another.</summary>
    public void Begin(int start, int end)
    {
        (_next, _end, Trees) = (start, end, []);
        _known.Clear();
        _places.Count = _locations.Count = Math.Max(_places.Count, start);
        for (var i = start; i < Math.Min(end, _places.Count); i++)
        {
            (_places[i], _locations[i]) = (default!, default!);
        }
    }

    /// <summary>The place of an attribute; the place around it where it was read from another assembly.</summary>
    public Origin Of(AttributeData attribute, Origin outer) =>
        attribute.ApplicationSyntaxReference is { } reference ? Of(reference.SyntaxTree, reference.Span, outer) : outer;

    /// <summary>
    /// The place of a declaration's name; of its parts, the one in the first file. Where it was read from another assembly, the place around it.
    /// </summary>
    public Origin Of(ISymbol symbol, Origin outer)
    {
        return FirstOf(symbol) is { } first ? Of(first.SourceTree!, first.SourceSpan, outer) : outer;
    }

    /// <summary>The place of the very characters that a finding is about.</summary>
    public Spot Narrow(Spot spot, CancellationToken cancellation)
    {
        if (spot.Origin.Index < 0)
        {
            return spot;
        }

        var whole = _locations[spot.Origin.Index];
        return SpotLocator.Find(spot, whole, cancellation) is { } span
            ? new Spot(Of(whole.SourceTree!, span, _places[spot.Origin.Index].Outer))
            : new Spot(spot.Origin);
    }

    /// <summary>Attributes in the order of their places, where the parts of a partial class or an assembly come in the order of the files.</summary>
    public IEnumerable<AttributeData> InOrder(ISymbol symbol)
    {
        var attributes = symbol.GetAttributes();
        return symbol is IAssemblySymbol || symbol.DeclaringSyntaxReferences.Length > 1
            ? attributes
                .OrderBy(a => a.ApplicationSyntaxReference is { } r ? File(r.SyntaxTree) : "", StringComparer.Ordinal)
                .ThenBy(a => a.ApplicationSyntaxReference?.Span.Start)
            : attributes;
    }

    /// <summary>Types in the order of their places.</summary>
    public IEnumerable<INamedTypeSymbol> InOrder(IEnumerable<INamedTypeSymbol> types) =>
        types
            .Select(t => (Type: t, First: FirstOf(t.OriginalDefinition)))
            .OrderBy(t => t.First is null ? "" : File(t.First.SourceTree!), StringComparer.Ordinal)
            .ThenBy(t => t.First?.SourceSpan.Start)
            .Select(t => t.Type);

    /// <summary>The places, by number.</summary>
    public ImmutableArray<Place> ToPlaces() => _places.ToImmutable();

    /// <summary>The same places as Roslyn has them.</summary>
    public ImmutableArray<Location> ToLocations() => _locations.ToImmutable();

    private Location? FirstOf(ISymbol symbol) =>
        symbol.Locations is [{ IsInSource: true } only]
            ? only
            : symbol.Locations
                .Where(l => l.IsInSource)
                .OrderBy(l => File(l.SourceTree!), StringComparer.Ordinal)
                .ThenBy(l => l.SourceSpan.Start)
                .FirstOrDefault();

    private Origin Of(SyntaxTree tree, TextSpan span, Origin outer)
    {
        if (!_known.TryGetValue((tree, span, outer), out var origin))
        {
            if (_next == _end)
            {
                IsOverfull = true;
                (_next, _end) = (_places.Count, int.MaxValue);
            }

            var lines = tree.GetLineSpan(span).Span;
            origin = new Origin(_next++);
            _places.Count = _locations.Count = Math.Max(_places.Count, _next);
            _places[origin.Index] = new Place(File(tree), lines.Start.Line + 1, lines.Start.Character + 1, lines.End.Line + 1, lines.End.Character + 1, outer);
            _locations[origin.Index] = Location.Create(tree, span);
            _known.Add((tree, span, outer), origin);
            Trees.Add(tree);
        }

        return origin;
    }

    private string File(SyntaxTree tree)
    {
        if (!_files.TryGetValue(tree, out var file))
        {
            _files.Add(tree, file = RelativePath.Of(tree.FilePath, projectDirectory));
        }

        return file;
    }
}
