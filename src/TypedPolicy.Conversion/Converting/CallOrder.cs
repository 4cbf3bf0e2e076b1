using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;

namespace TypedPolicy.Conversion.Converting;

/// <summary>The interfaces of a module in the order in which they can be converted: each behind those that it calls, so that a call finds its class.</summary>
internal static class CallOrder
{
    public static IEnumerable<ModuleInterface> Of(IReadOnlyCollection<ModuleInterface> interfaces)
    {
        var byName = interfaces.DistinctBy(i => i.Header.Name).ToDictionary(i => i.Header.Name, StringComparer.Ordinal);
        var (seen, ordered) = (new HashSet<ModuleInterface>(), new List<ModuleInterface>());
        var open = new Stack<(ModuleInterface Item, bool IsDone)>(interfaces.Reverse().Select(i => (i, false)));
        while (open.TryPop(out var next))
        {
            if (next.IsDone)
            {
                ordered.Add(next.Item);
            }
            else if (seen.Add(next.Item))
            {
                open.Push((next.Item, true));
                foreach (var called in Calls(next.Item.Body.Statements).Select(byName.GetValueOrDefault).OfType<ModuleInterface>().Reverse())
                {
                    open.Push((called, false));
                }
            }
        }

        return ordered;
    }

    private static IEnumerable<string> Calls(IEnumerable<Statement> statements) => statements.SelectMany(s => s switch
    {
        MacroCall call => [call.Name],
        OptionalBlock optional => Calls(optional.Statements),
        Conditional conditional => Calls(conditional.Then.Concat(conditional.Otherwise)),
        _ => Enumerable.Empty<string>(),
    });
}
