using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Places;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Declarations;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;
using TypedPolicy.Model.Semantics;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads interfaces of modules, declared here or in a referenced assembly, and the places where they are applied.</summary>
internal sealed class InterfaceReader(Session session)
{
    // Twice of what the checks allow: which interface is read first depends on the order of files, and the error should not.
    private const int MaxDepth = 64;

    private readonly Dictionary<INamedTypeSymbol, InterfaceDeclaration?> _known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, Trace> _traces = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, RuleText> _incomplete = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, InterfaceDeclaration> _byName = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>Interfaces of other assemblies that were applied, directly or by one another.</summary>
    public IEnumerable<InterfaceDeclaration> Imported =>
        _known.Values.Where(d => d is { IsImported: true }).Select(d => d!).OrderBy(d => d.Entity.Name, StringComparer.Ordinal);

    /// <summary>Whether a class declares an interface: it derives from the attribute and carries it.</summary>
    public bool IsInterface(INamedTypeSymbol type) =>
        Marker(type) is not null && IsPolicyInterface(type.BaseType);

    /// <summary>The interface that a class declares.</summary>
    public InterfaceDeclaration? Declaration(INamedTypeSymbol type)
    {
        var definition = type.OriginalDefinition;
        if (!_known.TryGetValue(definition, out var declaration))
        {
            _known.Add(definition, null); // met again where an interface applies itself: the checks find that
            if (++_depth > MaxDepth)
            {
                return Refuse(definition);
            }

            var (around, missingAround) = (session.Trace, session.Missing.WithoutPlace);
            var trace = _traces[definition] = session.Trace = new Trace();
            session.Missing.WithoutPlace = null;
            declaration = IsInterface(definition) ? Read(definition) : null;
            if (session.Missing.WithoutPlace is { } missing)
            {
                _incomplete[definition] = missing;
            }

            _depth--;
            (session.Trace, session.Missing.WithoutPlace) = (around, missingAround);
            _known[definition] = declaration;
            if (declaration is not null)
            {
                _byName[declaration.Entity.Name] = declaration;
                around.HoldsInterface |= !declaration.IsImported || trace.HoldsInterface;
                if (declaration.IsImported)
                {
                    trace.Imported[declaration.Entity.Name] = declaration;
                }
            }
        }

        if (_traces.TryGetValue(definition, out var taken) && taken != session.Trace)
        {
            session.Trace.Add(taken);
        }

        return declaration;
    }

    /// <summary>Reads the application of an interface.</summary>
    public InterfaceCall? Call(AttributeData attribute, Carrier carrier)
    {
        var type = attribute.AttributeClass!.OriginalDefinition;
        if (session.BaseInterfaces.IsBaseInterface(type))
        {
            return session.BaseInterfaces.Call(attribute, carrier);
        }

        var origin = session.Places.Of(attribute, carrier.Outer);
        if (!IsInterface(type))
        {
            session.Report(RuleCatalogue.InterfaceNotExpressible.NotAnInterface.With(type.Name), origin);
            return null;
        }

        Declaration(type);
        if (_incomplete.TryGetValue(type, out var missing))
        {
            session.Missing.Report(missing, origin);
        }

        var arguments = ImmutableArray.CreateBuilder<CallArgument>();
        foreach (var argument in attribute.AttributeClass.TypeArguments)
        {
            arguments.Add(new CallArgument(session.Types.Named(argument, carrier), null, EquatableArray<PermissionSet>.Empty));
        }

        for (var i = 0; i < attribute.ConstructorArguments.Length; i++)
        {
            if (Argument(attribute.ConstructorArguments[i], attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(i), origin, i, carrier) is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
        }

        return new InterfaceCall(origin, NameOfInterface(type), carrier.Subject, arguments.ToImmutable());
    }

    /// <summary>An interface is read before the one that applies it, so a long chain of them would take the stack.</summary>
    private InterfaceDeclaration? Refuse(INamedTypeSymbol definition)
    {
        _depth--;
        session.Report(RuleCatalogue.EndlessExpansion.AppliedTooDeep.With(definition.Name, MaxDepth), session.Places.Of(definition, Origin.None));
        return null;
    }

    private CallArgument? Argument(TypedConstant value, IParameterSymbol? parameter, Origin origin, int index, Carrier carrier)
    {
        var none = EquatableArray<PermissionSet>.Empty;
        switch (parameter is null ? null : KindOf(parameter))
        {
            case ParameterKind.Name when value.Value is string text:
                var outer = carrier.InInterface ? Placeholders.Parameter(text) : null;
                if (outer is null && !TypedPolicy.Model.Cil.CilString.IsQuotable(text))
                {
                    session.Report(RuleCatalogue.ImpossibleFileName.InvalidFileName.With(), new Spot(origin, SpotPart.Argument, index));
                    return null;
                }

                return new CallArgument(null, new TextArgument(outer ?? text, outer is not null), none);
            case ParameterKind.Class:
                return new CallArgument(session.Types.Class(value, carrier), null, none);
            case ParameterKind.Permissions:
                var permissions = session.Permissions.Read(value, origin, index, carrier);
                return permissions.IsEmpty ? null : new CallArgument(null, null, permissions);
            default:
                session.Report(RuleCatalogue.InterfaceNotExpressible.ParameterType.With(), new Spot(origin, SpotPart.Argument, index));
                return null;
        }
    }

    private InterfaceDeclaration Read(INamedTypeSymbol type)
    {
        var isImported = !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, session.Compilation.Assembly);
        var origin = session.Places.Of(type, Origin.None);
        var carrier = new Carrier(type, EntityRef.Subject, Owner: null, Self: null, InInterface: true, Origin.None);
        var rules = ImmutableArray.CreateBuilder<Rule>();
        session.Rules.Read(type, carrier, rules);
        session.Blocks.ReadNested(type, carrier, rules);

        var parameters = ImmutableArray.CreateBuilder<InterfaceParameter>();
        parameters.Add(new InterfaceParameter(EntityRef.Subject.Name, InterfaceParameters.Infer(EntityRef.Subject.Name, rules, Callee)));
        for (var i = 1; i <= type.Arity; i++)
        {
            var name = "arg" + i.ToString(CultureInfo.InvariantCulture);
            parameters.Add(new InterfaceParameter(name, InterfaceParameters.Infer(name, rules, Callee)));
        }

        AddConstructorParameters(type, origin, parameters);
        return new InterfaceDeclaration(
            origin,
            new EntityRef(EntityKind.Interface, NameOfInterface(type)),
            type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat),
            Documentation.SummaryOf(type, session.Cancellation),
            rules.ToImmutable(),
            parameters.ToImmutable(),
            isImported);
    }

    private void AddConstructorParameters(INamedTypeSymbol type, Origin origin, ImmutableArray<InterfaceParameter>.Builder parameters)
    {
        var constructors = type.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToArray();
        if (constructors.Length != 1)
        {
            session.Report(RuleCatalogue.InterfaceNotExpressible.SeveralConstructors.With(type.Name, constructors.Length), origin);
            return;
        }

        for (var i = 0; i < constructors[0].Parameters.Length; i++)
        {
            var kind = KindOf(constructors[0].Parameters[i]);
            if (kind is null)
            {
                session.Report(RuleCatalogue.InterfaceNotExpressible.ConstructorParameter.With(constructors[0].Parameters[i].Name, type.Name), origin);
                return;
            }

            parameters.Add(new InterfaceParameter("param" + (i + 1).ToString(CultureInfo.InvariantCulture), kind.Value));
        }
    }

    private static ParameterKind? KindOf(IParameterSymbol parameter) => parameter.Type switch
    {
        { SpecialType: SpecialType.System_String } => ParameterKind.Name,
        { SpecialType: SpecialType.System_Object } => ParameterKind.Permissions,
        { TypeKind: TypeKind.Enum } => ParameterKind.Permissions,
        IArrayTypeSymbol { ElementType: { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Enum } } => ParameterKind.Permissions,
        { Name: "Type", ContainingNamespace.Name: "System" } => ParameterKind.Class,
        _ => null,
    };

    private EquatableArray<InterfaceParameter> Callee(string name) =>
        _byName.TryGetValue(name, out var declaration) ? declaration.Parameters : EquatableArray<InterfaceParameter>.Empty;

    /// <summary><c>{module}_{interface}</c>; classes around it go in between, but for one that has the module's name.</summary>
    private string NameOfInterface(INamedTypeSymbol type)
    {
        if (Marker(type)?.ConstructorArguments is [{ Value: string given }])
        {
            return given;
        }

        const string suffix = "Attribute";
        var name = type.Name.EndsWith(suffix, StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - suffix.Length) : type.Name;
        var module = session.Modules.Of(type.ContainingAssembly);
        var around = type.ContainingType is { } outer && NameOf.Words(outer.Name) is var words && words != module ? words + "_" : "";
        return $"{NameRules.ToPrefix(module)}_{around}{NameOf.Words(name)}";
    }

    private static AttributeData? Marker(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(a => IsPolicyInterface(a.AttributeClass));

    private static bool IsPolicyInterface(INamedTypeSymbol? type) =>
        type is not null && AttributeClassifier.IsLibraryType(type, "PolicyInterfaceAttribute");
}
