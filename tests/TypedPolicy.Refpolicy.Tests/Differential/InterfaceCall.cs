using TypedPolicy.Refpolicy.Expansion;
using TypedPolicy.Refpolicy.Headers;

namespace TypedPolicy.Refpolicy.Tests.Differential;

/// <summary>A call of an interface with an argument of the right kind for each parameter.</summary>
internal sealed class InterfaceCall
{
    /// <summary>The tunable around a call.</summary>
    public const string Condition = "word_tunable";

    private readonly List<string> _arguments = [];
    private readonly List<string> _declarations = [];
    private readonly Dictionary<int, string> _values = [];

    public InterfaceCall(HeaderInterface item, int arguments, CallForm form = CallForm.Plain)
    {
        (Interface, Count, Form) = (item, arguments, form);
        if (form == CallForm.Tunable)
        {
            Declare(Condition, "bool {0} false;");
        }

        foreach (var parameter in item.Signature.Parameters.Take(arguments))
        {
            Add(parameter);
        }
    }

    public HeaderInterface Interface { get; }

    public int Count { get; }

    public CallForm Form { get; }

    /// <summary>What a policy author would write.</summary>
    public string Text => Form switch
    {
        CallForm.Optional => $"optional_policy(`\n\t{Call}\n')",
        CallForm.Tunable => $"tunable_policy(`{Condition}',`\n\t{Call}\n')",
        _ => Call,
    };

    private string Call => $"{Interface.Name}({string.Join(", ", _arguments)})";

    /// <summary>Declares what the arguments name.</summary>
    public string Declarations => string.Join("\n", _declarations);

    /// <summary>What the arguments declare, which no requirement of the call need say.</summary>
    public HashSet<string> Declared { get; } = new(StringComparer.Ordinal);

    /// <summary>The arguments that become parts of names.</summary>
    public List<string> Prefixes { get; } = [];

    /// <summary>A name with the arguments in its holes.</summary>
    public string Fill(string name)
    {
        for (var at = name.IndexOf("tp_hole_", StringComparison.Ordinal); at >= 0; at = name.IndexOf("tp_hole_", StringComparison.Ordinal))
        {
            var end = name.IndexOf('_', at + "tp_hole_".Length);
            name = name[..at] + _values[int.Parse(name.AsSpan(at + "tp_hole_".Length, end - at - "tp_hole_".Length))] + name[(end + 1)..];
        }

        return name;
    }

    /// <summary>Expansion text with the arguments in its holes, in the block that the call is in.</summary>
    public string FillText(string text)
    {
        var lines = text.Split('\n');
        text = Form switch
        {
            CallForm.Optional => $"(optional word_optional\n{text})",
            CallForm.Tunable => $"{string.Join('\n', lines.Where(IsRequire))}\n(booleanif {Condition} (true\n{string.Join('\n', lines.Where(l => !IsRequire(l)))}))\n",
            _ => text,
        };
        foreach (var parameter in Interface.Signature.Parameters.Take(Count).Where(p => p.Hole.Length > 0))
        {
            var value = _values[parameter.Number];
            text = text.Replace(
                parameter.Hole,
                parameter.Kind == InterfaceParameterKind.Level ? "((s0) (s0 ((range c0 c1023))))" : parameter.Kind == InterfaceParameterKind.ExcludedTypes ? value.Replace("-", "", StringComparison.Ordinal) : value,
                StringComparison.Ordinal);
        }

        return text;
    }

    private static bool IsRequire(string line) => line.StartsWith("(require", StringComparison.Ordinal);

    private void Add(InterfaceParameter parameter)
    {
        var name = "word" + parameter.Number;
        switch (parameter.Kind)
        {
            case InterfaceParameterKind.Type when Form == CallForm.Set:
                Declare($"{name}_t", "type {0};");
                Declare($"{name}_other_t", "type {0};");
                _values[parameter.Number] = $"{name}_t {name}_other_t";
                _arguments.Add($"{{ {name}_t {name}_other_t }}");
                break;
            case InterfaceParameterKind.Type or InterfaceParameterKind.SingleType or InterfaceParameterKind.Unused:
                Declare($"{name}_t", "type {0};");
                Argument(parameter, $"{name}_t");
                break;
            case InterfaceParameterKind.TypeAttribute:
                Declare(name, "attribute {0};");
                Argument(parameter, name);
                break;
            case InterfaceParameterKind.Role:
                Declare($"{name}_r", "role {0};");
                Argument(parameter, $"{name}_r");
                break;
            case InterfaceParameterKind.RoleAttribute:
                Declare(name, "attribute_role {0};");
                Argument(parameter, name);
                break;
            case InterfaceParameterKind.Boolean:
                Declare(name, "bool {0} false;");
                Argument(parameter, name);
                break;
            case InterfaceParameterKind.Class:
                Argument(parameter, "fifo_file");
                break;
            case InterfaceParameterKind.Permission:
                Argument(parameter, "getattr");
                break;
            case InterfaceParameterKind.FileName:
                _values[parameter.Number] = $"file {name}";
                _arguments.Add($"\"file {name}\"");
                break;
            case InterfaceParameterKind.NamePart:
                Declare(name, "type {0}; role {0};");
                Prefixes.Add(name);
                Argument(parameter, name);
                break;
            case InterfaceParameterKind.Level:
                _values[parameter.Number] = "s0-s0:c0.c1023";
                _arguments.Add("s0 - s0:c0.c1023");
                break;
            case InterfaceParameterKind.ExcludedTypes:
                Declare($"{name}_t", "type {0};");
                Declare($"{name}_other_t", "type {0};");
                _values[parameter.Number] = $"-{name}_t -{name}_other_t";
                _arguments.Add($"-{name}_t -{name}_other_t");
                break;
            default:
                throw new InvalidOperationException($"{parameter.Kind} has no argument.");
        }
    }

    private void Argument(InterfaceParameter parameter, string value)
    {
        _values[parameter.Number] = value;
        _arguments.Add(value);
    }

    private void Declare(string name, string declaration)
    {
        Declared.Add(name);
        _declarations.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, declaration, name));
    }
}
