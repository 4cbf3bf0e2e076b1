using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Security;

namespace TypedPolicy.Model.Rules;

/// <summary>Everything that running an executable in another domain needs.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Source">The domain that runs it.</param>
/// <param name="Executable">The type of the executable.</param>
/// <param name="Target">The domain that is entered.</param>
/// <param name="NoNewPrivileges">Whether it also works under no_new_privs and from nosuid mounts.</param>
public sealed record DomainTransitionRule(Origin Origin, EntityRef Source, EntityRef Executable, EntityRef Target, bool NoNewPrivileges) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [Operand.Subject(Source), new(Executable, Expected.Types, "the executable"), new(Target, Expected.OneType, "the domain that is entered")];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Source = arguments.Of(Source), Executable = arguments.Of(Executable), Target = arguments.Of(Target) }];
}

/// <summary>Lets a domain be entered through an executable.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Domain">The domain.</param>
/// <param name="Executable">The type of the executable.</param>
public sealed record EntrypointRule(Origin Origin, EntityRef Domain, EntityRef Executable) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [new(Domain, Expected.Types, "the domain"), new(Executable, Expected.Types, "the entrypoint")];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Domain = arguments.Of(Domain), Executable = arguments.Of(Executable) }];
}

/// <summary><c>(rangetransition source target class range)</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Source">The subject.</param>
/// <param name="Target">The type of the executable or directory.</param>
/// <param name="Class">The object class.</param>
/// <param name="Range">The range that comes out.</param>
public sealed record RangeTransitionRule(Origin Origin, EntityRef Source, EntityRef Target, EntityRef Class, SecurityRange Range) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [Operand.Subject(Source), new(Target, Expected.Types, "the target"), Operand.Class(Class)];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Source = arguments.Of(Source), Target = arguments.Of(Target), Class = arguments.Of(Class) }];
}

/// <summary><c>(roletransition role target class result)</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Source">The role that runs it.</param>
/// <param name="Target">The type of the executable.</param>
/// <param name="Class">The object class.</param>
/// <param name="Result">The role that is taken.</param>
public sealed record RoleTransitionRule(Origin Origin, EntityRef Source, EntityRef Target, EntityRef Class, EntityRef Result) : Rule(Origin)
{
    /// <inheritdoc/>
    public override IEnumerable<Operand> Operands() => [new(Source, Expected.Roles, "the subject of a role transition"), new(Target, Expected.Types, "the executable"), Operand.Class(Class), new(Result, Expected.OneRole, "the role that is taken")];

    /// <inheritdoc/>
    internal override IEnumerable<Rule> With(Substitution arguments) => [this with { Source = arguments.Of(Source), Target = arguments.Of(Target), Class = arguments.Of(Class), Result = arguments.Of(Result) }];
}
