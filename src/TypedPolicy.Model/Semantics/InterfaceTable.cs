using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Semantics;

/// <summary>The interfaces that a policy declares or applies, and what CIL can do with each of them. Any number of threads may ask.</summary>
public sealed class InterfaceTable
{
    private readonly Dictionary<string, InterfaceDeclaration> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _isMacro = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _appliesItself = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _holdsFileLabel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _isConditional = new(StringComparer.Ordinal);

    /// <summary>Collects the interfaces of a model.</summary>
    public InterfaceTable(PolicyModel model)
    {
        foreach (var imported in model.ImportedInterfaces)
        {
            _byName[imported.Entity.Name] = imported;
        }

        foreach (var declaration in model.Declarations)
        {
            if (declaration is InterfaceDeclaration own)
            {
                _byName[own.Entity.Name] = own;
            }
        }

        Growth = new InterfaceGrowth(model, this);
    }

    /// <summary>How many rules the interfaces stand for.</summary>
    internal InterfaceGrowth Growth { get; }

    /// <summary>All interfaces.</summary>
    internal IReadOnlyCollection<InterfaceDeclaration> All => _byName.Values;

    /// <summary>The interface of a name, if there is one.</summary>
    public InterfaceDeclaration? Find(string name) => _byName.TryGetValue(name, out var found) ? found : null;

    /// <summary>
    /// Whether the interface is a CIL macro. One with labels is not, since the <c>.fc</c> file must say them too; nor one with a boolean
    /// for a parameter, which CIL does not know; nor one that is applied inside itself.
    /// </summary>
    public bool IsMacro(InterfaceDeclaration declaration) =>
        Memoize(_isMacro, declaration, () =>
            declaration.Parameters.All(p => p.Kind != ParameterKind.Condition) && declaration.Rules.All(CanStandInMacro));

    /// <summary>Whether a macro may be called from a <c>booleanif</c>: it holds nothing but what may be there itself.</summary>
    public bool IsConditional(InterfaceDeclaration declaration) =>
        Memoize(_isConditional, declaration, () =>
            IsMacro(declaration) && declaration.Rules.All(CanStandInConditional));

    /// <summary>Whether a call is written as a call: the interface is a macro and each argument can be said in one.</summary>
    public bool IsCalled(InterfaceCall call) =>
        call.Base is null
        && Find(call.Interface) is { } declaration
        && IsMacro(declaration)
        && call.Arguments.All(a => a.Permissions.Count <= 1);

    /// <summary>Whether CIL accepts the rule inside a <c>booleanif</c>, as it is or as the call of a macro.</summary>
    public bool CanStandInConditional(Rule rule) => rule switch
    {
        AccessRule access => access.Kind != AccessKind.NeverAllow,
        TypeRule type => type.FileName is null,
        DomainTransitionRule or EntrypointRule => true,
        RawRule raw => IsConditional(raw.Statement),
        InterfaceCall call => IsCalled(call) && IsConditional(Find(call.Interface)!),
        _ => false,
    };

    /// <summary>Whether a statement of raw CIL is one that a <c>booleanif</c> takes (CIL reference guide, booleanif): an access rule, or a type rule without a file name.</summary>
    private static bool IsConditional(CilList statement) => statement.Keyword switch
    {
        "allow" or "auditallow" or "dontaudit" => true,
        "typetransition" => statement.Items.Count == 5,
        "typechange" or "typemember" => true,
        _ => false,
    };

    /// <summary>Writes an interface out: its rules, with the arguments of a call in place of its parameters.</summary>
    public IEnumerable<Rule> Expand(InterfaceCall call)
    {
        if (call.Base is { } expansion)
        {
            return expansion.Rules;
        }

        var declaration = Find(call.Interface);
        if (declaration is null || !Growth.IsBounded(declaration) || Growth.Excess is not null)
        {
            return [];
        }

        var substitution = new Substitution(call, [.. declaration.Parameters.Select(p => p.Name)]);
        return declaration.Rules.SelectMany(substitution.Apply);
    }

    /// <summary>Whether a rule holds a label, directly or through the interfaces that it applies.</summary>
    public bool HoldsFileLabel(Rule rule) => rule switch
    {
        FileLabel => true,
        Block block => block.Rules.Any(HoldsFileLabel),
        InterfaceCall call => Find(call.Interface) is { } declaration && HoldsFileLabel(declaration),
        _ => false,
    };

    /// <summary>Whether an interface applies itself, through whatever others: it has no expansion.</summary>
    public bool AppliesItself(InterfaceDeclaration declaration)
    {
        var name = declaration.Entity.Name;
        return Once(_appliesItself, name, () => !Growth.HasEnd(declaration) && Reaches(declaration, name));
    }

    private bool HoldsFileLabel(InterfaceDeclaration declaration) =>
        Memoize(_holdsFileLabel, declaration, () => declaration.Rules.Any(HoldsFileLabel));

    private bool Reaches(InterfaceDeclaration from, string goal)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Stack<InterfaceDeclaration>([from]);
        while (next.Count > 0)
        {
            foreach (var call in InterfaceGrowth.Calls(next.Pop().Rules))
            {
                if (call.Interface == goal)
                {
                    return true;
                }

                if (seen.Add(call.Interface) && Find(call.Interface) is { } called)
                {
                    next.Push(called);
                }
            }
        }

        return false;
    }

    private bool CanStandInMacro(Rule rule) => rule switch
    {
        LabelRule => false,
        Block { IsOptional: true } block when UsesFileName(block) => false,
        Block block => block.Rules.All(CanStandInMacro),
        InterfaceCall call => call.Base is null && Find(call.Interface) is { } inner && IsMacro(inner),
        _ => true,
    };

    /// <summary>
    /// Whether a rule takes a file name that is a parameter: inside an optional, libsepol does not find the parameter and takes its own
    /// name for the file name.
    /// </summary>
    private static bool UsesFileName(Rule rule) => rule switch
    {
        TypeRule type => type.FileName is { IsParameter: true },
        InterfaceCall call => call.Arguments.Any(a => a.Text is { IsParameter: true }),
        Block block => block.Rules.Any(UsesFileName),
        _ => false,
    };

    private bool Memoize(Dictionary<string, bool> known, InterfaceDeclaration declaration, Func<bool> ask)
    {
        // What has no end, or one that is too far, has an error, and asking it would take the stack.
        if (!Growth.HasEnd(declaration) || Growth.IsTooDeep(declaration))
        {
            return false;
        }

        return Once(known, declaration.Entity.Name, ask);
    }

    private bool Once(Dictionary<string, bool> known, string name, Func<bool> ask)
    {
        lock (_byName)
        {
            if (!known.TryGetValue(name, out var answer))
            {
                known.Add(name, answer = ask());
            }

            return answer;
        }
    }
}
