using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedPolicy.Binding.Vocabulary;
using TypedPolicy.Model;
using TypedPolicy.Model.Cil;
using TypedPolicy.Model.Diagnostics;
using TypedPolicy.Model.Expansions;
using TypedPolicy.Model.Naming;
using TypedPolicy.Model.Rules;

namespace TypedPolicy.Binding.Reading;

/// <summary>Reads applications of a base policy's interfaces, whose attribute classes carry what they do. Expansions are read when an interface is first applied.</summary>
internal sealed class BaseInterfaceReader(Session session)
{
    private readonly Dictionary<INamedTypeSymbol, BaseInterface?> _known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, int> _setPrefixes = new(StringComparer.Ordinal);

    /// <summary>Whether an attribute class stands for an interface of a base policy.</summary>
    public bool IsBaseInterface(INamedTypeSymbol definition) => Of(definition) is not null;

    /// <summary>Whether it is an interface of a base policy that does nothing with the class that carries it, as a template that makes names of a text alone.</summary>
    public bool MayStandAnywhere(INamedTypeSymbol definition) => Of(definition) is { SpeaksOfCarrier: false };

    /// <summary>Names of sets that are taken.</summary>
    public void Reserve(Trace trace)
    {
        foreach (var names in trace.SetNames)
        {
            _setPrefixes[names.Key] = names.Value;
        }
    }

    /// <summary>Reads the application of one.</summary>
    public InterfaceCall? Call(AttributeData attribute, Carrier carrier)
    {
        var definition = attribute.AttributeClass!.OriginalDefinition;
        var item = Of(definition)!;
        var origin = session.Places.Of(attribute, carrier.Outer);
        var given = new ExpansionArguments();
        given.Entities[ExpansionHole.SubjectKey] = carrier.Subject;
        var shown = new List<string>();
        if (item.SpeaksOfCarrier)
        {
            shown.Add(carrier.Subject.Name);
        }

        var arguments = ImmutableArray.CreateBuilder<CallArgument>();
        for (var i = 0; i < attribute.AttributeClass.TypeArguments.Length; i++)
        {
            var entity = session.Types.Named(attribute.AttributeClass.TypeArguments[i], carrier);
            given.Entities[ExpansionHole.ArgumentKey(i + 1)] = entity;
            shown.Add(entity.Name);
            arguments.Add(new CallArgument(entity, null, EquatableArray<PermissionSet>.Empty));
        }

        var omitted = 0;
        var classes = FirstOfClasses(attribute);
        for (var i = 0; i < attribute.ConstructorArguments.Length; i++)
        {
            if (i == classes)
            {
                omitted += Classes(attribute, i, carrier, given, shown);
                break;
            }

            if (!Argument(attribute.ConstructorArguments[i], ExpansionHole.ParameterKey(i + 1), origin, i, carrier, given, shown, ref omitted))
            {
                return null;
            }
        }

        var nodes = item.Variants[Math.Min(omitted, item.Variants.Length - 1)];
        var rules = ExpansionReader.Read(nodes, origin, item.Name, SetPrefix(item.Name, carrier), given, out var problem);
        if (problem is not null)
        {
            session.Report(RuleCatalogue.InterfaceNotExpressible.CannotBeApplied.With(item.Name, problem), origin);
            return null;
        }

        return new InterfaceCall(origin, item.Name, carrier.Subject, arguments.ToImmutable())
        {
            Base = new BaseExpansion(item.CSharpName, $"{item.Name}({string.Join(", ", shown)})", rules, item.SpeaksOfCarrier),
        };
    }

    /// <summary>The first of several object classes, with which the arguments of a constructor of their own end; -1 where it is another one.</summary>
    private static int FirstOfClasses(AttributeData attribute) =>
        attribute.AttributeConstructor is { Parameters: [.., { Type: { Name: "Type" } }, { Type: { Name: "Type" } }, { IsParams: true }] given, ContainingType.InstanceConstructors.Length: > 1 } ? given.Length - 3 : -1;

    /// <summary>Reads several object classes.</summary>
    /// <returns>How many arguments the constructor leaves out that takes one class.</returns>
    private int Classes(AttributeData attribute, int first, Carrier carrier, ExpansionArguments given, List<string> shown)
    {
        var classes = attribute.ConstructorArguments.Skip(first)
            .SelectMany(a => a.Kind == TypedConstantKind.Array ? a.IsNull ? [] : a.Values : [a])
            .Where(a => a is { Kind: TypedConstantKind.Type, IsNull: false })
            .Select(a => session.Types.Class(a, carrier)).Distinct().ToList();
        if (classes.Count > 0)
        {
            given.Entities[ExpansionHole.ParameterKey(first + 1)] = classes[0];
            given.Classes[ExpansionHole.ParameterKey(first + 1)] = classes;
        }

        shown.Add(classes.Count == 1 ? classes[0].Name : $"{{ {string.Join(" ", classes.Select(c => c.Name))} }}");
        return attribute.AttributeConstructor!.ContainingType.InstanceConstructors.First(c => !SymbolEqualityComparer.Default.Equals(c, attribute.AttributeConstructor)).Parameters.Length - first - 1;
    }

    private bool Argument(TypedConstant value, string hole, Origin origin, int index, Carrier carrier, ExpansionArguments given, List<string> shown, ref int omitted)
    {
        switch (value)
        {
            case { Kind: TypedConstantKind.Primitive, Value: string text }:
                var outer = carrier.InInterface ? Placeholders.Parameter(text) : null;
                if (outer is null && !CilString.IsQuotable(text))
                {
                    session.Report(RuleCatalogue.ImpossibleFileName.InvalidText.With(), new Spot(origin, SpotPart.Argument, index));
                    return false;
                }

                given.Texts[hole] = new TextArgument(outer ?? text, outer is not null);
                shown.Add(text);
                return true;
            case { Kind: TypedConstantKind.Type, IsNull: false }:
                var entity = session.Types.Class(value, carrier);
                given.Entities[hole] = entity;
                shown.Add(entity.Name);
                return true;
            case { Kind: TypedConstantKind.Array, IsNull: false }:
                var types = value.Values.Where(v => v.Value is ITypeSymbol).Select(v => session.Types.Named((ITypeSymbol)v.Value!, carrier)).ToList();
                given.Lists[hole] = types;
                shown.AddRange(types.Select(t => "-" + t.Name));
                omitted += types.Count == 0 ? 1 : 0;
                return true;
            case { IsNull: true }:
                omitted++;
                return true;
            default:
                return false; // half typed
        }
    }

    private BaseInterface? Of(INamedTypeSymbol definition)
    {
        if (!_known.TryGetValue(definition, out var known))
        {
            _known.Add(definition, known = Read(definition));
        }

        return known;
    }

    private static BaseInterface? Read(INamedTypeSymbol definition)
    {
        var variants = new List<(int Arguments, ImmutableArray<CilNode> Nodes)>();
        string? name = null;
        var speaksOfCarrier = false;
        foreach (var attribute in definition.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && AttributeClassifier.IsLibraryType(type, "BaseInterfaceAttribute") && attribute.Text(0) is { } given && attribute.Text(1) is { } text
                && NameRules.UsedProblem(given, EntityKind.Interface) is null
                && ExpansionText.TryRead(text, out var nodes))
            {
                name = given;
                speaksOfCarrier |= text.Contains(ExpansionHole.Subject);
                variants.Add((attribute.Named("Arguments")?.Value is int count and > 0 ? count : int.MaxValue, nodes));
            }
        }

        return name is null
            ? null
            : new BaseInterface(name, definition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat), [.. variants.OrderByDescending(v => v.Arguments).Select(v => v.Nodes)], speaksOfCarrier);
    }

    /// <summary>What the attributes for sets of types begin with: another prefix for each call, so that no two declare one name.</summary>
    private string SetPrefix(string name, Carrier carrier)
    {
        var prefix = $"{NameRules.ToPrefix(session.Modules.Own)}_{name}_{NameOf.Stem(carrier.Subject.Name, EntityKind.Type)}".Replace('.', '_');
        _setPrefixes.TryGetValue(prefix, out var before);
        _setPrefixes[prefix] = session.Trace.SetNames[prefix] = before + 1;
        return before == 0 ? prefix : prefix + "_" + (before + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>An interface: its expansions with all arguments, with one less, and so on.</summary>
    private sealed record BaseInterface(string Name, string CSharpName, ImmutableArray<ImmutableArray<CilNode>> Variants, bool SpeaksOfCarrier);
}
