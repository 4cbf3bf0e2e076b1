using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads blocks: static classes inside a policy class, or anywhere with <c>[RulesFor]</c>.</summary>
internal sealed class BlockReader(Session session)
{
    /// <summary>Whether a class is a block.</summary>
    public static bool IsBlock(INamedTypeSymbol type) => type is { IsStatic: true, TypeKind: TypeKind.Class };

    /// <summary>Reads the blocks that are nested in a class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="carrier">What its own rules are read against.</param>
    /// <param name="into">Where they go.</param>
    public void ReadNested(INamedTypeSymbol type, Carrier carrier, ImmutableArray<Rule>.Builder into)
    {
        foreach (var nested in session.Places.InOrder(type.GetTypeMembers()))
        {
            if (IsBlock(nested) && Read(nested, carrier) is { } block)
            {
                into.Add(block);
            }
        }
    }

    /// <summary>Reads one block; null if it is an ordinary static class.</summary>
    public Block? Read(INamedTypeSymbol type, Carrier around)
    {
        var definition = type.OriginalDefinition;
        var origin = session.Places.Of(definition, around.Outer);
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        var places = ImmutableArray.CreateBuilder<Origin>();
        var isOptional = false;
        var carrier = around;
        foreach (var attribute in definition.GetAttributes())
        {
            switch (session.Attributes.Of(attribute))
            {
                case AttributeKind.If:
                    conditions.Add(new Condition(session.Types.Of(attribute, 0, around), IsTrue: true));
                    places.Add(session.Places.Of(attribute, origin));
                    break;
                case AttributeKind.IfNot:
                    conditions.Add(new Condition(session.Types.Of(attribute, 0, around), IsTrue: false));
                    places.Add(session.Places.Of(attribute, origin));
                    break;
                case AttributeKind.Optional:
                    isOptional = true;
                    break;
                case AttributeKind.RulesFor:
                    // The class around: of an interface the one that it is applied to, of a template the one that derives from it.
                    var subject = session.Types.Of(attribute, 0, around);
                    carrier = carrier with { Subject = subject, Owner = around.Owner ?? (around.Subject.Kind == EntityKind.None || around.Subject == subject ? null : around.Subject) };
                    break;
            }
        }

        var rules = ImmutableArray.CreateBuilder<Rule>();
        session.Rules.Read(definition, carrier, rules);
        ReadNested(type, carrier, rules);
        RefuseDeclarations(type);
        return rules.Count == 0 && conditions.Count == 0 && !isOptional
            ? null
            : new Block(origin, type.Name, conditions.ToImmutable(), isOptional, rules.ToImmutable()) { ConditionPlaces = places.ToImmutable() };
    }

    private void RefuseDeclarations(INamedTypeSymbol block)
    {
        foreach (var nested in block.GetTypeMembers())
        {
            if (session.Entities.KindsOf(nested).Any())
            {
                session.Report(
                    RuleCatalogue.DeclarationInConditional.ClassInConditional.With(nested.Name, block.Name),
                    session.Places.Of(nested, Origin.None));
            }
        }
    }
}
