using System.Globalization;
using System.Text;
using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Tool.Tests.Finding;

/// <summary>A call of an interface by a type of its own, with names for its other arguments that no other call has.</summary>
internal sealed class CallOfInterface
{
    private readonly StringBuilder _declarations = new();

    public CallOfInterface(HeaderInterface item, int number, string? otherType = null, int argument = 0)
    {
        (Interface, Caller) = (item, $"finder_{number.ToString(CultureInfo.InvariantCulture)}_t");
        var arguments = item.Signature.Parameters.Select(p => p == item.Signature.Subject ? Caller : p.Number == argument ? otherType! : Argument(p, $"finder_{number}_{p.Number}"));
        Text = $"{item.Name}({string.Join(", ", arguments)})";
        _declarations.Append(CultureInfo.InvariantCulture, $"type {Caller};\n");
    }

    public HeaderInterface Interface { get; }

    public string Caller { get; }

    public string Text { get; }

    public string Declarations => _declarations.ToString();

    /// <summary>Whether any domain may call it: it compiles, has a caller, and declares nothing, so that many calls fit into one module.</summary>
    public static bool IsPlain(HeaderInterface item) =>
        item.Signature is { Compiles: true, DeclaresNames: false, Subject: { } subject } signature
        && subject.Kind is InterfaceParameterKind.Type or InterfaceParameterKind.SingleType
        && signature.Parameters.All(p => p.Kind is not InterfaceParameterKind.NamePart);

    private string Argument(InterfaceParameter parameter, string name)
    {
        switch (parameter.Kind)
        {
            case InterfaceParameterKind.TypeAttribute:
                _declarations.Append(CultureInfo.InvariantCulture, $"attribute {name};\n");
                return name;
            case InterfaceParameterKind.Role:
                _declarations.Append(CultureInfo.InvariantCulture, $"role {name}_r;\n");
                return name + "_r";
            case InterfaceParameterKind.RoleAttribute:
                _declarations.Append(CultureInfo.InvariantCulture, $"attribute_role {name};\n");
                return name;
            case InterfaceParameterKind.Boolean:
                _declarations.Append(CultureInfo.InvariantCulture, $"bool {name} false;\n");
                return name;
            case InterfaceParameterKind.Class:
                return "fifo_file";
            case InterfaceParameterKind.Permission:
                return "getattr";
            case InterfaceParameterKind.FileName:
                return $"\"{name}\"";
            case InterfaceParameterKind.Level:
                return "s0 - s0:c0.c1023";
            default:
                _declarations.Append(CultureInfo.InvariantCulture, $"type {name}_t;\n");
                return (parameter.Kind == InterfaceParameterKind.ExcludedTypes ? "-" : "") + name + "_t";
        }
    }
}
