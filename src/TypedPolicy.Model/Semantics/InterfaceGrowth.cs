using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Semantics;

/// <summary>
/// How many rules interfaces stand for when they are written out. Interfaces that each apply another one twice double with each level: what is too large is counted here, and
/// never written out.
/// </summary>
internal sealed class InterfaceGrowth
{
    /// <summary>How many rules one interface may stand for. The largest of the reference policy has some hundred.</summary>
    public const int MaxRules = 10_000;

    /// <summary>How many rules all calls of a policy may stand for together.</summary>
    public const int MaxRulesOfPolicy = 1_000_000;

    /// <summary>How many interfaces may apply one another in a row.</summary>
    public const int MaxDepth = 32;

    private readonly Lazy<Dictionary<string, Extent>> _known;
    private readonly Lazy<InterfaceCall?> _excess;

    /// <summary>Measures when it is asked first.</summary>
    /// <param name="model">The policy.</param>
    /// <param name="interfaces">Its interfaces.</param>
    public InterfaceGrowth(PolicyModel model, InterfaceTable interfaces)
    {
        _known = new(() => Measure(interfaces));
        _excess = new(() => FindExcess(model, interfaces));
    }

    /// <summary>The call with which the policy has more rules than it may; <see langword="null"/> if there is none.</summary>
    public InterfaceCall? Excess => _excess.Value;

    /// <summary>Whether an interface applies none that applies itself, nor itself: what it stands for has an end.</summary>
    public bool HasEnd(InterfaceDeclaration declaration) => Of(declaration) is not null;

    /// <summary>Whether an interface stands for more rules than one may.</summary>
    public bool IsTooLarge(InterfaceDeclaration declaration) => Of(declaration) is { Rules: > MaxRules };

    /// <summary>Whether interfaces are applied in an interface more than so many deep.</summary>
    public bool IsTooDeep(InterfaceDeclaration declaration) => Of(declaration) is { Depth: > MaxDepth };

    /// <summary>Whether an interface may be written out.</summary>
    public bool IsBounded(InterfaceDeclaration declaration) => Of(declaration) is { Rules: <= MaxRules, Depth: <= MaxDepth };

    /// <summary>The calls among rules, also those in blocks.</summary>
    public static IEnumerable<InterfaceCall> Calls(IEnumerable<Rule> rules) =>
        rules.SelectMany(rule => rule switch
        {
            InterfaceCall call => [call],
            Block block => Calls(block.Rules),
            _ => [],
        });

    private InterfaceCall? FindExcess(PolicyModel model, InterfaceTable interfaces)
    {
        var total = 0L;
        foreach (var call in model.Declarations.Where(d => d is not InterfaceDeclaration).SelectMany(d => Calls(d.Rules)).Concat(Calls(model.Rules)))
        {
            if (interfaces.Find(call.Interface) is { } called && IsBounded(called) && (total += Of(called)!.Value.Rules) > MaxRulesOfPolicy)
            {
                return call;
            }
        }

        return null;
    }

    private Extent? Of(InterfaceDeclaration declaration) => _known.Value.TryGetValue(declaration.Entity.Name, out var extent) ? extent : null;

    /// <summary>Measures the interfaces that apply none, then those that apply measured ones: however many apply one another in a row, none takes the stack.</summary>
    private static Dictionary<string, Extent> Measure(InterfaceTable interfaces)
    {
        var extents = new Dictionary<string, Extent>(StringComparer.Ordinal);
        var users = interfaces.All.ToDictionary(i => i.Entity.Name, _ => new List<InterfaceDeclaration>(), StringComparer.Ordinal);
        var unmeasured = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var declaration in interfaces.All)
        {
            var applied = Calls(declaration.Rules).Select(c => c.Interface).Where(users.ContainsKey).ToArray();
            unmeasured.Add(declaration.Entity.Name, applied.Length);
            Array.ForEach(applied, name => users[name].Add(declaration));
        }

        var ready = new Queue<InterfaceDeclaration>(interfaces.All.Where(i => unmeasured[i.Entity.Name] == 0));
        while (ready.Count > 0)
        {
            var declaration = ready.Dequeue();
            var applied = Calls(declaration.Rules).Select(c => extents.TryGetValue(c.Interface, out var known) ? known : default).ToArray();
            extents[declaration.Entity.Name] = new Extent(
                (int)Math.Min(Count(declaration.Rules) + applied.Sum(a => (long)a.Rules), MaxRules + 1),
                applied.Select(a => a.Depth).DefaultIfEmpty().Max() + 1);
            foreach (var user in users[declaration.Entity.Name])
            {
                if (--unmeasured[user.Entity.Name] == 0)
                {
                    ready.Enqueue(user);
                }
            }
        }

        return extents;
    }

    private static long Count(IEnumerable<Rule> rules) => rules.Sum(rule => rule is Block block ? Count(block.Rules) : 1L);

    /// <summary>What an interface stands for.</summary>
    /// <param name="Rules">How many rules; no more than one above the limit.</param>
    /// <param name="Depth">How many interfaces in a row, itself among them.</param>
    private readonly record struct Extent(int Rules, int Depth);
}
