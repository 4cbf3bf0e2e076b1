using TypedPolicy.Model.Naming;

namespace TypedPolicy.Model.Rules;

/// <summary>Applies an interface of a module.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Interface">The name of the interface's macro.</param>
/// <param name="Subject">The subject of its rules.</param>
/// <param name="Arguments">The type arguments, then the constructor arguments.</param>
public sealed record InterfaceCall(Origin Origin, string Interface, EntityRef Subject, EquatableArray<CallArgument> Arguments) : Rule(Origin)
{
    /// <summary>For an interface of a base policy, what the call does; it has no macro.</summary>
    public BaseExpansion? Base { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) =>
    [
        this with
        {
            Subject = arguments.Of(Subject),
            Arguments = EquatableArray.From(Arguments.Select(arguments.Of)),
            Base = Base is null ? null : Base with { Rules = EquatableArray.From(Base.Rules.SelectMany(arguments.Apply)) },
        },
    ];
}

/// <summary>What a call of a base policy's interface does.</summary>
/// <param name="CSharpName">The C# name of the interface.</param>
/// <param name="Shown">The call as policy sources write it: <c>netutils_domtrans_ping(gravity_t)</c>.</param>
/// <param name="Rules">The rules, with the arguments in place.</param>
/// <param name="SpeaksOfCarrier">Whether the interface does anything with the class that carries it.</param>
public sealed record BaseExpansion(string CSharpName, string Shown, EquatableArray<Rule> Rules, bool SpeaksOfCarrier);

/// <summary>An argument of an interface call: exactly one of its parts is set.</summary>
/// <param name="Entity">A name of the policy.</param>
/// <param name="Text">A text.</param>
/// <param name="Permissions">Permissions of one or more classes.</param>
public sealed record CallArgument(EntityRef? Entity, TextArgument? Text, EquatableArray<PermissionSet> Permissions);
