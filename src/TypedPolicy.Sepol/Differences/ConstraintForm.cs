using System.Collections.Immutable;
using TypedPolicy.Sepol.Binary;
using TypedPolicy.Sepol.Queries;

namespace TypedPolicy.Sepol.Differences;

/// <summary>
/// A constraint in a form that does not depend on how it is written: <c>not</c> only before what has no opposite, <c>and</c> and <c>or</c> without order or repetition.
/// The names in it are kept twice: as the policy writes them, to show, and as the types that they expand to, to compare.
/// </summary>
internal sealed class ConstraintForm
{
    // A kernel takes expressions that need a stack of five; libsepol writes no longer ones.
    private const int MaxSteps = 500;

    private readonly char _kind;
    private readonly ImmutableSortedDictionary<string, ConstraintForm> _parts;

    private ConstraintForm(char kind, ImmutableSortedDictionary<string, ConstraintForm> parts)
    {
        (_kind, _parts) = (kind, parts);
        var word = kind == '&' ? " and " : " or ";
        Identity = $"({string.Join(word, parts.Keys)})";
        Text = $"({string.Join(word, parts.Values.Select(p => p.Text).Order(StringComparer.Ordinal))})";
        IsMls = parts.Values.Any(p => p.IsMls);
        Sets = [.. parts.Values.SelectMany(p => p.Sets)];
    }

    private ConstraintForm(string identity, string text, bool isMls, ImmutableArray<NameSet> sets, ConstraintStep? step = null) =>
        (_kind, _parts, Identity, Text, IsMls, Sets, Step) = (' ', ImmutableSortedDictionary<string, ConstraintForm>.Empty, identity, text, isMls, sets, step);

    /// <summary>Equal for forms that demand the same.</summary>
    public string Identity { get; }

    /// <summary>In the policy language.</summary>
    public string Text { get; }

    /// <summary>Whether levels are compared.</summary>
    public bool IsMls { get; }

    /// <summary>The sets of names in it.</summary>
    public ImmutableArray<NameSet> Sets { get; }

    /// <summary>The comparison that it consists of; null for several, and for what is too long to be taken apart.</summary>
    public ConstraintStep? Step { get; }

    /// <summary>Whether the comparison must not be met, where no other comparison covers that.</summary>
    public bool IsNot { get; private init; }

    /// <summary>Whether it could not be taken apart.</summary>
    public bool IsOpaque => Step is null && _parts.IsEmpty;

    /// <summary>The comparisons in it.</summary>
    public IEnumerable<ConstraintForm> Comparisons => Step is null ? _parts.Values.SelectMany(p => p.Comparisons) : [this];

    /// <summary>Whether it is met, where one knows which comparisons are.</summary>
    public bool IsMet(Func<ConstraintForm, bool> isMet) => _kind switch
    {
        '&' => _parts.Values.All(p => p.IsMet(isMet)),
        '|' => _parts.Values.Any(p => p.IsMet(isMet)),
        _ => isMet(this),
    };

    /// <summary>What is demanded, each demand by itself: all of them must be met.</summary>
    public static IEnumerable<ConstraintForm> Demands(PolicyTables tables, ConstraintStep[] expression)
    {
        var form = Of(tables, expression);
        return form._kind == '&' ? form._parts.Values : [form];
    }

    private static ConstraintForm Of(PolicyTables tables, ConstraintStep[] expression)
    {
        if (expression.Length > MaxSteps)
        {
            return Joined(expression.Select(s => s.Kind >= ConstraintStepKind.Compare ? Leaf(tables, s, false) : new(s.Kind.ToString(), s.Kind.ToString(), false, [])));
        }

        // Each part with its opposite, so that a 'not' around it needs no second walk.
        var stack = new Stack<(ConstraintForm Form, ConstraintForm Opposite)>();
        foreach (var step in expression)
        {
            switch (step.Kind)
            {
                case ConstraintStepKind.Not:
                    var inner = stack.Pop();
                    stack.Push((inner.Opposite, inner.Form));
                    break;
                case ConstraintStepKind.And or ConstraintStepKind.Or:
                    var (right, left) = (stack.Pop(), stack.Pop());
                    var (kind, opposite) = step.Kind == ConstraintStepKind.And ? ('&', '|') : ('|', '&');
                    stack.Push((Both(kind, left.Form, right.Form), Both(opposite, left.Opposite, right.Opposite)));
                    break;
                default:
                    stack.Push((Leaf(tables, step, false), Leaf(tables, step, true)));
                    break;
            }
        }

        return stack.Pop().Form;
    }

    private static ConstraintForm Joined(IEnumerable<ConstraintForm> steps)
    {
        var all = steps.ToList();
        return new(string.Join(' ', all.Select(s => s.Identity)), string.Join(' ', all.Select(s => s.Text)), all.Exists(s => s.IsMls), [.. all.SelectMany(s => s.Sets)]);
    }

    private static ConstraintForm Both(char kind, ConstraintForm left, ConstraintForm right)
    {
        var parts = Parts(left).Concat(Parts(right)).DistinctBy(p => p.Identity).ToImmutableSortedDictionary(p => p.Identity, p => p, StringComparer.Ordinal);
        return parts.Count == 1 ? parts.Values.First() : new(kind, parts);

        IEnumerable<ConstraintForm> Parts(ConstraintForm form) => form._kind == kind ? form._parts.Values : [form];
    }

    private static ConstraintForm Leaf(PolicyTables tables, ConstraintStep step, bool isOpposite)
    {
        // What is equal or not has an opposite; what dominates or not has none, since two levels may be incomparable.
        var hasOpposite = step.Operator <= 2;
        var turned = isOpposite && hasOpposite ? step with { Operator = 3 - step.Operator } : step;
        var not = isOpposite && !hasOpposite ? "not " : "";
        var text = not + Constraints.Text(tables, [turned]);
        if (step.Kind == ConstraintStepKind.Compare)
        {
            return new(text, text, step.Attribute >= 32, [], turned) { IsNot = not.Length > 0 };
        }

        var set = NameSet.Of(tables, step);
        return new($"{not}{step.Attribute} {turned.Operator} {{ {string.Join(' ', set.Names)} }}", text, false, [set], turned);
    }
}

/// <summary>Names that a constraint compares with.</summary>
/// <param name="Text">As the policy writes them: attributes stay attributes.</param>
/// <param name="Names">All of them, in order.</param>
/// <param name="AreTypes">Whether they are types, not users or roles.</param>
internal sealed record NameSet(string Text, ImmutableArray<string> Names, bool AreTypes)
{
    public static NameSet Of(PolicyTables tables, ConstraintStep step)
    {
        var symbols = Constraints.SymbolsOf(tables, step);
        return new(Constraints.Names(tables, step), [.. step.Names.Values.Select(v => symbols[v]).Order(StringComparer.Ordinal)], (step.Attribute & 4) != 0);
    }
}
