using System.Collections.Immutable;
using TypedPolicy.Model.Expansions;
using TypedPolicy.Refpolicy.Comments;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.M4;

namespace TypedPolicy.Refpolicy.Expansion;

/// <summary>What an interface is called with, and what calling it means.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="Subject">The parameter that the interface is about, which the class that carries its attribute stands for; null if there is no type or role.</param>
/// <param name="LeastArguments">How many arguments must be given; any number from here to all gives a call that compiles.</param>
/// <param name="IsCallableInConditional">Whether a call may be in <c>tunable_policy</c>: it does nothing but what an <c>if</c> may hold.</param>
/// <param name="DeclaresNames">Whether a call declares types, roles, attributes or booleans.</param>
/// <param name="IsEmpty">Whether a call does nothing.</param>
/// <param name="Compiles">Whether a call compiles.</param>
public sealed record InterfaceSignature(
    ImmutableArray<InterfaceParameter> Parameters, InterfaceParameter? Subject, int LeastArguments, bool IsCallableInConditional, bool DeclaresNames, bool IsEmpty, bool Compiles)
{
    // Each is tried by an expansion; no header has more than two.
    private const int MaxOptional = 8;

    /// <summary>
    /// The numbers of parameters that nothing is done with, though it matters whether they are given: C# has no place for them, so that a call from there gives none.
    /// </summary>
    internal ImmutableArray<int> NeverGiven => [.. Parameters.Where(p => p is { Hole: "", Inspection: not TextInspection.None }).Select(p => p.Number)];

    /// <summary>
    /// The parameter that takes several object classes in one call, as <c>files_tmp_filetrans(a_t, b_t, { dir file })</c> does: the only class, where all texts behind it may be left out. Null if there is none.
    /// </summary>
    public InterfaceParameter? Classes
    {
        get
        {
            var texts = Parameters.Where(p => p.Hole.StartsWith("{param", StringComparison.Ordinal)).ToList();
            var at = texts.FindIndex(p => p.Kind == InterfaceParameterKind.Class);
            return at >= 0 && texts.Skip(at + 1).All(p => p is { IsOptional: true, Kind: not InterfaceParameterKind.Class }) ? texts[at] : null;
        }
    }

    internal static InterfaceSignature Of(CalledMacro called, ImmutableArray<DocumentedParameter> documented, InterfaceExpander expander)
    {
        var count = Math.Min(Math.Max(documented.Length, LastArgument(called.Macro)), 99);
        var expanded = expander.Expand(called, count, []);
        var uses = HoleUses.Of(expanded.Block);
        var inspections = expanded.Inspections;
        if (inspections.Keys.Where(number => uses[number] == NameUse.None).OrderBy(number => number).ToImmutableArray() is { IsEmpty: false } neverGiven)
        {
            expanded = expander.Expand(called, count, neverGiven);
            uses = HoleUses.Of(expanded.Block);
        }

        var least = Least(called, expander, uses, documented, count);
        var parameters = Named(documented, uses, inspections, count, least, out var subject);
        var statements = expanded.Block.Statements;
        return new InterfaceSignature(
            parameters, subject, least, statements.All(IsAllowedInConditional), statements.Any(Declares), statements.IsEmpty, expanded.Compiles);
    }

    private static int LastArgument(M4Macro macro)
    {
        var last = 0;
        foreach (var part in macro.Parts)
        {
            last = part.Kind == MacroPartKind.Argument ? Math.Max(last, part.Argument) : last;
        }

        return last;
    }

    /// <summary>
    /// Leaves out trailing arguments that the comments or their kind say are optional, as long as the call still compiles. A rule without its object
    /// class never does, so a class may go where the interface has no such rule then.
    /// </summary>
    private static int Least(CalledMacro called, InterfaceExpander expander, HoleUses uses, ImmutableArray<DocumentedParameter> documented, int count)
    {
        var least = count;
        while (least > Math.Max(0, count - MaxOptional))
        {
            var use = uses[least];
            var mayGo = use is NameUse.None or NameUse.FileName or NameUse.Class || (least <= documented.Length && documented[least - 1].IsOptional);
            if (!mayGo || (use != NameUse.None && !expander.Compiles(called, least - 1)))
            {
                break;
            }

            least--;
        }

        return least;
    }

    private static ImmutableArray<InterfaceParameter> Named(
        ImmutableArray<DocumentedParameter> documented, HoleUses uses, ImmutableDictionary<int, TextInspection> inspections, int count, int least, out InterfaceParameter? subject)
    {
        var kinds = new InterfaceParameterKind[count];
        for (var i = 0; i < count; i++)
        {
            kinds[i] = KindOf(uses[i + 1], isOptional: i >= least);
        }

        var carrier = SubjectOf(documented, kinds);
        var (types, texts) = (0, 0);
        var parameters = ImmutableArray.CreateBuilder<InterfaceParameter>(count);
        for (var i = 0; i < count; i++)
        {
            var hole = kinds[i] == InterfaceParameterKind.Unused ? ""
                : i == carrier ? ExpansionHole.Subject
                : IsEntity(kinds[i]) ? ExpansionHole.Of(ExpansionHole.ArgumentKey(++types))
                : ExpansionHole.Of(ExpansionHole.ParameterKey(++texts));
            var (name, summary) = i < documented.Length ? (documented[i].Name, documented[i].Summary) : ("", "");
            parameters.Add(new InterfaceParameter(
                i + 1, name.Length > 0 ? name : "arg" + M4Engine.Decimal(i + 1), summary, kinds[i], i >= least, (uses[i + 1] & NameUse.Joining) != 0, hole)
            {
                Inspection = inspections.TryGetValue(i + 1, out var inspection) ? inspection : TextInspection.None,
            });
        }

        subject = carrier < 0 ? null : parameters[carrier];
        return parameters.MoveToImmutable();
    }

    private static InterfaceParameterKind KindOf(NameUse use, bool isOptional) =>
        use == NameUse.None ? InterfaceParameterKind.Unused
        : Any(use, NameUse.NamePart) || (Any(use, NameUse.Role) && Any(use, NameUse.Type | NameUse.SingleType)) ? InterfaceParameterKind.NamePart
        : Any(use, NameUse.FileName) ? InterfaceParameterKind.FileName
        : Any(use, NameUse.SingleType) ? InterfaceParameterKind.SingleType
        : Any(use, NameUse.TypeAttribute) ? InterfaceParameterKind.TypeAttribute
        : use == (NameUse.Type | NameUse.InTypeSet) && isOptional ? InterfaceParameterKind.ExcludedTypes
        : Any(use, NameUse.Type) ? InterfaceParameterKind.Type
        : Any(use, NameUse.Role) ? InterfaceParameterKind.Role
        : Any(use, NameUse.RoleAttribute) ? InterfaceParameterKind.RoleAttribute
        : Any(use, NameUse.Boolean) ? InterfaceParameterKind.Boolean
        : Any(use, NameUse.Class) ? InterfaceParameterKind.Class
        : Any(use, NameUse.Permission) ? InterfaceParameterKind.Permission
        : InterfaceParameterKind.Level;

    private static bool Any(NameUse use, NameUse flags) => (use & flags) != 0;

    private static bool IsEntity(InterfaceParameterKind kind) =>
        kind is InterfaceParameterKind.Type or InterfaceParameterKind.SingleType or InterfaceParameterKind.TypeAttribute or InterfaceParameterKind.Role
            or InterfaceParameterKind.RoleAttribute or InterfaceParameterKind.Boolean;

    /// <summary>
    /// The parameter that the comments call domain, also where nothing is done with it (<c>init_ranged_daemon_domain</c> is about the domain that it only names), else one whose name says so, else
    /// the first type, else the first role.
    /// </summary>
    private static int SubjectOf(ImmutableArray<DocumentedParameter> documented, InterfaceParameterKind[] kinds)
    {
        int Find(Func<int, bool> fits) => Enumerable.Range(0, kinds.Length).Where(fits).DefaultIfEmpty(-1).First();

        bool IsType(int i) => kinds[i] is InterfaceParameterKind.Type or InterfaceParameterKind.SingleType;
        bool IsNamed(int i, Func<string, bool> name) => IsType(i) && i < documented.Length && name(documented[i].Name);

        var found = Find(i => i < documented.Length && documented[i].Name == "domain" && (IsType(i) || (i == 0 && kinds[i] == InterfaceParameterKind.Unused && kinds.Any(k => k != InterfaceParameterKind.Unused))));
        found = found >= 0 ? found : Find(i => IsNamed(i, name => name.Contains("domain")));
        found = found >= 0 ? found : Find(IsType);
        return found >= 0 ? found : Find(i => kinds[i] is InterfaceParameterKind.TypeAttribute or InterfaceParameterKind.Role);
    }

    private static bool IsAllowedInConditional(Statement statement) =>
        statement is AccessRule { Kind: not AccessRuleKind.NeverAllow } or TypeRule { Name: null };

    private static bool Declares(Statement statement) => statement switch
    {
        TypeDeclaration or RoleDeclaration or AttributeDeclaration or AttributeRoleDeclaration or BooleanDeclaration or TypeAliasStatement or UserDeclaration => true,
        ExpandedOptional optional => optional.Block.Statements.Any(Declares),
        _ => false,
    };
}
