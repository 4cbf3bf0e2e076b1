using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Entities;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Binding;

/// <summary>A class or interface that stands for a type or attribute of SELinux.</summary>
/// <param name="Entity">What it stands for.</param>
/// <param name="Symbol">The class.</param>
/// <param name="IsDeclaration">Whether it declares the name; a class with <c>[External]</c> only refers to it.</param>
/// <param name="IsDomain">Whether processes run in it.</param>
public sealed record PolicySymbol(EntityRef Entity, INamedTypeSymbol Symbol, bool IsDeclaration, bool IsDomain);

/// <summary>Finds the classes that C# of a compilation can name types and attributes by.</summary>
public static class PolicySymbols
{
    /// <summary>Those of the compilation itself, then those of the assemblies that know the vocabulary.</summary>
    /// <param name="compilation">The compilation; it may have errors.</param>
    /// <param name="cancellation">Stops the search.</param>
    public static ImmutableArray<PolicySymbol> Of(Compilation compilation, CancellationToken cancellation)
    {
        var words = new AttributeClassifier();
        var entities = new EntityTable(words);
        var found = ImmutableArray.CreateBuilder<PolicySymbol>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(KnowsVocabulary).Prepend(compilation.Assembly))
        {
            Visit(assembly.GlobalNamespace);
        }

        return found.ToImmutable();

        void Visit(INamespaceOrTypeSymbol around)
        {
            foreach (var member in around.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                cancellation.ThrowIfCancellationRequested();
                if (member is INamedTypeSymbol type)
                {
                    Take(type);
                    for (var template = type.BaseType; template is not null && !entities.IsTemplate(type) && entities.IsTemplate(template); template = template.BaseType)
                    {
                        template.GetTypeMembers().ToList().ForEach(Take);
                    }
                }

                Visit(member);
            }
        }

        void Take(INamedTypeSymbol type)
        {
            if (entities.Of(type) is { Kind: EntityKind.Type or EntityKind.TypeAttribute } entity && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
            {
                found.Add(new(entity, type, !entities.IsExternal(type), entities.KindsOf(type.OriginalDefinition).Contains(AttributeKind.Domain)));
            }
        }
    }

    private static bool KnowsVocabulary(IAssemblySymbol assembly) =>
        assembly.Name == AttributeClassifier.Library || assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == AttributeClassifier.Library));
}
