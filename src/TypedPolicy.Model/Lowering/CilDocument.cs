using System.Collections.Immutable;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Targets;

namespace TypedPolicy.Model.Lowering;

/// <summary>A policy module in CIL, before it is text: a section for each C# declaration, in the order of the file.</summary>
/// <param name="Heading">Comment lines at the top.</param>
/// <param name="Sections">The sections.</param>
public sealed record CilDocument(ImmutableArray<string> Heading, ImmutableArray<CilSection> Sections);

/// <summary>What one C# declaration becomes.</summary>
/// <param name="Comments">Comment lines at its top.</param>
/// <param name="Parts">Its statements; some depend on the target.</param>
public sealed record CilSection(ImmutableArray<string> Comments, ImmutableArray<CilPart> Parts);

/// <summary>Statements that are the same for every target, or are made for each.</summary>
public sealed class CilPart
{
    private readonly ImmutableArray<CilItem> _common;
    private readonly Func<Target, object>? _sharing;
    private readonly Func<Target, ImmutableArray<CilItem>>? _perTarget;
    private readonly List<(object Key, ImmutableArray<CilItem> Items)> _made = [];

    /// <summary>Statements that are the same for every target.</summary>
    public CilPart(ImmutableArray<CilItem> common) => _common = common;

    /// <summary>Statements that are made for each target, once for all that share what they depend on.</summary>
    /// <param name="sharing">What they depend on: the same object for the targets that share it.</param>
    /// <param name="perTarget">Makes them.</param>
    public CilPart(Func<Target, object> sharing, Func<Target, ImmutableArray<CilItem>> perTarget) => (_sharing, _perTarget) = (sharing, perTarget);

    /// <summary>Whether the statements depend on the target.</summary>
    public bool DependsOnTarget => _perTarget is not null;

    /// <summary>The statements for a target; the same array for targets that share them.</summary>
    public ImmutableArray<CilItem> For(Target target)
    {
        if (_sharing is null || _perTarget is null)
        {
            return _common;
        }

        var key = _sharing(target);
        foreach (var made in _made)
        {
            if (ReferenceEquals(made.Key, key))
            {
                return made.Items;
            }
        }

        var items = _perTarget(target);
        _made.Add((key, items));
        return items;
    }
}

/// <summary>A line or a group of lines of CIL.</summary>
/// <param name="Origin">The C# that it comes from.</param>
public abstract record CilItem(Origin Origin);

/// <summary>A statement on a line of its own.</summary>
/// <param name="Statement">The statement.</param>
public sealed record CilLine(CilNode Statement, Origin Origin) : CilItem(Origin);

/// <summary>A comment inside a section.</summary>
/// <param name="Text">Its words, on one line.</param>
public sealed record CilComment(string Text) : CilItem(Origin.None);

/// <summary>A statement that holds others: <c>optional</c>, <c>macro</c>, <c>booleanif</c>, <c>true</c>.</summary>
/// <param name="Head">What comes before those.</param>
/// <param name="Items">What it holds.</param>
/// <param name="TakesMarks">Whether line marks may stand inside (not in a booleanif, nor in a macro that one may call, before libsepol 3.9).</param>
public sealed record CilGroup(CilList Head, Origin Origin, ImmutableArray<CilItem> Items, bool TakesMarks) : CilItem(Origin);
