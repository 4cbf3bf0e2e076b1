using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Model.Declarations;

/// <summary>A policy module as C# declares it: values only, comparable, without anything of Roslyn.</summary>
/// <param name="Module">The module.</param>
/// <param name="Declarations">What it declares, in the order of C# names.</param>
/// <param name="Rules">Rules on no declaration: those of the assembly, and blocks for types that someone else declares.</param>
/// <param name="ImportedInterfaces">Interfaces of other assemblies that are applied here.</param>
/// <param name="ContainerContexts">The contexts of <c>lxc_contexts</c>, in the order of the file.</param>
/// <param name="Upstream">What referenced policy assemblies declare.</param>
/// <param name="Findings">What was wrong already when the C# was read.</param>
public sealed record PolicyModel(
    ModuleIdentity Module,
    EquatableArray<Declaration> Declarations,
    EquatableArray<Rule> Rules,
    EquatableArray<InterfaceDeclaration> ImportedInterfaces,
    EquatableArray<ContainerContext> ContainerContexts,
    EquatableArray<UpstreamName> Upstream,
    EquatableArray<Finding> Findings)
{
    /// <summary>Whether there is anything to write.</summary>
    public bool IsEmpty => Declarations.Count == 0 && Rules.Count == 0 && ContainerContexts.Count == 0 && Findings.Count == 0;
}

/// <summary>The module's name and version.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Name">The name.</param>
/// <param name="Version">The version.</param>
public sealed record ModuleIdentity(Origin Origin, string Name, string? Version)
{
    /// <summary>Which findings anywhere in it are meant so, and why.</summary>
    public EquatableArray<Justification> Justifications { get; init; } = EquatableArray<Justification>.Empty;
}

/// <summary>A line of <c>lxc_contexts</c>.</summary>
/// <param name="Origin">Where it is written.</param>
/// <param name="Key">The key.</param>
/// <param name="Type">The type of the context.</param>
/// <param name="Context">The whole context.</param>
public sealed record ContainerContext(Origin Origin, string Key, EntityRef Type, string Context);

/// <summary>A name that a referenced policy assembly declares.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The SELinux name.</param>
/// <param name="Assembly">The assembly.</param>
public readonly record struct UpstreamName(EntityKind Kind, string Name, string Assembly);
