using System.Globalization;
using TypedPolicy.Conversion.Base;
using TypedPolicy.Conversion.CSharp;
using TypedPolicy.Conversion.Naming;
using TypedPolicy.Model.Expansions;
using TypedPolicy.Model.Languages;
using TypedPolicy.Model.Naming;
using TypedPolicy.Refpolicy.Bindings;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Language;
using TypedPolicy.Refpolicy.Modules;
using EntityKind = TypedPolicy.Model.Naming.EntityKind;

namespace TypedPolicy.Conversion.Converting;

/// <summary>Turns the interfaces of a module into <c>[PolicyInterface]</c> classes. One that C# cannot express is written out where it is called.</summary>
internal sealed class InterfaceConverter(
    NameBook names, AttributeOwners owners, Func<ModuleInterface, string?> whyNoTemplate, Func<List<ConversionNote>, StatementPlacer> placer, Dictionary<string, BaseInterface> own)
{
    private const string Suffix = "Attribute";

    private readonly List<(ModuleInterface Item, PolicyClass Container, PolicyClass Made)> _made = [];
    private readonly SortedDictionary<string, PolicyClass> _containers = new(StringComparer.Ordinal);

    /// <summary>What a person should look at in the interfaces that were converted.</summary>
    public List<ConversionNote> Notes { get; } = [];

    /// <summary>Classes that hold interfaces, by their prefix; where a type of the module has that name, a further part of its class.</summary>
    public IEnumerable<PolicyClass> Containers => _containers.Values;

    /// <summary>Puts the classes of the interfaces where they belong, in the order of the module.</summary>
    public void Finish(IReadOnlyList<ModuleInterface> order)
    {
        var places = order.Select((item, index) => (item, index)).ToDictionary(p => p.item, p => p.index);
        foreach (var (_, container, made) in _made.OrderBy(m => places[m.Item]))
        {
            container.Nested.Add(made);
        }
    }

    /// <summary>Converts an interface.</summary>
    /// <returns>Why it cannot be converted; null if it was.</returns>
    public string? Convert(ModuleInterface item)
    {
        var signature = item.Header.Signature;
        if (!signature.Compiles)
        {
            return $"it does not compile with the headers: {item.Header.Mistake}";
        }

        if (whyNoTemplate(item) is { } why)
        {
            return why;
        }

        if (signature.Parameters.FirstOrDefault(p => p.Inspection == TextInspection.Content) is { } inspected)
        {
            return $"what it does depends on the text of its argument {Number(inspected.Number)}";
        }

        if (signature.Parameters.FirstOrDefault(p => PlaceholderOf(p) is null) is { } parameter)
        {
            return $"its argument {Number(parameter.Number)} is {Words(parameter.Kind)}, which an interface in C# cannot have";
        }

        var carrier = signature.Subject is { } subject ? HoleOf(item, subject) : "";
        names.Enter(signature.Parameters.ToDictionary(p => HoleOf(item, p), p => (KindOf(p), PlaceholderOf(p)!), StringComparer.Ordinal), carrier);
        try
        {
            return Convert(item, carrier);
        }
        finally
        {
            names.Leave();
        }
    }

    private string? Convert(ModuleInterface item, string carrier)
    {
        var name = item.Header.Name;
        var split = name.IndexOf('_', StringComparison.Ordinal);
        var (prefix, rest) = split < 0 ? (name, name) : (name[..split], name[(split + 1)..]);
        var className = AttributeName(rest) + Suffix;
        var notes = new List<ConversionNote>();
        var tree = new BlockTree([className], $"PolicyInterface({CSharpText.ReadableLiteral(name)})");
        placer(notes).Place(item.Body, tree);
        var made = tree.ToClass(names, carrier, className, "public sealed class");
        if (notes.Find(n => n.IsLoss) is { } loss)
        {
            return loss.Message.Replace(StatementPlacer.NotConverted, "", StringComparison.Ordinal).TrimEnd('.');
        }

        if (Attributes(made).Any(ModuleInterface.HoldsArgument))
        {
            return "an interface in C# cannot use its arguments in that way";
        }

        Describe(item, made);
        var container = Container(prefix);
        Notes.AddRange(notes);
        _made.Add((item, container, made));
        if (item.Header.Deprecation is { } deprecation)
        {
            made.Lines.Insert(1, new PolicyLine($"System.Obsolete({CSharpText.ReadableLiteral(deprecation)})", null));
        }

        if (item.Body.Statements.All(s => s is RequireBlock))
        {
            // The module has what it requires, so a call in the module says nothing.
            return null;
        }

        own[name] = HeaderInterfaces.Describe(item.Header, $"{container.Name}.{className[..^Suffix.Length]}") with { Classes = null };
        return null;
    }

    /// <summary>The name of an interface in its container: never a word of the vocabulary, which it would hide from the classes beside it.</summary>
    private static string AttributeName(string words) => Identifiers.Of(words) is var name && LibraryNames.Contains(name) ? name + "Interface" : name;

    private void Describe(ModuleInterface item, PolicyClass made)
    {
        var documentation = item.Header.Documentation;
        made.Summary.AddRange(documentation.Summary.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        made.Bases.Add("PolicyInterfaceAttribute");
        var (types, typeNames) = ParameterNames.OfTypes(item.Header.Signature);
        foreach (var (parameter, name) in types.Zip(typeNames))
        {
            made.TypeParameters.Add((NameOfParameter(IsNamed(parameter) ? name : "T" + Number(made.TypeParameters.Count + 1), made), Meaning(parameter)));
        }

        var (values, valueNames) = ParameterNames.OfValues(item.Header.Signature);
        foreach (var (parameter, name) in values.Zip(valueNames))
        {
            var (type, word) = parameter.Kind == InterfaceParameterKind.Class ? ("System.Type", "class") : ("string", "name");
            made.Parameters.Add(($"{type} {(IsNamed(parameter) ? CSharpText.Name(name.TrimStart('@')) : word + Number(made.Parameters.Count + 1))}", Meaning(parameter)));
        }
    }

    /// <summary>Whether comments say what a parameter is called. C# counts by itself: the carrier and what is not used have no number.</summary>
    private static bool IsNamed(InterfaceParameter parameter) => parameter.Name != "arg" + Number(parameter.Number);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of a type parameter: neither that of the class nor of another one, which it would hide.</summary>
    private string NameOfParameter(string name, PolicyClass made)
    {
        var free = name;
        for (var i = 1; free == made.Name || made.TypeParameters.Exists(p => p.Name == free) || !names.Classes.MayHide(free); i++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{name}Type{(i == 1 ? "" : i)}");
        }

        return free;
    }

    private static string Meaning(InterfaceParameter parameter) =>
        parameter.Summary.Length > 0 ? string.Join(" ", parameter.Summary.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)) : parameter.Name;

    private PolicyClass Container(string prefix)
    {
        if (_containers.TryGetValue(prefix, out var known))
        {
            return known;
        }

        var name = Identifiers.Of(prefix);
        var sharing = owners.Classes.FirstOrDefault(c => c.Name == name && c.Keywords == "public sealed class");
        sharing?.MakePartial();
        var container = sharing is not null
            ? new PolicyClass(name, sharing.Keywords, names.Access)
            : new PolicyClass(names.Classes.Free([name, name + "Interfaces"]), "public static class", names.Access) { Summary = { "What this module offers to others." } };
        names.Hides(container.Name);
        _containers.Add(prefix, container);
        return container;
    }

    /// <summary>All attributes of a class and of those in it.</summary>
    public static IEnumerable<string> Attributes(PolicyClass type) =>
        type.Lines.Select(l => l.Attribute ?? "").Concat(type.Nested.SelectMany(Attributes));

    private static string HoleOf(ModuleInterface item, InterfaceParameter parameter) => item.HoleOf(parameter);

    private static EntityKind KindOf(InterfaceParameter parameter) => parameter.Kind switch
    {
        InterfaceParameterKind.Role => EntityKind.Role,
        InterfaceParameterKind.RoleAttribute => EntityKind.RoleAttribute,
        InterfaceParameterKind.TypeAttribute => EntityKind.TypeAttribute,
        InterfaceParameterKind.Boolean => EntityKind.Boolean,
        _ => EntityKind.Type,
    };

    private static string Words(InterfaceParameterKind kind) => kind switch
    {
        InterfaceParameterKind.Level => "a level",
        InterfaceParameterKind.Permission => "a set of permissions",
        InterfaceParameterKind.ExcludedTypes => "a list of types to leave out",
        _ => "a word of more than one kind",
    };

    /// <summary>How the rules of an interface name a parameter; null if they cannot.</summary>
    private static string? PlaceholderOf(InterfaceParameter parameter) => parameter switch
    {
        { Hole: "" } => "",
        { Hole: ExpansionHole.Subject } => NameBook.Carrier,
        { Kind: InterfaceParameterKind.FileName or InterfaceParameterKind.Class } => NameOf.Pascal(parameter.Hole.Trim('{', '}')),
        _ when ExpansionHole.IsArgument(parameter.Hole) => NameOf.Pascal(parameter.Hole.Trim('{', '}')),
        _ => null,
    };
}
