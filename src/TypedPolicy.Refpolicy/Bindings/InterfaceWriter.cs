using System.Text;
using TypedPolicy.Model.Expansions;
using TypedPolicy.Model.Languages;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Refpolicy.Bindings;

/// <summary>Writes the attribute class of one interface.</summary>
internal static class InterfaceWriter
{
    private const string Indent = "    ";

    public static void Write(StringBuilder text, HeaderInterface item, string csharp)
    {
        var signature = item.Signature;
        var (types, typeNames) = ParameterNames.OfTypes(signature);
        var (values, valueNames) = ParameterNames.OfValues(signature);

        // A type parameter may not have the name of the class.
        typeNames = typeNames.ConvertAll(name => name == csharp + "Attribute" ? name + "Type" : name);

        Documentation(text, item, types.Zip(typeNames, (p, n) => (Meaning(p), n)), values.Zip(valueNames, (p, n) => (Meaning(p), n)));
        if (item.Mistake is { } mistake)
        {
            // Its rules would be lost silently, and a module that calls it does not compile either: CS0619 at the call.
            text.Append(Indent).Append("[global::System.Obsolete(").Append(CSharpText.Literal($"{item.Name} does not compile in this base policy: {mistake}.")).Append(", true)]\n");
        }
        else if (item.Deprecation is { } deprecated)
        {
            text.Append(Indent).Append("[global::System.Obsolete(").Append(CSharpText.Literal(deprecated)).Append(")]\n");
        }

        Expansions(text, item);
        text.Append(Indent).Append("public sealed class ").Append(CSharpText.Identifier(csharp + "Attribute"));
        if (typeNames.Count > 0)
        {
            text.Append('<').Append(string.Join(", ", typeNames.Select(CSharpText.Identifier))).Append('>');
        }

        // A primary constructor, also without parameters: what an editor shows for an applied attribute is the constructor's documentation.
        text.Append('(').Append(string.Join(", ", values.Zip(valueNames, (value, name) => Parameter(value, name, isLast: value == values[values.Count - 1])))).Append(") : global::TypedPolicy.PolicyInterfaceAttribute");
        if (signature.Classes is { } classes)
        {
            text.Append("\n    {\n");
            ForClasses(text, item, csharp, [.. values.TakeWhile(v => v != classes), classes], valueNames.GetRange(0, values.IndexOf(classes) + 1));
            text.Append("    }\n");
        }
        else
        {
            text.Append(";\n");
        }
    }

    /// <summary>The constructor that takes several object classes, and nothing behind them.</summary>
    private static void ForClasses(StringBuilder text, HeaderInterface item, string csharp, List<InterfaceParameter> values, List<string> names)
    {
        var @class = names[names.Count - 1];
        var (second, others) = (@class + "2", @class + "N");
        Described(text, Indent + Indent, item, [], [.. values.Zip(names, (p, n) => (Meaning(p), n)), ("Another object class.", second), ("More object classes.", others)]);
        text.Append(Indent).Append(Indent).Append("public ").Append(CSharpText.Identifier(csharp + "Attribute")).Append('(')
            .Append(string.Concat(values.Zip(names, (value, name) => Parameter(value with { IsOptional = false }, name, isLast: false) + ", ")))
            .Append("global::System.Type ").Append(second).Append(", params global::System.Type[] ").Append(others).Append(") : this(").Append(string.Join(", ", names)).Append(")\n")
            .Append(Indent).Append(Indent).Append("{\n").Append(Indent).Append(Indent).Append("}\n");
    }

    /// <summary>What the interface does, and what it does where arguments at the end are left out, as far as that differs from giving nothing for them.</summary>
    private static void Expansions(StringBuilder text, HeaderInterface item)
    {
        var signature = item.Signature;
        text.Append(Indent).Append("[global::TypedPolicy.BaseInterface(").Append(CSharpText.Literal(item.Name)).Append(", ").Append(CSharpText.Literal(ExpansionWriter.Write(item.Expand()))).Append(")]\n");
        for (var count = signature.Parameters.Length - 1; count >= signature.LeastArguments; count--)
        {
            // Only what C# lets an author leave out.
            if (!ExpansionHole.IsParameter(signature.Parameters[count].Hole))
            {
                continue;
            }

            text.Append(Indent).Append("[global::TypedPolicy.BaseInterface(").Append(CSharpText.Literal(item.Name)).Append(", ").Append(CSharpText.Literal(ExpansionWriter.Write(item.Expand(count))))
                .Append(", Arguments = ").Append(M4.M4Engine.Decimal(count)).Append(")]\n");
        }
    }

    /// <summary>A parameter of the constructor. Only the last one may take any number of arguments.</summary>
    private static string Parameter(InterfaceParameter parameter, string name, bool isLast) => parameter switch
    {
        { Kind: InterfaceParameterKind.Class, IsOptional: true } => $"global::System.Type? {name} = null",
        { Kind: InterfaceParameterKind.Class } => $"global::System.Type {name}",
        { Kind: InterfaceParameterKind.ExcludedTypes } when isLast => $"params global::System.Type[] {name}",
        { Kind: InterfaceParameterKind.Permission } when isLast => $"params object[] {name}",
        { Kind: InterfaceParameterKind.ExcludedTypes, IsOptional: true } => $"global::System.Type[]? {name} = null",
        { Kind: InterfaceParameterKind.ExcludedTypes } => $"global::System.Type[] {name}",
        { Kind: InterfaceParameterKind.Permission, IsOptional: true } => $"object[]? {name} = null",
        { Kind: InterfaceParameterKind.Permission } => $"object[] {name}",
        { IsOptional: true } => $"string? {name} = null",
        _ => $"string {name}",
    };

    private static void Documentation(StringBuilder text, HeaderInterface item, IEnumerable<(string Meaning, string Name)> types, IEnumerable<(string Meaning, string Name)> values)
    {
        var (signature, documentation) = (item.Signature, item.Documentation);
        Described(text, Indent, item, types, values);
        var remarks = new StringBuilder($"<c>{Xml(item.Name)}</c>: {Word(item)}{(item.IsPattern ? "" : $" of the module <c>{Xml(item.Module)}</c>, layer <c>{Xml(item.Layer)}</c>")}.");
        if (signature.Subject is { } subject)
        {
            remarks.Append(" The class that carries it is the parameter ").Append(Xml(subject.Name)).Append(": ").Append(Xml(Meaning(subject)));
            if (subject.JoinsAttribute)
            {
                remarks.Append(" It must be a type, not an attribute: the interface adds it to an attribute.");
            }
        }

        if (!signature.IsCallableInConditional)
        {
            remarks.Append(" Not allowed in an [If] block on a boolean: it has statements that cannot depend on one.");
        }

        if (!signature.Compiles)
        {
            remarks.Append(" Does not compile in this policy.");
        }

        Line(text, Indent, $"<remarks>{remarks}{(documentation.Description.Length > 0 ? $" {Xml(documentation.Description)}" : "")}</remarks>");
    }

    /// <summary>What stands above a constructor: what the interface is for, and its parameters.</summary>
    private static void Described(StringBuilder text, string indent, HeaderInterface item, IEnumerable<(string Meaning, string Name)> types, IEnumerable<(string Meaning, string Name)> values)
    {
        Line(text, indent, $"<summary>{(item.Documentation.Summary.Length > 0 ? Xml(item.Documentation.Summary) : $"The {Word(item)} <c>{Xml(item.Name)}</c>.")}</summary>");
        foreach (var (meaning, name) in types)
        {
            Line(text, indent, $"<typeparam name=\"{name}\">{Xml(meaning)}</typeparam>");
        }

        foreach (var (meaning, name) in values)
        {
            Line(text, indent, $"<param name=\"{name}\">{Xml(meaning)}</param>");
        }
    }

    private static void Line(StringBuilder text, string indent, string line) => text.Append(indent).Append("/// ").Append(line).Append('\n');

    private static string Word(HeaderInterface item) => item.IsPattern ? "pattern of the support files" : item.IsTemplate ? "template" : "interface";

    private static string Meaning(InterfaceParameter parameter) => parameter.Summary.Length > 0 ? parameter.Summary : parameter.Name;

    /// <summary>Text of a header as text of a documentation comment, on one line.</summary>
    private static string Xml(string text) => CSharpText.Documentation(string.Join(" ", text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)));
}
