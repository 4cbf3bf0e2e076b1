using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Reading;
using TypedPolicy.Model;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Binding;

/// <summary>A policy as it was read: the model, and the places that it refers to by number.</summary>
/// <param name="Model">The model.</param>
/// <param name="Places">Its places, as values.</param>
/// <param name="Locations">The same places, as Roslyn has them.</param>
public sealed record BoundPolicy(PolicyModel Model, ImmutableArray<Place> Places, ImmutableArray<Location> Locations);

/// <summary>Reads the policy that a compilation declares.</summary>
public static class PolicyBinder
{
    /// <summary>Reads a compilation.</summary>
    /// <param name="compilation">The compilation; it may have errors.</param>
    /// <param name="projectDirectory">The directory that places are relative to.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static BoundPolicy Bind(Compilation compilation, string projectDirectory, CancellationToken cancellation)
    {
        var session = new Session(compilation, projectDirectory, cancellation);
        var reader = new DeclarationReader(session);
        foreach (var type in session.Places.InOrder(Types(compilation.Assembly.GlobalNamespace)))
        {
            reader.Read(type, self: null, Origin.None, type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat));
        }

        var assembly = AssemblyReader.Read(session);
        var findings = session.Findings.ToArray().Select(f => f with { Spot = session.Places.Narrow(f.Spot, cancellation) });
        var model = Model(compilation, reader.Declarations, assembly, session.Interfaces.Imported, findings);
        return new BoundPolicy(model, session.Places.ToPlaces(), session.Places.ToLocations());
    }

    /// <summary>Puts together what was read.</summary>
    internal static PolicyModel Model(
        Compilation compilation,
        IEnumerable<Declaration> declarations,
        (ModuleIdentity Module, EquatableArray<Rule> Rules, EquatableArray<ContainerContext> ContainerContexts) assembly,
        IEnumerable<InterfaceDeclaration> imported,
        IEnumerable<Finding> findings) =>
        new(
            assembly.Module,
            EquatableArray.From(declarations
                .OrderBy(d => d.CSharpName, StringComparer.Ordinal)
                .ThenBy(d => d.Entity.Name, StringComparer.Ordinal)),
            assembly.Rules,
            EquatableArray.From(imported),
            assembly.ContainerContexts,
            UpstreamReader.Read(compilation),
            EquatableArray.From(findings));

    /// <summary>All types of a namespace that are in no other type.</summary>
    internal static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space)
    {
        foreach (var type in space.GetTypeMembers())
        {
            yield return type;
        }

        foreach (var nested in space.GetNamespaceMembers())
        {
            foreach (var type in Types(nested))
            {
                yield return type;
            }
        }
    }
}
