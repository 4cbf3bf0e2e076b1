using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Entities;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Binding;

/// <summary>A name that a class declares, for <c>PolicyNames</c>.</summary>
/// <param name="Entity">What it is.</param>
/// <param name="CSharpName">The C# name without namespaces: <c>Gravity.Exec</c>.</param>
/// <param name="Role">For a domain, the first role that may run it; for other types <c>object_r</c>.</param>
public sealed record DeclaredName(EntityRef Entity, string CSharpName, string? Role);

/// <summary>What <c>PolicyNames</c> is made of.</summary>
/// <param name="Module">The module.</param>
/// <param name="Names">The names that its classes declare, by their C# names.</param>
public sealed record PolicyVocabulary(ModuleIdentity Module, EquatableArray<DeclaredName> Names);

/// <summary>Finds the names that one class declares, from its symbol alone: cheap enough to run while someone types.</summary>
public static class DeclaredNames
{
    /// <summary>The attributes that make a class declare a name.</summary>
    public static ImmutableArray<string> Kinds { get; } =
    [
        .. Enum.GetValues(typeof(AttributeKind)).Cast<AttributeKind>()
            .Where(w => w.Group() == AttributeGroup.Name)
            .Select(w => w == AttributeKind.TypeAttribute ? "TypedPolicy.TypeAttributeAttribute" : $"TypedPolicy.{w}Attribute"),
    ];

    /// <summary>The module of a compilation, and the names that its classes declare.</summary>
    public static PolicyVocabulary All(Compilation compilation, CancellationToken cancellation)
    {
        var words = new AttributeClassifier();
        var entities = new EntityTable(words);
        var names = new List<DeclaredName>();
        Visit(compilation.Assembly.GlobalNamespace);
        return new PolicyVocabulary(
            Module(compilation),
            EquatableArray.From(names.Distinct().OrderBy(n => n.CSharpName, StringComparer.Ordinal).ThenBy(n => n.Entity.Name, StringComparer.Ordinal)));

        void Visit(INamespaceOrTypeSymbol around)
        {
            foreach (var member in around.GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                cancellation.ThrowIfCancellationRequested();
                if (member is INamedTypeSymbol type && entities.KindsOf(type).Any(kind => kind.Group() == AttributeGroup.Name))
                {
                    names.AddRange(Of(type, words, entities));
                }

                Visit(member);
            }
        }
    }

    /// <summary>The name of the assembly's module and its version.</summary>
    private static ModuleIdentity Module(Compilation compilation)
    {
        var module = new AttributeClassifier().Find(compilation.Assembly, AttributeKind.PolicyModule);
        return new ModuleIdentity(Origin.None, new Reading.ModuleNames(compilation).Own, module?.NamedArguments.FirstOrDefault(a => a.Key == "Version").Value.Value as string);
    }

    /// <summary>The names that a class declares: its own, and those of the templates that it derives from.</summary>
    public static EquatableArray<DeclaredName> Of(INamedTypeSymbol type)
    {
        var words = new AttributeClassifier();
        return Of(type, words, new EntityTable(words));
    }

    private static EquatableArray<DeclaredName> Of(INamedTypeSymbol type, AttributeClassifier words, EntityTable entities)
    {
        var names = ImmutableArray.CreateBuilder<DeclaredName>();
        for (var around = type.ContainingType; around is not null; around = around.ContainingType)
        {
            if (entities.IsTemplate(around))
            {
                return EquatableArray<DeclaredName>.Empty; // declared once for each class that derives from the template
            }
        }

        Add(type, PathOf(type), words, entities, names);
        AddTemplates(type, PathOf(type), words, entities, names);
        return names.ToImmutable();
    }

    /// <summary>What the templates of a class declare for it.</summary>
    private static void AddTemplates(INamedTypeSymbol type, string path, AttributeClassifier words, EntityTable entities, ImmutableArray<DeclaredName>.Builder names)
    {
        for (var template = type.BaseType; template is not null && entities.IsTemplate(template) && entities.Templates.Problem(template) is null; template = template.BaseType)
        {
            foreach (var nested in template.GetTypeMembers())
            {
                AddNested(nested, $"{path}.{nested.Name}", words, entities, names);
            }
        }
    }

    private static void AddNested(INamedTypeSymbol type, string path, AttributeClassifier words, EntityTable entities, ImmutableArray<DeclaredName>.Builder names)
    {
        Add(type, path, words, entities, names);
        AddTemplates(type, path, words, entities, names);
        foreach (var nested in type.GetTypeMembers())
        {
            AddNested(nested, $"{path}.{nested.Name}", words, entities, names);
        }
    }

    private static void Add(INamedTypeSymbol type, string path, AttributeClassifier words, EntityTable entities, ImmutableArray<DeclaredName>.Builder names)
    {
        var entity = entities.Of(type);
        if (entity.Kind != EntityKind.None && !entities.IsExternal(type) && NameRules.Problem(entity.Name, entity.Kind) is null)
        {
            var isDomain = entities.KindsOf(type.OriginalDefinition).Contains(AttributeKind.Domain);
            names.Add(new DeclaredName(entity, path, isDomain ? RoleOf(type, words, entities) : "object_r"));
        }
    }

    private static string? RoleOf(INamedTypeSymbol domain, AttributeClassifier words, EntityTable entities)
    {
        var carriers = new List<INamedTypeSymbol>();
        for (var type = domain; type is not null; type = type.BaseType)
        {
            carriers.Add(type.OriginalDefinition);
        }

        carriers.AddRange(domain.AllInterfaces);
        return carriers
            .SelectMany(c => c.GetAttributes())
            .Where(a => words.Of(a) == AttributeKind.RoleOf)
            .Select(a => entities.Of(a.AttributeClass!.TypeArguments[0]))
            .Where(role => role.Kind == EntityKind.Role)
            .Select(role => role.Name)
            .OrderBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static string PathOf(INamedTypeSymbol type) =>
        type.ContainingType is { } around ? $"{PathOf(around)}.{type.Name}" : type.Name;
}
