using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Lowering;

/// <summary>The interfaces that a policy declares or applies, and what CIL can do with each of them.</summary>
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
    }

    /// <summary>The interface of a name, if there is one.</summary>
    public InterfaceDeclaration? Find(string name) => _byName.TryGetValue(name, out var found) ? found : null;

    /// <summary>
    /// Whether the interface is a CIL macro. One with labels is not, since the <c>.fc</c> file must say them too; nor one with a boolean
    /// for a parameter, which CIL does not know; nor one that is applied inside itself.
    /// </summary>
    public bool IsMacro(InterfaceDeclaration declaration) =>
        Memoize(_isMacro, declaration, whileAsking: false, () =>
            declaration.Parameters.All(p => p.Kind != ParameterKind.Condition) && declaration.Rules.All(CanStandInMacro));

    /// <summary>Whether a macro may be called from a <c>booleanif</c>: it holds nothing but what may stand there itself.</summary>
    public bool IsConditional(InterfaceDeclaration declaration) =>
        Memoize(_isConditional, declaration, whileAsking: false, () =>
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
        InterfaceCall call => IsCalled(call) && IsConditional(Find(call.Interface)!),
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
        if (declaration is null || AppliesItself(declaration))
        {
            return [];
        }

        var substitution = new Substitution(declaration, call);
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
        if (!_appliesItself.TryGetValue(name, out var answer))
        {
            _appliesItself.Add(name, answer = Reaches(declaration, name, new HashSet<string>(StringComparer.Ordinal)));
        }

        return answer;
    }

    private bool HoldsFileLabel(InterfaceDeclaration declaration) =>
        Memoize(_holdsFileLabel, declaration, whileAsking: false, () => declaration.Rules.Any(HoldsFileLabel));

    private bool Reaches(InterfaceDeclaration from, string goal, HashSet<string> seen) =>
        Calls(from.Rules).Any(call =>
            call.Interface == goal
            || (seen.Add(call.Interface) && Find(call.Interface) is { } next && Reaches(next, goal, seen)));

    private static IEnumerable<InterfaceCall> Calls(IEnumerable<Rule> rules) =>
        rules.SelectMany(rule => rule switch
        {
            InterfaceCall call => [call],
            Block block => Calls(block.Rules),
            _ => [],
        });

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
        InterfaceCall call => call.Arguments.Any(a => a.Word is { IsParameter: true }),
        Block block => block.Rules.Any(UsesFileName),
        _ => false,
    };

    private static bool Memoize(Dictionary<string, bool> known, InterfaceDeclaration declaration, bool whileAsking, Func<bool> ask)
    {
        var name = declaration.Entity.Name;
        if (!known.TryGetValue(name, out var answer))
        {
            known[name] = whileAsking; // an interface that applies itself meets this answer
            known[name] = answer = ask();
        }

        return answer;
    }
}
