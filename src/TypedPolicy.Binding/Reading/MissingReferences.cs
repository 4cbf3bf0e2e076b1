using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Diagnostics;

namespace TypedPolicy.Binding.Reading;

/// <summary>
/// TP0007: what a template or an interface of another assembly declares with classes of an assembly that is not referenced here. The compiler passes that over in
/// silence, so the rules would be lost silently.
/// </summary>
internal sealed class MissingReferences(Session session)
{
    /// <summary>What was found in reading something that has no place here: anyone who applies it has one.</summary>
    public RuleText? WithoutPlace { get; set; }

    /// <summary>Reports an attribute of a class that cannot be read.</summary>
    /// <returns>Whether it is one.</returns>
    public bool Holds(AttributeData attribute, ISymbol symbol, Origin place)
    {
        // In this compilation the compiler reports it.
        if (!IsElsewhere(symbol) || attribute.AttributeClass is not { } type)
        {
            return false;
        }

        if (Missing(type) is { } missing)
        {
            Report(Message(symbol, $"carries [{AttributeName(type)}]", missing), place);
            return true;
        }

        if (attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(a => a.Value)).Select(Missing).FirstOrDefault(m => m is not null) is { } inArgument)
        {
            Report(Message(symbol, $"carries [{AttributeName(type)}]", inArgument), place);
            return true;
        }

        // Values of an enum that is missing are not read at all, since their size is not known.
        if (attribute.AttributeConstructor is null || attribute.AttributeConstructor.Parameters.Length != attribute.ConstructorArguments.Length)
        {
            Report(RuleCatalogue.UnreadableReferencedPolicy.UnknownEnum.With(Name(symbol), symbol.ContainingAssembly.Name, AttributeName(type)), place);
            return true;
        }

        return false;
    }

    /// <summary>Reports what a type of another assembly is a member of by an interface that is missing.</summary>
    public void CheckMemberships(INamedTypeSymbol type, Origin place)
    {
        if (IsElsewhere(type)
            && type.AllInterfaces.Select(Missing).FirstOrDefault(m => m is not null) is { } missing)
        {
            Report(Message(type, $"implements {missing.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}", missing), place);
        }
    }

    /// <summary>Reports at a place; where there is none yet, keeps it for the place where what is being read is applied.</summary>
    public void Report(RuleText message, Origin place)
    {
        if (place.Index >= 0)
        {
            session.Report(message, place);
        }
        else
        {
            WithoutPlace ??= message;
        }
    }

    private bool IsElsewhere(ISymbol symbol) =>
        symbol.ContainingAssembly is { } assembly && !SymbolEqualityComparer.Default.Equals(assembly, session.Compilation.Assembly);

    private RuleText Message(ISymbol symbol, string use, ITypeSymbol missing)
    {
        var (own, other) = (symbol.ContainingAssembly.Name, missing.ContainingAssembly?.Name ?? "another assembly");
        var what = $"{Name(symbol)} of {own} {use} of {other}";
        if (session.Compilation.SourceModule.ReferencedAssemblies.Any(a => a.Name == other))
        {
            return RuleCatalogue.UnreadableReferencedPolicy.OtherVersion.With(what, other, own);
        }

        var isBindings = other.StartsWith("TypedPolicy.Base.", StringComparison.Ordinal);
        return (isBindings ? RuleCatalogue.UnreadableReferencedPolicy.NoBindings : RuleCatalogue.UnreadableReferencedPolicy.NotReferenced).With(what, other, own);
    }

    /// <summary>The part of a type that is not found.</summary>
    private static ITypeSymbol? Missing(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => type,
        IArrayTypeSymbol array => Missing(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Select(Missing).FirstOrDefault(m => m is not null) ?? (named.ContainingType is { } outer ? Missing(outer) : null),
        _ => null,
    };

    private static ITypeSymbol? Missing(TypedConstant value) => value switch
    {
        { Kind: TypedConstantKind.Array, IsNull: false } => value.Values.Select(Missing).FirstOrDefault(m => m is not null),
        { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => Missing(type),
        _ => null,
    };

    private static string Name(ISymbol symbol) => symbol.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static string AttributeName(INamedTypeSymbol type)
    {
        const string suffix = "Attribute";
        var name = type.Name.EndsWith(suffix, StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - suffix.Length) : type.Name;
        return type.ContainingType is { } outer ? $"{outer.Name}.{name}" : name;
    }
}
