using Microsoft.CodeAnalysis;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Binding.Entities;

/// <summary>
/// Whether what a template holds has an end. A class nested in a template may derive from templates too, and stands once in each class that derives from the first: a template
/// that holds itself, or templates that double what they hold, would take all memory of the compiler and of an editor. It is decided on the templates themselves, before any is applied.
/// </summary>
internal sealed class TemplateNesting(EntityTable entities)
{
    /// <summary>How many templates may stand one in another.</summary>
    public const int MaxDepth = 16;

    /// <summary>How many classes may be in a class through its template. The largest of the samples has 12.</summary>
    public const int MaxClasses = 1_000;

    private readonly IEqualityComparer<INamedTypeSymbol> _comparer = SymbolEqualityComparer.Default;
    private readonly Dictionary<INamedTypeSymbol, Extent> _known = new(SymbolEqualityComparer.Default);

    /// <summary>What is wrong with a template, and what to do about it; <see langword="null"/> if it may be applied.</summary>
    public RuleText? Problem(INamedTypeSymbol template)
    {
        var name = Name(template.OriginalDefinition);
        return ExtentOf(template) switch
        {
            { Endless: { } nested } => RuleCatalogue.EndlessExpansion.TemplateContainsItself.With(name, nested.Name, Name(nested.BaseType!.OriginalDefinition)),
            { Depth: > MaxDepth } => RuleCatalogue.EndlessExpansion.TemplateTooDeep.With(name, MaxDepth),
            { Classes: > MaxClasses } => RuleCatalogue.EndlessExpansion.TemplateTooLarge.With(name, MaxClasses),
            _ => null,
        };
    }

    /// <summary>The template in a template whose problem is the problem of both, if there is one.</summary>
    public INamedTypeSymbol? Cause(INamedTypeSymbol template) => ExtentOf(template).Cause;

    private Extent ExtentOf(INamedTypeSymbol template)
    {
        template = template.OriginalDefinition;
        if (!_known.TryGetValue(template, out var extent))
        {
            Measure(template);
            extent = _known[template];
        }

        return extent;
    }

    private static string Name(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>Measures a template and all that it reaches, beginning with those that reach nothing: what is left contains itself, or a template that does.</summary>
    private void Measure(INamedTypeSymbol start)
    {
        var nested = Reached(start);
        var users = nested.Keys.ToDictionary(t => t, _ => new List<INamedTypeSymbol>(), _comparer);
        var unmeasured = new Dictionary<INamedTypeSymbol, int>(_comparer);
        foreach (var pair in nested)
        {
            var inner = pair.Value.SelectMany(Templates).Where(nested.ContainsKey).ToArray();
            unmeasured.Add(pair.Key, inner.Length);
            Array.ForEach(inner, t => users[t].Add(pair.Key));
        }

        var ready = new Queue<INamedTypeSymbol>(unmeasured.Where(t => t.Value == 0).Select(t => t.Key));
        while (ready.Count > 0)
        {
            var template = ready.Dequeue();
            _known[template] = Sum(nested[template]);
            foreach (var user in users[template])
            {
                if (--unmeasured[user] == 0)
                {
                    ready.Enqueue(user);
                }
            }
        }

        foreach (var template in unmeasured.Where(t => t.Value > 0).Select(t => t.Key))
        {
            _known[template] = new Extent(0, 0, nested[template].First(n => Templates(n).Any(t => nested.ContainsKey(t) ? unmeasured[t] > 0 : _known[t].Endless is not null)));
        }
    }

    /// <summary>The templates that are not measured yet and that a template reaches, itself among them, with the classes in each.</summary>
    private Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>> Reached(INamedTypeSymbol start)
    {
        var reached = new Dictionary<INamedTypeSymbol, List<INamedTypeSymbol>>(_comparer);
        var next = new Stack<INamedTypeSymbol>([start]);
        while (next.Count > 0)
        {
            var template = next.Pop();
            if (reached.ContainsKey(template) || _known.ContainsKey(template))
            {
                continue;
            }

            var nested = Nested(template);
            reached.Add(template, nested);
            foreach (var inner in nested.SelectMany(Templates))
            {
                next.Push(inner);
            }
        }

        return reached;
    }

    private Extent Sum(List<INamedTypeSymbol> nested)
    {
        var (depth, classes) = (0, (long)nested.Count);
        INamedTypeSymbol? cause = null;
        foreach (var template in nested.SelectMany(Templates))
        {
            var inner = _known[template];
            if (inner.Endless is not null)
            {
                return new Extent(0, 0, nested.First(n => Templates(n).Contains(template, _comparer)));
            }

            cause ??= inner.Depth > MaxDepth || inner.Classes > MaxClasses ? template : null;
            depth = Math.Max(depth, inner.Depth + 1);
            classes = Math.Min(classes + inner.Classes, MaxClasses + 1);
        }

        return new Extent(depth, classes, null, cause);
    }

    /// <summary>All classes in a template, however deep.</summary>
    public static List<INamedTypeSymbol> Nested(INamedTypeSymbol template)
    {
        var found = new List<INamedTypeSymbol>(template.GetTypeMembers());
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(found[i].GetTypeMembers());
        }

        return found;
    }

    /// <summary>The templates that are applied to a class: those that it derives from. A template that derives from another applies neither.</summary>
    private IEnumerable<INamedTypeSymbol> Templates(INamedTypeSymbol type)
    {
        for (var template = entities.IsTemplate(type) ? null : type.BaseType; template is not null && entities.IsTemplate(template); template = template.BaseType)
        {
            yield return template.OriginalDefinition;
        }
    }

    /// <summary>What a template holds.</summary>
    /// <param name="Depth">How many templates are in it, one in another.</param>
    /// <param name="Classes">How many classes it holds, with those of their templates; no more than one above the limit.</param>
    /// <param name="Endless">A class in it that makes it have no end.</param>
    /// <param name="Cause">A template in it that is too large already.</param>
    private readonly record struct Extent(int Depth, long Classes, INamedTypeSymbol? Endless, INamedTypeSymbol? Cause = null);
}
