using System.Collections.Immutable;
using System.Text;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.M4;
using TypedPolicy.Refpolicy.Sources;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>Expands interfaces by running their macros on holes, and reads what comes out. Threads that ask at once wait for each other.</summary>
internal sealed class InterfaceExpander(SourceMap sources, M4Symbols symbols, TreeBudget budget)
{
    private readonly NameTable _names = new();
    private readonly StringBuilder _call = new();

    // Only what is wrong needs a place, and few interfaces are: they are expanded once more, by an engine that keeps places.
    private readonly M4Engine _quick = new(sources, symbols, M4Limits.OfCall, keepsPlaces: false) { Watched = Hole.Start };
    private M4Engine? _exact;

    // What ends at a limit ends there each time, at a high price.
    private readonly Dictionary<string, ExpandedInterface> _endless = new(StringComparer.Ordinal);

    private M4Engine Exact => _exact ??= new M4Engine(sources, symbols, M4Limits.OfCall) { Watched = Hole.Start };

    /// <summary>What a call with so many arguments does, holes being its arguments.</summary>
    /// <param name="called">The interface.</param>
    /// <param name="arguments">How many arguments are given.</param>
    /// <param name="empty">The numbers of those that are given as nothing.</param>
    public ExpandedInterface Expand(CalledMacro called, int arguments, ImmutableArray<int> empty)
    {
        lock (_quick)
        {
            var expanded = Run(_quick, called, arguments, empty);
            return expanded.Problems.IsEmpty || _endless.ContainsKey(called.Name) ? expanded : Run(Exact, called, arguments, empty);
        }
    }

    /// <summary>Whether such a call compiles.</summary>
    public bool Compiles(CalledMacro called, int arguments)
    {
        lock (_quick)
        {
            return Run(_quick, called, arguments, []).Compiles;
        }
    }

    private ExpandedInterface Run(M4Engine engine, CalledMacro called, int arguments, ImmutableArray<int> empty)
    {
        if (_endless.TryGetValue(called.Name, out var endless))
        {
            return endless;
        }

        engine.Restart();
        var call = _call.Clear().Append(called.Name).Append('(');
        for (var i = 1; i <= arguments; i++)
        {
            call.Append(i > 1 ? ",`" : "`").Append(empty.Contains(i) ? "" : Hole.Of(i)).Append('\'');
        }

        engine.Run(MappedText.Of(call.Append(')').ToString()));
        var text = engine.TakeOutput();
        budget.Spend(called.Name, engine.Work, text.Length);
        if (engine.IsStopped)
        {
            return _endless[called.Name] = new ExpandedInterface(arguments, BlockBuilder.Build([]), AtInterface(engine, called)) { Inspections = Inspections(engine.Inspected) };
        }

        var statements = PolicyParser.Parse(text, engine.Problems, _names);
        var block = BlockBuilder.Build(statements);
        UnknownMacros.Report(block.Statements, text, engine.Problems);

        return new ExpandedInterface(arguments, block, AtInterface(engine, called))
        {
            Inspections = Inspections(engine.Inspected),
        };
    }

    // The call itself is in no file, so a mistake in it is the interface's.
    private ImmutableArray<SourceProblem> AtInterface(M4Engine engine, CalledMacro called) =>
        [.. engine.Problems.Problems.Select(p => p.Place is null && p.Calls.IsEmpty ? p with { Place = sources.PlaceOf(called.Position) } : p)];

    /// <summary>What was asked of each argument. A text with anything beside the argument in it is never empty, so that asking for that asks nothing.</summary>
    private static ImmutableDictionary<int, TextInspection> Inspections(IReadOnlyList<InspectedText> texts)
    {
        var found = ImmutableDictionary<int, TextInspection>.Empty;
        foreach (var (text, isEmptinessOnly) in texts)
        {
            if (!isEmptinessOnly)
            {
                foreach (var argument in Hole.AllIn(text))
                {
                    found = found.SetItem(argument, TextInspection.Content);
                }
            }
            else if (Hole.Of(text) is > 0 and var only && !found.ContainsKey(only))
            {
                found = found.Add(only, TextInspection.Emptiness);
            }
        }

        return found;
    }
}
