using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model.Naming;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads the C# types that stand for policy names in rules, with the placeholders that they may hold.</summary>
internal sealed class TypeArgumentReader(Session session)
{
    /// <summary>A type argument of an attribute. <c>Self</c> stays <c>self</c>: a target.</summary>
    public EntityRef Target(AttributeData attribute, int index, Carrier carrier) => Read(attribute.AttributeClass!.TypeArguments[index], carrier);

    /// <summary>A type argument of an attribute. <c>Self</c> is the subject.</summary>
    public EntityRef Of(AttributeData attribute, int index, Carrier carrier) => Named(attribute.AttributeClass!.TypeArguments[index], carrier);

    /// <summary>A type that stands for a name. <c>Self</c> is the subject.</summary>
    public EntityRef Named(ITypeSymbol type, Carrier carrier) =>
        Read(type, carrier) is { Kind: not EntityKind.Self } entity ? entity : carrier.Subject;

    /// <summary>A class argument: <c>typeof(FilePerms)</c>.</summary>
    public EntityRef Class(TypedConstant constant, Carrier carrier) =>
        constant.Value is ITypeSymbol type ? Read(type, carrier) : new EntityRef(EntityKind.None, "nothing");

    /// <summary>The same type with a template's <c>Self</c> and <c>Owner</c> replaced by the deriving class.</summary>
    public INamedTypeSymbol Close(INamedTypeSymbol type, Carrier carrier)
    {
        if (SelfOf(carrier) is not { } self)
        {
            return type;
        }

        var outer = type.ContainingType is { } containing ? Close(containing, carrier) : null;
        var arguments = type.TypeArguments.Select(a => IsSelf(a) ? self : a).ToArray();
        var definition = type.OriginalDefinition;
        if (outer is not null)
        {
            definition = outer.GetTypeMembers(type.Name, type.Arity).FirstOrDefault() ?? definition;
        }

        return type.Arity > 0 ? definition.Construct(arguments) : definition;
    }

    private EntityRef Read(ITypeSymbol type, Carrier carrier)
    {
        if (AttributeClassifier.IsInLibrary(type) && Placeholder(type, carrier) is { } placeholder)
        {
            return placeholder;
        }

        return session.Entities.Of(type is INamedTypeSymbol { IsGenericType: true } or INamedTypeSymbol { ContainingType: not null } ? Close((INamedTypeSymbol)type, carrier) : type);
    }

    private static EntityRef? Placeholder(ITypeSymbol type, Carrier carrier) => type.Name switch
    {
        "Self" => EntityRef.Self,
        "Owner" => carrier.Owner ?? new EntityRef(EntityKind.None, "Owner") { Misplaced = Misplacement.NoOwner },
        ['A', 'r', 'g', var digit] when char.IsDigit(digit) => carrier.InInterface
            ? new EntityRef(EntityKind.Argument, "arg" + digit.ToString(CultureInfo.InvariantCulture))
            : new EntityRef(EntityKind.None, type.Name) { Misplaced = Misplacement.OutsideInterface },
        ['P', 'a', 'r', 'a', 'm', var digit] when char.IsDigit(digit) => carrier.InInterface
            ? new EntityRef(EntityKind.Parameter, "param" + digit.ToString(CultureInfo.InvariantCulture))
            : new EntityRef(EntityKind.None, type.Name) { Misplaced = Misplacement.OutsideInterface },
        _ => null,
    };

    /// <summary>The class that a template is closed over: the deriving one, or the class itself that carries the rule.</summary>
    private static INamedTypeSymbol? SelfOf(Carrier carrier) =>
        carrier.Self ?? (!carrier.InInterface && carrier.Symbol is { TypeKind: TypeKind.Class, IsStatic: false } own ? own : null);

    private static bool IsSelf(ITypeSymbol type) => AttributeClassifier.IsInLibrary(type) && type.Name is "Self" or "Owner";
}
