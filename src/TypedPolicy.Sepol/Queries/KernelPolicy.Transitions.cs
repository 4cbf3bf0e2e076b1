using TypedPolicy.Sepol.Binary;

namespace TypedPolicy.Sepol.Queries;

/// <summary>What becomes of something new.</summary>
public sealed partial class KernelPolicy
{
    /// <summary>The type of a process that a domain starts from an executable, or of an object that it makes in another, by the rules.</summary>
    /// <param name="source">The domain.</param>
    /// <param name="target">The type of the executable or of the directory.</param>
    /// <param name="class">The class of what is made; <c>process</c> for a process.</param>
    /// <param name="name">The name of the object in its directory, for transitions by name.</param>
    /// <param name="booleans">What the booleans are (default: as the policy sets them).</param>
    /// <exception cref="SepolException">The policy has no such type or class.</exception>
    public string NewType(string source, string target, string @class, string? name = null, BooleanStates? booleans = null)
    {
        var number = Tables.Classes[@class];
        return Tables.Types[NewType(TypeNumber(source), TypeNumber(target), number, name, booleans ?? Defaults)];
    }

    /// <summary>The context that a kernel gives a new process or object, as <c>security_compute_create</c> answers it.</summary>
    /// <exception cref="SepolException">A context is not one of this policy, there is no such class, or the result would not be a valid context.</exception>
    public string NewContext(string source, string target, string @class, string? name = null, BooleanStates? booleans = null)
    {
        var (subject, other, number) = (Context(source), Context(target), Tables.Classes[@class]);
        var part = ClassPart(number);
        var result = new ContextPart(
            part.DefaultUser == DefaultTarget ? other.User : subject.User,
            NewRole(subject, other, number, part),
            NewType(subject.Type, other.Type, number, name, booleans ?? Defaults),
            NewRange(subject, other, number, part));
        return Valid(result);
    }

    /// <summary>The type of the member of a polyinstantiated object, such as the instance of /tmp that a user gets, by the rules.</summary>
    /// <exception cref="SepolException">The policy has no such type or class.</exception>
    public string MemberType(string source, string target, string @class, BooleanStates? booleans = null) =>
        Tables.Types[TypeByRule(RuleKind.TypeMember, TypeNumber(source), TypeNumber(target), Tables.Classes[@class], booleans ?? Defaults)];

    /// <summary>The type that an object is relabelled to for a process, such as a terminal at a login, by the rules.</summary>
    /// <exception cref="SepolException">The policy has no such type or class.</exception>
    public string RelabelType(string source, string target, string @class, BooleanStates? booleans = null) =>
        Tables.Types[TypeByRule(RuleKind.TypeChange, TypeNumber(source), TypeNumber(target), Tables.Classes[@class], booleans ?? Defaults)];

    /// <summary>The context of the member of a polyinstantiated object, as <c>security_compute_member</c> answers it.</summary>
    /// <exception cref="SepolException">A context is not one of this policy, there is no such class, or the result would not be a valid context.</exception>
    public string MemberContext(string source, string target, string @class, BooleanStates? booleans = null) => AskedContext(RuleKind.TypeMember, source, target, @class, booleans);

    /// <summary>The context that an object is relabelled to for a process, as <c>security_compute_relabel</c> answers it.</summary>
    /// <exception cref="SepolException">A context is not one of this policy, there is no such class, or the result would not be a valid context.</exception>
    public string RelabelContext(string source, string target, string @class, BooleanStates? booleans = null) => AskedContext(RuleKind.TypeChange, source, target, @class, booleans);

    private const byte DefaultSource = 1;
    private const byte DefaultTarget = 2;

    // A process, and a socket like it, is its maker's; an object belongs where it is made.
    private bool IsLikeProcess(int @class) => Tables.Classes[@class] is "process" || SocketClasses.Contains(Tables.Classes[@class]);

    private int NewType(int source, int target, int @class, string? name, BooleanStates booleans)
    {
        if (name is not null)
        {
            foreach (var transition in Tables.NamedTransitions)
            {
                if (transition.Target == target && transition.Class == @class && transition.Name == name && transition.Sources.Contains(source))
                {
                    return transition.Result;
                }
            }
        }

        return TypeByRule(RuleKind.TypeTransition, source, target, @class, booleans);
    }

    private int TypeByRule(RuleKind kind, int source, int target, int @class, BooleanStates booleans)
    {
        int? conditional = null;
        foreach (var rule in Tables.Rules.Between(source, target, @class))
        {
            if (rule.Kind == kind && booleans.Holds(rule.Condition))
            {
                if (rule.Condition == 0)
                {
                    return (int)rule.Data;
                }

                conditional ??= (int)rule.Data;
            }
        }

        return conditional ?? ClassPart(@class).DefaultType switch
        {
            DefaultSource => source,
            DefaultTarget => target,
            _ => IsLikeProcess(@class) ? source : target,
        };
    }

    // Those who ask get no role and no range by transitions; a member belongs to whom the object belongs (security_compute_sid and mls_compute_sid of Linux).
    private string AskedContext(RuleKind kind, string source, string target, string @class, BooleanStates? booleans)
    {
        var (subject, other, number) = (Context(source), Context(target), Tables.Classes[@class]);
        var part = ClassPart(number);
        var result = new ContextPart(
            kind == RuleKind.TypeMember || part.DefaultUser == DefaultTarget ? other.User : subject.User,
            UsualRole(subject, other, number, part),
            TypeByRule(kind, subject.Type, other.Type, number, booleans ?? Defaults),
            kind == RuleKind.TypeChange && IsLikeProcess(number) ? subject.Range : new(subject.Range.Low, subject.Range.Low));
        return Valid(result);
    }

    private string Valid(ContextPart result) =>
        IsValid(result) ? ContextText.Of(Tables, result) : throw new SepolException($"The resulting context is not valid: {ContextText.Of(Tables, result)}.");

    private int NewRole(ContextPart source, ContextPart target, int @class, ClassPart part)
    {
        foreach (var transition in Tables.RoleTransitions)
        {
            if (transition.Role == source.Role && transition.Type == target.Type && transition.Class == @class)
            {
                return transition.Result;
            }
        }

        return UsualRole(source, target, @class, part);
    }

    private int UsualRole(ContextPart source, ContextPart target, int @class, ClassPart part) => part.DefaultRole switch
    {
        DefaultSource => source.Role,
        DefaultTarget => target.Role,
        _ => IsLikeProcess(@class) ? source.Role : Tables.Roles["object_r"],
    };

    private RangePart NewRange(ContextPart source, ContextPart target, int @class, ClassPart part)
    {
        foreach (var transition in Tables.RangeTransitions)
        {
            if (transition.Source == source.Type && transition.Target == target.Type && transition.Class == @class)
            {
                return transition.Range;
            }
        }

        return part.DefaultRange switch
        {
            1 => new(source.Range.Low, source.Range.Low),
            2 => new(source.Range.High, source.Range.High),
            3 => source.Range,
            4 => new(target.Range.Low, target.Range.Low),
            5 => new(target.Range.High, target.Range.High),
            6 => target.Range,
            7 => Common(source.Range, target.Range),
            _ => IsLikeProcess(@class) ? source.Range : new(source.Range.Low, source.Range.Low),
        };
    }

    /// <summary>The greatest lower bound and the least upper bound: what both ranges have.</summary>
    private static RangePart Common(RangePart one, RangePart other)
    {
        if (one.Low.Sensitivity > other.High.Sensitivity || other.Low.Sensitivity > one.High.Sensitivity)
        {
            throw new SepolException("The ranges have no level in common.");
        }

        return new(
            new(Math.Max(one.Low.Sensitivity, other.Low.Sensitivity), one.Low.Categories.And(other.Low.Categories)),
            new(Math.Min(one.High.Sensitivity, other.High.Sensitivity), one.High.Categories.And(other.High.Categories)));
    }
}
