using System.Collections.Immutable;
using TypedPolicy.Refpolicy.Expansion;

namespace TypedPolicy.Conversion.Base;

/// <summary>An interface or template of the base policy, as its binding in C# has it.</summary>
/// <param name="CSharpName">How C# applies it: <c>Init.DaemonDomain</c>.</param>
/// <param name="Parameters">Its parameters, in the order of m4.</param>
public sealed record BaseInterface(string CSharpName, ImmutableArray<BaseParameter> Parameters)
{
    /// <summary>Attributes that it puts arguments into: the parameter's index and the attribute.</summary>
    public ImmutableArray<(int Parameter, string Attribute)> Memberships { get; init; } = [];

    /// <summary>The names of types, attributes, roles and booleans that must be there for it to compile.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>Executables that it lets domains be entered through: the indices of both parameters.</summary>
    public ImmutableArray<(int Domain, int Executable)> Entrypoints { get; init; } = [];

    /// <summary>The indices of parameters for which a set means more than a call for each of the set.</summary>
    public ImmutableHashSet<int> Inseparable { get; init; } = [];

    /// <summary>The index of the parameter that takes several object classes in one attribute, where nothing is given behind it; null if none does.</summary>
    public int? Classes { get; init; }

    /// <summary>Whether it has rules that only CIL can express for its arguments (<c>allow $1 self:capability ~{ … }</c>), so that these must be known where it is applied: no interface of one's own applies it to its own.</summary>
    public bool NeedsNames { get; init; }

    /// <summary>Whether it looks at all of its arguments, however many there are; any other leaves those behind its last parameter alone, as m4 does.</summary>
    public bool TakesAnyArguments { get; init; }

    /// <summary>Its author's note of deprecation; null if it is not deprecated.</summary>
    public string? Deprecation { get; init; }

    /// <summary>Whether it does nothing but put arguments into attributes.</summary>
    public bool IsMembershipOnly { get; init; }
}

/// <summary>A parameter of an interface.</summary>
/// <param name="Place">Where C# gives it.</param>
/// <param name="Kind">What may be given.</param>
/// <param name="Inspection">What the interface asks of the argument's text, beside writing it.</param>
public readonly record struct BaseParameter(ParameterPlace Place, InterfaceParameterKind Kind, TextInspection Inspection = TextInspection.None);

/// <summary>Where C# gives an argument of an interface.</summary>
public enum ParameterPlace
{
    /// <summary>Nowhere: the interface does not use it.</summary>
    Nowhere,

    /// <summary>It is the class that carries the attribute.</summary>
    Carrier,

    /// <summary>A type argument.</summary>
    TypeArgument,

    /// <summary>An argument of the constructor.</summary>
    ConstructorArgument,
}
